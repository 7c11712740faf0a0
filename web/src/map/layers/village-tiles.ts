import type { Village, VillageId } from '@nitaq/core';
import type { ExpressionSpecification, MapGeoJSONFeature } from 'maplibre-gl';
import { villageImage } from '../image-names.ts';
import type { Scene } from '../scene.ts';
import type { TiledSource } from './layer-group.ts';

/** More are not handed to the map one by one, but read by it as vector tiles of what is in view. */
const MOST_HANDED_OVER = 5_000;
/** As deep as the service cuts them. */
const DEEPEST_ZOOM = 14;

/** Towns before villages: the smaller number is placed first and drawn larger. */
export const RANKS: Readonly<Record<Village['kind'], number>> = { governorate: 0, centre: 1, village: 2 };

/** Where the layers of villages find what they draw. */
export interface VillageFields {
  readonly from: { readonly source: 'villages'; readonly 'source-layer'?: 'villages' };
  /** Which of them are of the area that is shown. */
  readonly mine: ExpressionSpecification | true;
  readonly ar: ExpressionSpecification;
  readonly en: ExpressionSpecification;
  readonly rank: ExpressionSpecification;
  readonly image: ExpressionSpecification;
}

const HANDED_OVER: VillageFields = {
  from: { source: 'villages' },
  mine: true,
  ar: ['get', 'ar'],
  en: ['get', 'en'],
  rank: ['get', 'rank'],
  image: ['get', 'image'],
};

/** Null: there are few enough to be handed over. */
export function villageTiles(scene: Scene): TiledSource | null {
  const { villages } = scene;
  if (!areTiled(scene)) return null;
  // A village that has changed has another version: what the map has read before is of no use then.
  const stamp = villages.reduce((sum, { version = 0 }) => sum + version, 0);
  return {
    address: `${location.origin}/tiles/villages/{z}/{x}/{y}.mvt?state=${stamp}`,
    maxzoom: DEEPEST_ZOOM,
    images: { layer: 'villages', image: tiledImage(scene) },
  };
}

function areTiled({ villages }: Scene): boolean {
  return villages.length > MOST_HANDED_OVER && villages[0]?.version !== undefined;
}

/** The village that a feature of either kind stands for: in tiles the ids are those of all areas. */
export function villageOf({ properties }: Pick<MapGeoJSONFeature, 'properties'>): VillageId {
  return String(properties.village ?? properties.id) as VillageId;
}

export function villageFields(scene: Scene): VillageFields {
  if (!areTiled(scene)) return HANDED_OVER;
  const { governorate, centre, village } = RANKS;
  return {
    from: { source: 'villages', 'source-layer': 'villages' },
    mine: ['==', ['get', 'area'], scene.area?.id ?? ''],
    ar: ['get', 'name_ar'],
    en: ['get', 'name_en'],
    rank: ['match', ['get', 'kind'], 'governorate', governorate, 'centre', centre, village],
    image: tiledImage(scene),
  };
}

/** Tiles know the plan in force; how the plan that is shown covers each village is told here. */
function tiledImage({ covered, theme }: Scene): ExpressionSpecification {
  const byStatus = Map.groupBy(covered, ({ status }) => status);
  byStatus.delete('outside');
  const otherwise = villageImage(theme, 'outside');
  const [first, ...others] = [...byStatus].map(([status, those]) => ({
    ids: those.map(({ id }): string => id),
    image: villageImage(theme, status),
  }));
  if (first === undefined) return ['literal', otherwise];
  const more = others.flatMap(({ ids, image }) => [ids, image]);
  return ['match', ['get', 'village'], first.ids, first.image, ...more, otherwise];
}

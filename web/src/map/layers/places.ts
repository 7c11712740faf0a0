import type { Association } from '@nitaq/core';
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FormattedSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { TOKENS } from '../../style/tokens.ts';
import { houseImage, villageImage } from '../image-names.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, MEDIUM_FONT, type SceneSource } from './layer-group.ts';
import { RANKS, type VillageFields, villageFields, villageTiles } from './village-tiles.ts';

/** A seat this close to a village bears the village's name already. */
const SAME_PLACE_DEGREES = 0.01;

export const villagesSource: SceneSource = {
  id: 'villages',
  tiles: villageTiles,
  madeOf: ({ villages, covered, theme }) => [villages, covered, theme],
  data: ({ villages, covered, theme }) => {
    const statuses = new Map(covered.map(({ id, status }) => [id, status]));
    return collection(
      villages.flatMap(({ id, name, kind, location }) => {
        if (!location) return [];
        const image = villageImage(theme, statuses.get(id) ?? 'outside');
        const properties = { id, ...name, image, rank: RANKS[kind] };
        return [{ type: 'Feature', id, geometry: { type: 'Point', coordinates: location }, properties }];
      }),
    );
  },
};

export const seatsSource: SceneSource = {
  id: 'seats',
  madeOf: ({ associations, villages, theme }) => [associations, villages, theme],
  data: ({ associations, villages, theme }) =>
    collection(
      associations.flatMap((association) => {
        const { location, name } = association.seat;
        if (!location) return [];
        const named = standsInVillage(association, villages) ? { ar: '', en: '' } : name;
        const properties = { id: association.id, ...named, image: houseImage(theme, association.colour) };
        return [{ type: 'Feature', geometry: { type: 'Point', coordinates: location }, properties }];
      }),
    ),
};

function standsInVillage({ seat }: Pick<Association, 'seat'>, villages: Scene['villages']): boolean {
  return villages.some(
    ({ location }) =>
      location !== null &&
      seat.location !== null &&
      Math.hypot(location[0] - seat.location[0], location[1] - seat.location[1]) < SAME_PLACE_DEGREES,
  );
}

/** Villages and seats, and their names: both languages from the zoom at which there is room. */
export function placeLayers(scene: Scene): { signs: Layers; townNames: Layers; villageNames: Layers } {
  const fields = villageFields(scene);
  const villages = { scene, fields };
  return {
    signs: [
      {
        id: 'villages',
        type: 'symbol',
        ...fields.from,
        filter: fields.mine,
        layout: {
          'icon-image': fields.image,
          'icon-size': ['match', fields.rank, 0, 1.15, 1, 1, 0.86],
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
      },
      {
        id: 'seats',
        type: 'symbol',
        source: 'seats',
        layout: {
          'icon-image': ['get', 'image'],
          'icon-anchor': 'bottom',
          'icon-offset': [0, -6],
          'icon-size': byZoom(6, 0.7, 9, 1),
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
      },
    ],
    townNames: [seatNames(scene), villageNames(villages, 'town-names', ['<', fields.rank, RANKS.village])],
    villageNames: [villageNames(villages, 'village-names', ['==', fields.rank, RANKS.village])],
  };
}

function villageNames(
  { scene, fields }: { readonly scene: Scene; readonly fields: VillageFields },
  id: string,
  which: ExpressionSpecification,
): SymbolLayerSpecification {
  const size = (governorate: number, centre: number, village: number): ExpressionSpecification => [
    'match',
    fields.rank,
    0,
    governorate,
    1,
    centre,
    village,
  ];
  return {
    id,
    type: 'symbol',
    ...fields.from,
    filter: ['all', fields.mine, which],
    layout: {
      'symbol-sort-key': fields.rank,
      'text-field': nameField(scene, fields),
      'text-font': MEDIUM_FONT,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        7,
        size(12, 11, 10),
        10,
        size(16, 14.5, 13.5),
        13,
        size(19, 17, 16),
      ],
      'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
      'text-radial-offset': 0.8,
      'text-justify': 'auto',
      'text-line-height': 1.25,
      'text-padding': 1,
    },
    paint: nameHalo(scene),
  };
}

function seatNames(scene: Scene): SymbolLayerSpecification {
  return {
    id: 'seat-names',
    type: 'symbol',
    source: 'seats',
    layout: {
      'text-field': nameField(scene, OF_SEATS),
      'text-font': MEDIUM_FONT,
      'text-size': byZoom(7, 11, 10, 14.5),
      'text-anchor': 'top',
      'text-offset': [0, 0.2],
      'text-padding': 1,
    },
    paint: nameHalo(scene),
  };
}

function nameHalo({ theme }: Scene): NonNullable<SymbolLayerSpecification['paint']> {
  const { label, halo } = TOKENS[theme];
  return { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 };
}

const BOTH_LANGUAGES_FROM_ZOOM = 9.4;

const OF_SEATS = { ar: ['get', 'ar'], en: ['get', 'en'] } as const satisfies Pick<VillageFields, 'ar' | 'en'>;

function nameField(
  { language, theme }: Scene,
  names: Pick<VillageFields, 'ar' | 'en'>,
): DataDrivenPropertyValueSpecification<FormattedSpecification> {
  const second = language === 'ar' ? 'en' : 'ar';
  const small = { 'font-scale': 0.74, 'text-color': TOKENS[theme].labelSoft };
  return [
    'step',
    ['zoom'],
    names[language],
    BOTH_LANGUAGES_FROM_ZOOM,
    ['format', names[language], {}, '\n', {}, names[second], small],
  ];
}

import { type CoverageFace, faceHas, outlineOf } from '../geometry/coverage-map/coverage-face.ts';
import { type FineGrid, toFinePoint } from '../geometry/fine-grid.ts';
import { toGrid } from '../geometry/grid.ts';
import { isSliver } from '../geometry/sliver.ts';
import type {
  FaceCollection,
  FaceFeature,
  SharedCollection,
  SliverCollection,
  SliverThresholds,
  VillageCoverage,
} from '../model/coverage.ts';
import type { Polygon } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import type { VillageLocation } from '../model/village.ts';
import type { LiveZone } from './live-zones.ts';
import { roundedKm2 } from './rounded-area.ts';

const NO_VILLAGES: readonly PlacedVillage[] = [];

/** Outlines by their faces; null for those of which nothing can be shown. */
export type KnownOutlines = WeakMap<CoverageFace, Polygon | null>;

/** What the features of an assessment are made from. */
export interface FaceContext {
  readonly grid: FineGrid;
  readonly thresholds: SliverThresholds;
  readonly villages: readonly VillageLocation[];
  readonly coverage: readonly VillageCoverage[];
  readonly zones: readonly LiveZone[];
  /** The outlines of faces that were shown before: while a hand draws, most faces stay as they are. */
  readonly known: KnownOutlines | null;
}

export interface FaceFeatures {
  readonly gaps: FaceCollection;
  readonly overlaps: FaceCollection;
  readonly shared: SharedCollection;
  readonly slivers: SliverCollection;
}

/** A face that can be shown, with its outline on the position grid. */
interface ShownFace {
  readonly face: CoverageFace;
  readonly polygon: Polygon;
}

/**
 * Gaps, overlaps and what is shared by agreement as GeoJSON, each kind numbered largest first, slivers apart. What vanishes on the position grid is
 * left out.
 */
export function faceFeatures(faces: readonly CoverageFace[], context: FaceContext): FaceFeatures {
  const ordered: ShownFace[] = [];
  for (const face of faces) {
    const polygon = shownOutline(face, context);
    if (polygon !== null) ordered.push({ face, polygon });
  }
  ordered.sort(compareFaces);
  const zones = new Map(context.zones.map((zone) => [zone.id, zone]));
  const villages = villagesByClaimants(context);
  const gaps: FaceFeature[] = [];
  const overlaps: FaceFeature[] = [];
  const shared: SharedCollection['features'] = [];
  const slivers: SliverCollection['features'] = [];
  for (const { face, polygon } of ordered) {
    const zone = face.zone && zones.get(face.zone);
    if (zone) {
      const id = `shared-${shared.length + 1}`;
      const candidates = villages.get(namedKey(zone)) ?? NO_VILLAGES;
      const feature = toFeature({ ...face, associations: zone.named }, { id, polygon, candidates });
      shared.push({ ...feature, properties: { ...feature.properties, ...termsOf(zone) } });
    }
    if (face.zone !== undefined) continue;
    const kind = face.associations.length === 0 ? 'gap' : 'overlap';
    const candidates = villages.get(claimantsKey(face)) ?? NO_VILLAGES;
    if (isSliver(face, context.thresholds)) {
      const id = `sliver-${slivers.length + 1}`;
      const feature = toFeature(face, { id, polygon, candidates });
      slivers.push({ ...feature, properties: { kind, ...feature.properties } });
    } else {
      const found = kind === 'gap' ? gaps : overlaps;
      found.push(toFeature(face, { id: `${kind}-${found.length + 1}`, polygon, candidates }));
    }
  }
  return {
    gaps: { type: 'FeatureCollection', features: gaps },
    overlaps: { type: 'FeatureCollection', features: overlaps },
    shared: { type: 'FeatureCollection', features: shared },
    slivers: { type: 'FeatureCollection', features: slivers },
  };
}

function termsOf({ terms: { id, lead, partners, services, endsOn }, endsSoon }: LiveZone) {
  return { zone: id, lead, partners: [...partners], services: [...services], endsOn, endsSoon };
}

function shownOutline(face: CoverageFace, { grid, known }: FaceContext): Polygon | null {
  const before = known?.get(face);
  if (before !== undefined) return before;
  const outline = outlineOf(face, grid);
  known?.set(face, outline);
  return outline;
}

interface PlacedVillage {
  readonly id: VillageId;
  readonly x: number;
  readonly y: number;
}

function villagesByClaimants({ villages, coverage, grid }: FaceContext): Map<string, PlacedVillage[]> {
  const byKey = new Map<string, PlacedVillage[]>();
  for (const [i, { status, associations }] of coverage.entries()) {
    const { id, location } = villages[i] ?? {};
    const isShared = status === 'covered' && associations.length > 1;
    if (!id || !location || (status !== 'gap' && status !== 'overlap' && !isShared)) continue;
    const key = isShared ? namedKey({ named: associations }) : claimantsKey({ associations });
    const placed = { id, ...toFinePoint(toGrid(location[0]), toGrid(location[1]), grid) };
    byKey.set(key, [...(byKey.get(key) ?? []), placed]);
  }
  return byKey;
}

interface FeatureParts {
  readonly id: string;
  readonly polygon: Polygon;
  /** Villages that may lie in the face. */
  readonly candidates: readonly PlacedVillage[];
}

function toFeature(face: CoverageFace, { id, polygon, candidates }: FeatureParts): FaceFeature {
  return {
    type: 'Feature',
    id,
    geometry: polygon,
    properties: {
      associations: [...face.associations],
      areaKm2: roundedKm2(face.areaM2),
      meanWidthM: Math.round(face.meanWidthM * 1000) / 1000,
      villages: villagesIn(face, candidates),
    },
  };
}

function villagesIn(face: CoverageFace, candidates: readonly PlacedVillage[]): VillageId[] {
  const within: VillageId[] = [];
  for (const village of candidates) if (faceHas(face, village)) within.push(village.id);
  return within;
}

function claimantsKey({ associations }: Pick<CoverageFace, 'associations'>): string {
  return associations.join(' ');
}

/** Apart from the keys of claimants: a place of the same associations may be an overlap elsewhere. */
function namedKey({ named }: Pick<LiveZone, 'named'>): string {
  return `shared ${named.join(' ')}`;
}

/** Largest first; equally large ones from west to east and south to north, so that ids are the same every time. */
function compareFaces({ face: a }: ShownFace, { face: b }: ShownFace): number {
  return b.areaM2 - a.areaM2 || a.box.minX - b.box.minX || a.box.minY - b.box.minY;
}

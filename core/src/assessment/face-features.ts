import { type CoverageFace, faceHas, outlineOf } from '../geometry/coverage-map/coverage-face.ts';
import { type FineGrid, toFinePoint } from '../geometry/fine-grid.ts';
import { toGrid } from '../geometry/grid.ts';
import { isSliver } from '../geometry/sliver.ts';
import type {
  FaceCollection,
  FaceFeature,
  SliverCollection,
  SliverThresholds,
  VillageCoverage,
} from '../model/coverage.ts';
import type { Polygon } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import type { VillageLocation } from '../model/village.ts';
import { roundedKm2 } from './rounded-area.ts';

/** What the features of an assessment are made from. */
export interface FaceContext {
  readonly grid: FineGrid;
  readonly thresholds: SliverThresholds;
  readonly villages: readonly VillageLocation[];
  readonly coverage: readonly VillageCoverage[];
}

export interface FaceFeatures {
  readonly gaps: FaceCollection;
  readonly overlaps: FaceCollection;
  readonly slivers: SliverCollection;
}

/** A face that can be shown, with its outline on the position grid. */
interface ShownFace extends CoverageFace {
  readonly polygon: Polygon;
}

/**
 * Gaps and overlaps as GeoJSON, each kind numbered largest first, slivers apart. What vanishes on the position grid is
 * left out.
 */
export function faceFeatures(faces: readonly CoverageFace[], context: FaceContext): FaceFeatures {
  const ordered = faces
    .flatMap((face): ShownFace[] => {
      const polygon = knownOutline(face, context.grid);
      return polygon === null ? [] : [{ ...face, polygon }];
    })
    .sort(compareFaces);
  const { true: thin = [], false: wide = [] } = Object.groupBy(ordered, (face) =>
    isSliver(face, context.thresholds) ? 'true' : 'false',
  );
  const villages = villagesByClaimants(context);
  const featureOf = (face: ShownFace, id: string) =>
    toFeature(face, id, villages.get(claimantsKey(face)) ?? []);
  const gaps = wide.filter(isGap).map((face, i) => featureOf(face, `gap-${i + 1}`));
  const overlaps = wide.filter((face) => !isGap(face)).map((face, i) => featureOf(face, `overlap-${i + 1}`));
  const slivers = thin.map((face, i) => {
    const { properties, ...feature } = featureOf(face, `sliver-${i + 1}`);
    return {
      ...feature,
      properties: { kind: isGap(face) ? ('gap' as const) : ('overlap' as const), ...properties },
    };
  });
  return {
    gaps: { type: 'FeatureCollection', features: gaps },
    overlaps: { type: 'FeatureCollection', features: overlaps },
    slivers: { type: 'FeatureCollection', features: slivers },
  };
}

const outlines = new WeakMap<CoverageFace, Polygon | null>();

/** The outline, worked out once for each face: while a hand draws, most faces stay as they are. */
function knownOutline(face: CoverageFace, grid: FineGrid): Polygon | null {
  const known = outlines.get(face);
  if (known !== undefined) return known;
  const outline = outlineOf(face, grid);
  outlines.set(face, outline);
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
    if (!id || !location || (status !== 'gap' && status !== 'overlap')) continue;
    const key = claimantsKey({ associations });
    const placed = { id, ...toFinePoint(toGrid(location[0]), toGrid(location[1]), grid) };
    byKey.set(key, [...(byKey.get(key) ?? []), placed]);
  }
  return byKey;
}

function toFeature(face: ShownFace, id: string, candidates: readonly PlacedVillage[]): FaceFeature {
  return {
    type: 'Feature',
    id,
    geometry: face.polygon,
    properties: {
      associations: [...face.associations],
      areaKm2: roundedKm2(face.areaM2),
      meanWidthM: Math.round(face.meanWidthM * 1000) / 1000,
      villages: candidates.filter((village) => faceHas(face, village)).map((village) => village.id),
    },
  };
}

function claimantsKey({ associations }: Pick<CoverageFace, 'associations'>): string {
  return associations.join(' ');
}

function isGap({ associations }: CoverageFace): boolean {
  return associations.length === 0;
}

/** Largest first; equally large ones from west to east and south to north, so that ids are the same every time. */
function compareFaces(a: CoverageFace, b: CoverageFace): number {
  return b.areaM2 - a.areaM2 || a.box.minX - b.box.minX || a.box.minY - b.box.minY;
}

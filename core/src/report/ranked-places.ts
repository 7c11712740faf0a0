import { boxOf } from '../geometry/grid.ts';
import type { FaceFeature } from '../model/coverage.ts';
import type { Position } from '../model/geometry.ts';
import type { KnownCount, KnownNeed } from '../model/need.ts';
import type { ReportGap } from './coverage-report.ts';
import type { NeedOfVillages } from './need-of-villages.ts';

export type RankedPlace<F extends FaceFeature> = Omit<ReportGap, 'seats'> & { readonly face: F };

/**
 * Gaps or overlaps, the most pressing first: by what is known of the people in need in them, then by villages, then by km².
 * So the order tells nothing that the figures do not.
 */
export function rankedPlaces<F extends FaceFeature>(
  faces: readonly F[],
  need: NeedOfVillages | null,
): RankedPlace<F>[] {
  return faces
    .map((face) => ({ face, need: need?.group(face.properties.villages) ?? null }))
    .sort((a, b) => pressing(b.need) - pressing(a.need) || compareFaces(a.face, b.face))
    .map(({ face, need: known }, index) => ({
      number: index + 1,
      id: face.id,
      areaKm2: face.properties.areaKm2,
      box: boxOfRing(face.geometry.coordinates[0] ?? []),
      villages: face.properties.villages,
      need: known,
      face,
    }));
}

/** People, not families: these are the same people. */
function pressing(need: KnownNeed | null): number {
  return need === null ? 0 : middleOf(need.orphans) + middleOf(need.widows);
}

/** Where nobody knows the end of a band, its beginning. */
function middleOf({ least, most }: KnownCount): number {
  return most === null ? least : (least + most) / 2;
}

function compareFaces(a: FaceFeature, b: FaceFeature): number {
  const villages = b.properties.villages.length - a.properties.villages.length;
  return villages || b.properties.areaKm2 - a.properties.areaKm2 || (a.id < b.id ? -1 : 1);
}

function boxOfRing(ring: readonly Position[]): [number, number, number, number] {
  const { minX, minY, maxX, maxY } = boxOf(ring.flat());
  return [minX, minY, maxX, maxY];
}

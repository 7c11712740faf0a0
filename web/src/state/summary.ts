import type {
  Association,
  AssociationId,
  CoverageReport,
  CoverageStatus,
  Position,
  Village,
  VillageId,
} from '@nitaq/core';
import type { AreaData } from './app-state.ts';
import { outerRings } from './bounds.ts';
import { isRaisedAgain } from './zones.ts';

/** How many villages have each status; of those that are covered, the ones that are shared by agreement apart. */
export type VillageCounts = Readonly<Record<CoverageStatus | 'shared', number>>;

export interface AssociationSummary {
  readonly association: Association;
  readonly territoryKm2: number;
  /** Villages it serves, those that others claim or share too included. */
  readonly villages: number;
  readonly sharedVillages: number;
}

export function countVillages(report: CoverageReport): VillageCounts {
  const counts = { covered: 0, shared: 0, overlap: 0, gap: 0, outside: 0, unlocated: 0 };
  for (const { status, associations } of report.villages)
    counts[status === 'covered' && associations.length > 1 ? 'shared' : status] += 1;
  return counts;
}

/** How far a plan has come. */
export type PlanStanding =
  /** Somebody has no territory yet, or a village has nobody: it is not to be judged as if it were done. */
  | { readonly kind: 'unfinished'; readonly undrawn: readonly AssociationId[]; readonly villages: number }
  /** Gaps without a village, overlaps, or sharing that ends soon are left to negotiate. */
  | { readonly kind: 'open' }
  /** Nothing is left to negotiate; slivers are mended, not negotiated. */
  | { readonly kind: 'whole'; readonly villages: number };

export function planStanding(associations: readonly Association[], report: CoverageReport): PlanStanding {
  const drawn = new Set(report.territories.map(({ association }) => association));
  const undrawn = associations.map(({ id }) => id).filter((id) => !drawn.has(id));
  const { gap, covered, shared } = countVillages(report);
  if (undrawn.length > 0 || gap > 0) return { kind: 'unfinished', undrawn, villages: gap };
  const { gaps, overlaps } = report;
  const isAgreed = !report.shared.features.some(isRaisedAgain);
  const isWhole = isAgreed && gaps.features.length === 0 && overlaps.features.length === 0;
  return isWhole ? { kind: 'whole', villages: covered + shared } : { kind: 'open' };
}

/** What each association serves in a plan, in the order of their colours. */
export function summariseAssociations(
  associations: readonly Association[],
  coverage: CoverageReport | null,
): AssociationSummary[] {
  const byAssociation = new Map(coverage?.territories.map((totals) => [totals.association, totals]));
  return [...associations]
    .sort((a, b) => a.colour - b.colour)
    .map((association) => {
      const totals = byAssociation.get(association.id);
      const { covered = 0, shared = 0, overlap = 0 } = totals?.villages ?? {};
      return {
        association,
        territoryKm2: totals?.areaKm2 ?? 0,
        villages: covered + shared + overlap,
        sharedVillages: overlap,
      };
    });
}

export function villagesNeedingLocation(area: AreaData): Village[] {
  return area.villages.filter((village) => village.location === null);
}

/** Villages by id, as reports name them. */
export function villagesById(villages: readonly Village[]): ReadonlyMap<VillageId, Village> {
  return new Map(villages.map((village) => [village.id, village]));
}

/** The village nearest to a place, for people who know places by their villages; null when none has a location. */
export function nearestVillage(villages: readonly Village[], place: Position): Village | null {
  const shrink = Math.cos((place[1] * Math.PI) / 180);
  let nearest: Village | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const village of villages) {
    if (!village.location) continue;
    const east = (village.location[0] - place[0]) * shrink;
    const north = village.location[1] - place[1];
    const squared = east * east + north * north;
    if (squared >= least) continue;
    least = squared;
    nearest = village;
  }
  return nearest;
}

/** Roughly the middle of a polygon: the mean of its outer ring's positions. */
export function middleOf(geometry: Parameters<typeof outerRings>[0]): Position {
  const positions = outerRings(geometry).flat();
  const sum = positions.reduce(
    ([east, north], position) => [east + position[0], north + position[1]],
    [0, 0],
  );
  return [sum[0] / positions.length, sum[1] / positions.length];
}

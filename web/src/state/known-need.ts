import {
  type AreaNeed,
  type AssociationId,
  type KnownCount,
  sumOfKnown,
  type VillageCoverage,
  type VillageId,
} from '@nitaq/core';
import type { AppState } from './app-state.ts';

export type VillageNeed = AreaNeed['villages'][number];
/** Counted villages by id. */
export type CountedVillages = ReadonlyMap<VillageId, VillageNeed>;

const NOTHING: CountedVillages = new Map();
// Of what was fetched once, so that frames of a drag need not sort it anew.
const sorted = new WeakMap<AreaNeed, CountedVillages>();

/** The villages whose counts are known on the screen, in bands or exactly. */
export function countedVillages({ need }: Pick<AppState, 'need'>): CountedVillages {
  if (need?.status !== 'ready') return NOTHING;
  const known = sorted.get(need.value) ?? new Map(need.value.villages.map((one) => [one.village, one]));
  sorted.set(need.value, known);
  return known;
}

/** Orphans of several villages as far as they are known. */
export interface KnownOrphans {
  readonly orphans: KnownCount;
  /** Of how many of the villages the counts are known. */
  readonly counted: number;
  readonly villages: number;
}

/** The orphans in villages, of which some may not be counted. */
export function orphansIn(villages: readonly VillageId[], known: CountedVillages): KnownOrphans {
  const counts = villages.flatMap((village) => known.get(village)?.orphans ?? []);
  return { orphans: sumOfKnown(counts), counted: counts.length, villages: villages.length };
}

/** The orphans in the villages that each association covers, alone or together with others. */
export function orphansByAssociation(
  villages: readonly VillageCoverage[],
  known: CountedVillages,
): ReadonlyMap<AssociationId, KnownOrphans> {
  const theirs = new Map<AssociationId, VillageId[]>();
  for (const { id, associations } of villages) {
    for (const association of associations) {
      const before = theirs.get(association);
      if (before) before.push(id);
      else theirs.set(association, [id]);
    }
  }
  return new Map([...theirs].map(([association, ids]) => [association, orphansIn(ids, known)]));
}

/** The larger need first: by what is sure, then by what is possible. */
export function byNeed(a: KnownCount, b: KnownCount): number {
  if (a.least !== b.least) return b.least - a.least;
  if (a.most === b.most) return 0;
  return (b.most ?? Number.POSITIVE_INFINITY) - (a.most ?? Number.POSITIVE_INFINITY);
}

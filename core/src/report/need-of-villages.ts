import type { AssociationId, VillageId } from '../model/ids.ts';
import type { KnownNeed } from '../model/need.ts';
import { sumOfNeed } from '../rights/known-need.ts';
import type { NeedAsKnown } from './report-question.ts';

type CountedVillage = NeedAsKnown['villages'][number];

/**
 * The need of villages and of groups of them, out of nothing but what whoever asked knows of each: a group that was rounded
 * by itself would tell, beside others, the counts in which they differ.
 */
export interface NeedOfVillages {
  /** Null: not counted. */
  of(village: VillageId): CountedVillage | null;
  /** Of those that are counted. */
  sum(villages: readonly VillageId[]): KnownNeed;
  /** The same; null where there are villages and none is counted, which is not to be taken for no need. */
  group(villages: readonly VillageId[]): KnownNeed | null;
  uncounted(villages: readonly VillageId[]): number;
  /** The total of an association that covers these villages. */
  total(association: AssociationId, villages: readonly VillageId[]): KnownNeed | null;
}

/** Null: nothing may be known. */
export function needOfVillages(need: NeedAsKnown | null): NeedOfVillages | null {
  if (need === null) return null;
  const counted = new Map(need.villages.map((one) => [one.village, one]));
  const totals = need.associations && new Map(need.associations.map((one) => [one.association, one]));
  const sum = (villages: readonly VillageId[]) =>
    sumOfNeed(villages.flatMap((village) => counted.get(village) ?? []));
  const group = (villages: readonly VillageId[]) =>
    villages.length === 0 || villages.some((village) => counted.has(village)) ? sum(villages) : null;
  return {
    of: (village) => counted.get(village) ?? null,
    sum,
    group,
    uncounted: (villages) => villages.filter((village) => !counted.has(village)).length,
    total(association, villages) {
      const total = totals?.get(association);
      return total === undefined ? group(villages) : onlyCounts(total);
    },
  };
}

/** Counts without what else stands beside them. */
export function onlyCounts({ orphans, widows, families }: KnownNeed): KnownNeed {
  return { orphans, widows, families };
}

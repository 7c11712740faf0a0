import type { AssociationId } from '../model/ids.ts';
import type { Carried, JointNeed } from '../model/initiative.ts';
import type { KnownCount } from '../model/need.ts';
import { sumOfKnown } from '../rights/known-need.ts';

/** A village as whoever asks may know it. */
interface KnownVillage {
  /** The orphans in it; null: not counted. */
  readonly orphans: KnownCount | null;
  readonly isTarget: boolean;
  readonly coveredBy: readonly AssociationId[];
}

export interface JointQuestion {
  readonly parties: readonly {
    readonly association: AssociationId;
    readonly capacity: number | null;
    /** False: nothing may be known of what it carries already. */
    readonly isLoadKnown: boolean;
  }[];
  readonly villages: readonly KnownVillage[];
}

/**
 * The orphans in the villages of an initiative against what each association can carry of them alone, beside the other
 * villages that it covers, and what all together. Only sums of what is known of single villages: of a choice of villages a
 * rounded total would tell the counts in which two choices differ.
 */
export function jointNeed({ parties, villages }: JointQuestion): JointNeed {
  const targets = villages.filter(({ isTarget }) => isTarget);
  const counted = countsOf(targets);
  const need = sumOfKnown(counted);
  const shares = parties.map(({ association, capacity, isLoadKnown }) => {
    const others = villages.filter(({ isTarget, coveredBy }) => !isTarget && coveredBy.includes(association));
    const free = isLoadKnown ? freeOf(capacity, sumOfKnown(countsOf(others))) : null;
    return { association, capacity, free, carries: carried(need, free) };
  });
  // Of whoever states no capacity one knows at least that it is not less than nothing.
  const together = sumOfKnown(shares.map(({ free }) => free ?? { least: 0, most: null }));
  return {
    need,
    villages: { counted: counted.length, uncounted: targets.length - counted.length },
    parties: shares,
    together: { free: together, carries: carried(need, together) },
  };
}

function countsOf(villages: readonly KnownVillage[]): KnownCount[] {
  return villages.flatMap(({ orphans }) => (orphans === null ? [] : [orphans]));
}

function freeOf(capacity: number | null, taken: KnownCount): KnownCount | null {
  if (capacity === null) return null;
  return {
    least: taken.most === null ? 0 : Math.max(0, capacity - taken.most),
    most: Math.max(0, capacity - taken.least),
  };
}

/** Whether a need is carried by what is free, however the counts lie that are known in bands. */
function carried(need: KnownCount, free: KnownCount | null): Carried {
  if (free === null) return 'unsure';
  if (need.most !== null && need.most <= free.least) return 'yes';
  return free.most !== null && need.least > free.most ? 'no' : 'unsure';
}

import fc from 'fast-check';
import { expect } from 'vitest';
import type { EditEffect, Edited, EditedPlan, Refused } from '../../src/edits/edit.ts';
import { type IsExpected, isTrouble, reportOn } from './edit-faults.ts';

/** Borders of tens of kilometres move by a centimetre when they are rounded to the positions' grid. */
const ROUNDING_M2 = 5000;

/** An edit of a random plan. */
export interface Attempt {
  readonly plan: EditedPlan;
  readonly edited: Edited<EditEffect> | Refused<string>;
  /** Why it may be refused. */
  readonly refusals: readonly string[];
  readonly isExpected: IsExpected;
  /** Whether it is made to leave gaps where it is expected to change anything. */
  readonly makesGaps?: boolean;
  /** Whether it may take ground beyond the area, too, where plans are not compared. */
  readonly reachesBeyond?: boolean;
}

/**
 * Makes edits of random plans and returns how many there were: each leaves no fault and tells the villages and the
 * area that change hands. Null where a plan has nothing to edit.
 */
export function tryEdits<Input>(
  inputs: fc.Arbitrary<Input>,
  numRuns: number,
  attempt: (input: Input) => Attempt | null,
): number {
  let edits = 0;
  fc.assert(
    fc.property(inputs, (input) => {
      const tried = attempt(input);
      if (tried === null) return;
      const { plan, edited, refusals, isExpected, makesGaps = false, reachesBeyond = false } = tried;
      if (!edited.ok) {
        expect(refusals).toContain(edited.reason);
        return;
      }
      edits++;
      const { faults, comparison } = reportOn(plan, edited, isExpected);
      expect(faults.filter((fault) => !makesGaps || !isTrouble(fault))).toEqual([]);
      expect(comparison.villages).toEqual(edited.description.villages);
      const { areaM2 } = edited.description;
      const differenceM2 = comparison.areaKm2 * 1e6 - areaM2;
      expect(reachesBeyond ? differenceM2 : Math.abs(differenceM2)).toBeLessThan(ROUNDING_M2);
    }),
    { numRuns },
  );
  return edits;
}

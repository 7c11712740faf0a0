import { assessCoverage } from '../../src/assessment/assess-coverage.ts';
import { createCoverageMap } from '../../src/geometry/coverage-map/coverage-map.ts';
import { oddPlan } from '../generators/odd-plan.ts';
import { assessmentFaults, disagreements, faceSumFaults, tooFarApart } from './assessment-faults.ts';
import { slabAreas } from './slab-areas.ts';
import { turfAreas } from './turf-areas.ts';

/**
 * What Turf had to say about a plan. Where a ring winds twice around a place, Turf counts that place and we do not: there
 * it is compared with the slabs by its own rule, and they with us by ours.
 */
export type TurfAnswer = 'agrees' | 'agrees by its rule' | 'differs' | 'throws' | 'not asked';

/** Seeds of plans for which Turf 7.4.0 takes all memory and never answers. */
const TURF_NEVER_ENDS: ReadonlySet<number> = new Set([70_767, 168_896]);

export interface OddPlanCheck {
  readonly seed: number;
  /** Empty when all is well. */
  readonly faults: readonly string[];
  readonly turf: TurfAnswer;
}

/**
 * Assesses the odd plan of a seed: no exception, sums equal to the square metre, faces valid polygons, areas those of
 * the slabs, and those of Turf where it means the same and gives an answer.
 */
export function checkOddPlan(seed: number): OddPlanCheck {
  const plan = oddPlan(seed);
  const question = { ...plan, villages: [], thresholds: { minWidthM: 0, minAreaM2: 0 } };
  const assessed = attempted(() => assessCoverage(question));
  if (!assessed.ok) return { seed, faults: [`throws ${assessed.message}`], turf: 'not asked' };
  const slabs = slabAreas(plan);
  const faults = [
    ...assessmentFaults(assessed.value),
    ...faceSumFaults(createCoverageMap(plan), assessed.value),
    ...disagreements(assessed.value, slabs).map((text) => `slabs: ${text}`),
  ];
  if (TURF_NEVER_ENDS.has(seed)) return { seed, faults, turf: 'not asked' };
  const asked = attempted(() => turfAreas(plan));
  if (!asked.ok) return { seed, faults, turf: 'throws' };
  const turf = slabs.isWoundTwice
    ? tooFarApart(slabAreas(plan, 'non-zero'), asked.value)
    : disagreements(assessed.value, asked.value);
  if (turf.length > 0) {
    return { seed, faults: [...faults, ...turf.map((text) => `Turf: ${text}`)], turf: 'differs' };
  }
  return { seed, faults, turf: slabs.isWoundTwice ? 'agrees by its rule' : 'agrees' };
}

function attempted<T>(work: () => T): { ok: true; value: T } | { ok: false; message: string } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

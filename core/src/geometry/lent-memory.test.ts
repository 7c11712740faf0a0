import { expect, test } from 'vitest';
import { damage, VERTEX_DAMAGES } from '../../test/generators/damage.ts';
import { wigglyPlan } from '../../test/generators/wiggly-plan.ts';
import { surveyCoverage } from './coverage-map/survey-coverage.ts';
import { inLentMemory, newBytes, newDoubles, newInts } from './lent-memory.ts';

/** Fills arrays of several kinds, and tells what they hold when all are made. */
function takenAndFilled(): number[][] {
  const arrays = [newInts(3, -1), newDoubles(3), newBytes(3), newInts(3), newDoubles(1, 0.5)];
  const before = arrays.map((array) => [...array]);
  for (const [i, array] of arrays.entries()) array.fill(i + 1);
  return [...before, ...arrays.map((array) => [...array])];
}

const INITIAL = [[-1, -1, -1], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0.5]];
const FILLED = [[1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4], [5]];

test('arrays begin with their value and share no place, whatever was in the memory before', () => {
  for (let time = 0; time < 3; time++) expect(inLentMemory(takenAndFilled)).toEqual([...INITIAL, ...FILLED]);
});

test('work within work leaves alone what was taken around it, also when it fails', () => {
  for (let time = 0; time < 3; time++) {
    const kept = inLentMemory(() => {
      const around = newInts(4, 7);
      inLentMemory(takenAndFilled);
      const failing = () =>
        inLentMemory(() => {
          takenAndFilled();
          throw new Error('given up');
        });
      expect(failing).toThrow('given up');
      newInts(4, 8);
      return [...around];
    });
    expect(kept).toEqual([7, 7, 7, 7]);
  }
});

test('memory that was lent is lent again after work that failed', () => {
  const failing = () =>
    inLentMemory(() => {
      newInts(100, 1);
      throw new Error('given up');
    });
  expect(failing).toThrow('given up');
  const outside = newInts(100, 2);
  inLentMemory(() => newInts(100, 3)[0]);
  expect([...new Set(outside)]).toEqual([2]);
});

test('what a survey tells stays as it was when the next one is made', () => {
  const plans = [1, 2, 3].map((seed) => {
    const whole = wigglyPlan({ seed, territories: 3, verticesEach: 200 });
    return damage(whole, { seed, share: seed === 2 ? 0 : 0.1, kinds: VERTEX_DAMAGES }).plan;
  });
  const surveys = plans.map((plan) => surveyCoverage(plan));
  const told = JSON.stringify(surveys);
  for (const plan of plans) surveyCoverage(plan);
  expect(JSON.stringify(surveys)).toBe(told);
});

import type { Plan, PlanId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { plans } from '../../test/fixtures/small-area.ts';
import { parseDay, periodsOf, planOn } from './timeline.ts';

const RIYADH = 'Asia/Riyadh';

/** Each begins at midnight in Riyadh, which is three hours ahead. */
function plan(id: string, from: string, to: string | null): Plan {
  const [first] = plans;
  if (!first) throw new Error('The small area has a plan');
  const { number, title, example, base, version, createdAt, updatedAt } = first;
  const fields = { number, title, example, base, version, createdAt, updatedAt };
  const [inForceFrom, inForceTo] = [`${from}T21:00:00Z`, to === null ? null : `${to}T21:00:00Z`];
  return { ...fields, id: id as PlanId, state: 'in-force', inForceFrom, inForceTo };
}

const THREE = [
  plan('third', '2026-11-30', null),
  plan('first', '2025-01-09', '2026-05-31'),
  plan('second', '2026-05-31', '2026-11-30'),
];

test('plans stand in the order in which they came into force', () => {
  expect(periodsOf(THREE).map((one) => one.plan.id)).toEqual(['first', 'second', 'third']);
});

test.each([
  ['2025-01-09', undefined],
  ['2025-01-10', 'first'],
  ['2026-05-31', 'first'],
  ['2026-06-01', 'second'],
  ['2026-11-30', 'second'],
  ['2026-12-01', 'third'],
  ['2099-01-01', 'third'],
])('on %s in Riyadh %s is in force', (day, id) => {
  expect(planOn(THREE, day, RIYADH)?.id).toBe(id);
});

test.each(['2026-02-30', '2026-1-1', 'yesterday', '', null, '0001-01-01', '9999-12-31'])(
  '«%s» is no day',
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

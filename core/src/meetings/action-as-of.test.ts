import { expect, test } from 'vitest';
import { associationId } from '../../test/fixtures/rectangles.ts';
import type { RecordedAct } from '../model/record.ts';
import { actionAsOf } from './action-as-of.ts';

const owner = { association: associationId('west'), person: null, name: 'سعاد' };
const action = { owner, dueOn: '2026-12-30' };
const act = (day: number, name: RecordedAct, data: Record<string, unknown> = {}) => ({
  act: name,
  at: `2026-11-${day}T09:00:00.000Z`,
  data,
});
const on = (day: number) => new Date(`2026-11-${day}T12:00:00Z`);
const acts = [
  act(10, 'action-opened', { dueOn: '2026-12-01', association: 'west' }),
  act(12, 'action-changed', { dueOn: '2026-12-30', association: 'east' }),
  act(14, 'action-done', { dueOn: '2026-12-30', association: 'east' }),
  act(16, 'action-reopened', { dueOn: '2026-12-30', association: 'east' }),
  act(18, 'action-fell-back', { person: 'somebody', association: null }),
];

test.each([
  [9, null],
  [10, { state: 'open', dueOn: '2026-12-01', association: 'west', owner: null }],
  [12, { state: 'open', dueOn: '2026-12-30', association: 'east', owner: null }],
  [14, { state: 'done', dueOn: '2026-12-30', association: 'east', owner: null }],
  [16, { state: 'open', dueOn: '2026-12-30', association: 'east', owner: null }],
  [18, { state: 'open', dueOn: '2026-12-30', association: 'west', owner: 'سعاد' }],
])('an action on the %ith is as the record of it said by then', (day, then) => {
  expect(actionAsOf(action, acts, on(day))).toEqual(then);
});

test('whose it is, is named as long as nobody else can have been given it', () => {
  const done = [acts[0], act(12, 'action-done')].filter((one) => one !== undefined);
  expect(actionAsOf(action, done, on(11))).toMatchObject({ state: 'open', owner: 'سعاد' });
});

test('whose it is, is not known after it fell back and nobody wrote down to whom', () => {
  const first = act(10, 'action-opened', { dueOn: '2026-12-01', association: 'west' });
  const then = [first, act(12, 'action-fell-back', { person: 'somebody' }), act(14, 'action-done')];
  const given = act(13, 'action-changed', { association: 'east' });
  expect(actionAsOf(action, then, on(11))).toMatchObject({ association: 'west' });
  expect(actionAsOf(action, then, on(12))).toMatchObject({ association: null });
  expect(actionAsOf(action, then.toSpliced(2, 0, given), on(13))).toMatchObject({ association: 'east' });
});

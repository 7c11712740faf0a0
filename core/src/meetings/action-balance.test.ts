import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActionEntry } from '../model/action.ts';
import { actionBalance } from './action-balance.ts';
import { actionTiming, reminderDue } from './action-timing.ts';

const HOUR_MS = 3_600_000;
const at = (hour: number) => new Date(Date.UTC(2026, 11, 1) + hour * HOUR_MS);

/** One action that changes as it can: opened, then closed and opened again by turns. */
const life = fc
  .tuple(
    fc.nat(100),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('done', 'dropped')), { maxLength: 6 }),
  )
  .map(([opened, steps]) => {
    let hour = opened;
    const entries: { change: ActionEntry['change']; hour: number }[] = [{ change: 'opened', hour }];
    for (const [i, [wait, closing]] of steps.entries()) {
      hour += wait;
      entries.push({ change: i % 2 === 0 ? (closing as ActionEntry['change']) : 'reopened', hour });
    }
    return entries;
  });

test('what is open now is what was open, with what was opened, without what was closed', () => {
  fc.assert(
    fc.property(fc.array(life, { maxLength: 10 }), fc.nat(200), fc.nat(200), (lives, since, more) => {
      const steps = lives.flat().map(({ change, hour }) => ({ change, at: at(hour).toISOString() }));
      const until = since + more;
      const openAt = (hour: number) =>
        lives.filter((entries) => {
          const last = entries.filter((entry) => entry.hour <= hour).at(-1)?.change;
          return last === 'opened' || last === 'reopened';
        }).length;
      const balance = actionBalance(steps, at(since), at(until));
      expect(balance.openThen).toBe(openAt(since));
      expect(balance.openNow).toBe(openAt(until));
      expect(balance.openNow).toBe(balance.openThen + balance.opened - balance.closed);
    }),
  );
});

test('before the first meeting nothing was open', () => {
  const steps = [{ change: 'opened' as const, at: at(1).toISOString() }];
  expect(actionBalance(steps, null, at(2))).toEqual({ openThen: 0, opened: 1, closed: 0, openNow: 1 });
});

test('an owner is reminded once before the day and once after it', () => {
  const action = { state: 'open' as const, dueOn: '2026-12-10' };
  expect(reminderDue({ ...action, reminded: null }, '2026-12-02')).toBe(null);
  expect(reminderDue({ ...action, reminded: null }, '2026-12-03')).toBe('soon');
  expect(reminderDue({ ...action, reminded: 'soon' }, '2026-12-10')).toBe(null);
  expect(reminderDue({ ...action, reminded: 'soon' }, '2026-12-11')).toBe('late');
  expect(reminderDue({ ...action, reminded: 'late' }, '2026-12-20')).toBe(null);
  expect(reminderDue({ ...action, state: 'done', reminded: null }, '2026-12-20')).toBe(null);
});

test('an action is late from the day after', () => {
  const on = (today: string) => actionTiming({ state: 'open', dueOn: '2026-12-10' }, today);
  expect([on('2026-12-02'), on('2026-12-03'), on('2026-12-10'), on('2026-12-11')]).toEqual([
    'later',
    'soon',
    'soon',
    'late',
  ]);
});

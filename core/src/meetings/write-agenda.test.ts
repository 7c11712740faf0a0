import { describe, expect, test } from 'vitest';
import type { PlanId, VillageId } from '../model/ids.ts';
import type { AgendaFact } from './agenda-facts.ts';
import { gapTitle } from './agenda-titles.ts';
import { meetingAfter } from './meeting-transitions.ts';
import { type KeptItem, writeAgenda } from './write-agenda.ts';

const fact = (key: string, reason: AgendaFact['reason'], weight = 0): AgendaFact => ({
  key,
  reason,
  about: { kind: 'note' },
  title: { ar: key, en: key },
  weight,
});
const kept = (id: string, rest: Partial<KeptItem> = {}): KeptItem => ({
  id,
  isAdded: false,
  rank: null,
  isOff: false,
  ...rest,
});
const idsOf = (facts: readonly AgendaFact[], items: readonly KeptItem[]) =>
  writeAgenda(facts, items).map((line) => line.kept?.id ?? line.fact?.key);

describe('an agenda that writes itself', () => {
  test('goes from what is late over what waits to the ground, the most needed first', () => {
    const facts = [
      fact('gap-few', 'gap', 3),
      fact('gap-many', 'gap', 90),
      fact('p', 'proposal-waiting'),
      fact('a', 'action-late'),
    ];
    expect(idsOf(facts, [])).toEqual(['a', 'p', 'gap-many', 'gap-few']);
  });

  test('ends with what people added', () => {
    expect(idsOf([fact('gap', 'gap')], [kept('added-1', { isAdded: true })])).toEqual(['gap', 'added-1']);
  });

  test('keeps the order that it was put in, and adds what has come up since', () => {
    const items = [kept('gap', { rank: 1 }), kept('added-1', { isAdded: true, rank: 2 })];
    expect(idsOf([fact('a', 'action-late'), fact('gap', 'gap')], items)).toEqual(['gap', 'added-1', 'a']);
  });

  test('leaves off what was taken off', () => {
    expect(idsOf([fact('gap', 'gap')], [kept('gap', { isOff: true })])).toEqual([]);
  });

  test('keeps what was put in order also when it is so no more', () => {
    expect(writeAgenda([], [kept('gap', { rank: 1 })])).toMatchObject([{ kept: { id: 'gap' }, fact: null }]);
  });

  test('has at most twenty of one kind', () => {
    const facts = Array.from({ length: 30 }, (_, i) => fact(`gap-${i}`, 'gap', i));
    expect(idsOf(facts, [])).toHaveLength(20);
  });

  test('names what comes up twice once, by the weightier', () => {
    const facts = [
      fact('zone', 'zone-ends', 1),
      fact('gap', 'gap', 3),
      fact('gap', 'gap', 5),
      fact('zone', 'zone-ends', 1),
    ];
    expect(idsOf(facts, [])).toEqual(['gap', 'zone']);
    expect(writeAgenda(facts, [])[0]?.fact?.weight).toBe(5);
  });

  test('has the three largest gaps without a village, and all with one', () => {
    const gap = (key: string, weight: number, villages: VillageId[]): AgendaFact => ({
      ...fact(key, 'gap', weight),
      about: { kind: 'gap', plan: 'p' as PlanId, position: [40, 20], villages },
    });
    const facts = [
      ...Array.from({ length: 5 }, (_, i) => gap(`empty-${i}`, i, [])),
      gap('v', 0, ['v' as VillageId]),
    ];
    expect(idsOf(facts, [])).toEqual(['empty-4', 'empty-3', 'empty-2', 'v']);
  });
});

test('a gap is called by up to three of its villages, or by its size', () => {
  const village = (name: string) => ({ ar: name, en: name });
  expect(gapTitle([village('أ'), village('ب')], 5).ar).toBe('فجوة: أ، ب');
  expect(gapTitle(['a', 'b', 'c', 'd'].map(village), 5).en).toBe('Gap: a, b, c and others');
  expect(gapTitle([], 12.4)).toEqual({ ar: 'فجوة بلا قرى، ١٢ كم²', en: 'Gap without villages, 12 km²' });
});

test('a meeting is planned, opened, closed and approved, and cancelled only before', () => {
  expect(meetingAfter('planned', 'open')).toBe('running');
  expect(meetingAfter('running', 'close')).toBe('held');
  expect(meetingAfter('held', 'resume')).toBe('running');
  expect(meetingAfter('held', 'approve')).toBe('approved');
  expect(meetingAfter('running', 'cancel')).toBe(null);
  for (const act of ['move', 'cancel', 'open', 'close', 'resume', 'approve'] as const) {
    expect(meetingAfter('approved', act)).toBe(null);
    expect(meetingAfter('cancelled', act)).toBe(null);
  }
});

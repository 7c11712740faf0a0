import type { AssociationId, PlanId, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { plans } from '../../test/fixtures/small-area.ts';
import { known, smallNeed } from '../../test/fixtures/small-need.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import type { HeardEvent } from '../api/area-events.ts';
import { countedVillages, orphansByAssociation } from './known-need.ts';
import { mayCount } from './need-slice.ts';
import { planProblems } from './next-problem.ts';
import { EMPTY_LINK } from './share-link.ts';

const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const EAST = 'east' as VillageId;
const COUNTS = { round: '2026-11', orphans: 3, widows: 12, families: 57 };

/** The page of the coordinator of B. */
async function opened(changes: Partial<Api> = {}) {
  const store = firstVisit(smallService(changes));
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadNeed();
  return store;
}

test('need is known to who has a role, and to nobody else', async () => {
  const store = await opened();
  expect(store.getState().need?.status).toBe('ready');
  await store.getState().signOut();
  await store.getState().loadNeed();
  expect(store.getState().need).toBeNull();
});

test('what was counted is on the screen at once', async () => {
  const store = await opened();
  expect(await store.getState().countNeed(EAST, COUNTS)).toBeNull();
  expect(countedVillages(store.getState()).get(EAST)?.orphans).toEqual({ least: 3, most: 3 });
});

test('a count that the service refuses changes nothing, and says why', async () => {
  const problem = { kind: 'unreachable' } as const;
  const store = await opened({ countNeed: async () => ({ ok: false, problem }) });
  expect(await store.getState().countNeed(EAST, COUNTS)).toEqual(problem);
  expect(countedVillages(store.getState()).size).toBe(0);
});

test('a coordinator counts the villages of their own association, and none that others or nobody covers', async () => {
  const { getState } = await opened();
  expect([[B], [A, B], [A], []].map((owners) => mayCount(getState(), owners))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a capacity that was stated is that of the association from then on', async () => {
  const store = await opened();
  expect(await store.getState().stateCapacity(B, 40)).toBeNull();
  expect(await store.getState().stateCapacity(B, 45)).toBeNull();
  const { area } = store.getState();
  expect(area.status === 'ready' && area.value.associations.find(({ id }) => id === B)?.capacity).toBe(45);
});

test('what is shared is listed until it is taken back', async () => {
  const store = await opened();
  const shares = () => {
    const { need } = store.getState();
    return need?.status === 'ready' ? need.value.shares : null;
  };
  await store.getState().shareNeed(A, '2027-01-01T00:00:00Z');
  expect(shares()).toEqual([{ owner: B, reader: A, until: '2027-01-01T00:00:00Z' }]);
  await store.getState().shareNeed(A, null);
  expect(shares()).toEqual([]);
});

test('need is asked for anew when another plan comes into force, and not when a draft is changed', async () => {
  let hear: ((event: HeardEvent) => void) | undefined;
  let asked = 0;
  let present = plans;
  const service = smallNeed();
  const store = await opened({
    listen: (_, listener) => {
      hear = listener;
      return () => {};
    },
    plans: async () => ({ ok: true, value: present }),
    need: (area, day) => {
      asked += 1;
      return service.need(area, day);
    },
  });
  const changed = (plan: string) =>
    hear?.({
      kind: 'plan',
      data: { area: 'square' as never, plan: plan as PlanId, change: 'changed', version: 2, client: null },
    });
  const before = asked;
  const titles = () => {
    const { area } = store.getState();
    return area.status === 'ready' ? area.value.plans.map(({ title }) => title.en) : [];
  };
  present = plans.map((plan) =>
    plan.id === 'second' ? { ...plan, title: { ar: 'أخرى', en: 'Renamed' } } : plan,
  );
  changed('second');
  await expect.poll(titles).toContain('Renamed');
  expect(asked).toBe(before);
  present = plans.map((plan) =>
    plan.id === 'second'
      ? { ...plan, state: 'in-force' as const, inForceFrom: '2026-11-25T00:00:00Z', inForceTo: null }
      : { ...plan, state: 'withdrawn' as const },
  );
  changed('second');
  await expect.poll(() => asked).toBe(before + 1);
});

test('the need of a territory is the sum of what is known of its villages, those that others claim too included', async () => {
  const villages = [known('west', { least: 3, most: 3 }), known('shared', { least: 1, most: 9 })];
  const store = await opened({ ...smallNeed(villages) });
  const { plan } = store.getState();
  const coverage = plan.status === 'ready' ? (plan.value?.coverage.villages ?? []) : [];
  const sums = orphansByAssociation(coverage, countedVillages(store.getState()));
  expect(sums.get(A)).toEqual({ orphans: { least: 4, most: 12 }, counted: 2, villages: 2 });
  expect(sums.get(B)).toEqual({ orphans: { least: 1, most: 9 }, counted: 1, villages: 2 });
});

test.each([
  ['the gap', 'far', 'shared'],
  ['the overlap', 'shared', 'far'],
])('the next problem is the one with the largest known need: %s', async (_, larger, smaller) => {
  const store = await opened({
    ...smallNeed([known(larger, { least: 20, most: 49 }), known(smaller, { least: 12, most: 12 })]),
  });
  expect(planProblems(store.getState())[0]?.kind).toBe(larger === 'far' ? 'gap' : 'overlap');
});

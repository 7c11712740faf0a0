import type { AssociationId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import type { AppStore } from './app-state.ts';
import { dayAfter, today } from './day-in-area.ts';
import { planProblems } from './next-problem.ts';
import { EMPTY_LINK } from './share-link.ts';

const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const TITLE = { ar: 'مسودة', en: 'Draft' };

/** A draft that is drawn: A has x 0–2 and B 1–3, so that both claim x 1–2. */
async function drawing(api: Api = smallService()) {
  const store = firstVisit(api);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().startEditing(TITLE);
  return store;
}

function planOf(store: AppStore) {
  const { plan } = store.getState();
  if (plan.status !== 'ready' || !plan.value) throw new Error('No plan is shown');
  return plan.value;
}

/** Agrees on the overlap, B leading. */
async function agree(store: AppStore, days = 400): Promise<boolean> {
  const [overlap] = planOf(store).coverage.overlaps.features;
  if (overlap) store.getState().startZone(overlap);
  const endsOn = dayAfter(today('Asia/Riyadh'), days);
  return store.getState().saveZone({ lead: B, services: ['Visits'], endsOn });
}

test('an overlap that is agreed is shared on the screen at once, with the lead first, and chosen', async () => {
  const store = await drawing();
  expect(await agree(store)).toBe(true);
  const { coverage, zones } = planOf(store);
  expect(coverage.overlaps.features).toEqual([]);
  expect(coverage.shared.features[0]?.properties.associations).toEqual([B, A]);
  expect(zones).toMatchObject([{ lead: B, partners: [A], services: ['Visits'] }]);
  expect(store.getState().selection).toEqual({ kind: 'shared', id: 'shared-1' });
  expect(store.getState().zoneForm).toBeNull();
});

test('what is shared is no problem, until thirty days before its end', async () => {
  const kinds = async (days: number) => {
    const store = await drawing();
    await agree(store, days);
    return planProblems(store.getState()).map(({ kind }) => kind);
  };
  expect(await kinds(31)).not.toContain('shared');
  expect(await kinds(30)).toContain('shared');
});

test('steps that are drawn and taken back leave what is shared as it was agreed', async () => {
  const store = await drawing();
  await agree(store);
  store.getState().edit({ kind: 'resolve-overlap', at: [1.5, 0.5], inFavourOf: A });
  expect(planOf(store).coverage.shared.features).toEqual([]);
  expect(planOf(store).zones).toHaveLength(1);
  store.getState().undo();
  expect(planOf(store).coverage.shared.features).toHaveLength(1);
});

test('an agreement is changed and taken away', async () => {
  const store = await drawing();
  await agree(store);
  const [zone] = planOf(store).zones;
  if (!zone) throw new Error('Nothing is agreed');
  store.getState().changeZone(zone.id);
  await store.getState().saveZone({ lead: A, services: ['Visits', 'Food'], endsOn: zone.endsOn });
  expect(planOf(store).coverage.shared.features[0]?.properties).toMatchObject({
    lead: A,
    services: ['Visits', 'Food'],
  });
  await store.getState().removeZone(zone.id);
  expect(planOf(store).coverage.overlaps.features).toHaveLength(1);
  expect(planOf(store).zones).toEqual([]);
});

test('what the service refuses is told in the form, and nothing is shared', async () => {
  const problem = { kind: 'unreachable' } as const;
  const store = await drawing(smallService({ agreeZone: async () => ({ ok: false, problem }) }));
  expect(await agree(store)).toBe(false);
  expect(store.getState().zoneForm).toMatchObject({ saving: false, problem });
  expect(planOf(store).coverage.overlaps.features).toHaveLength(1);
});

test('where others changed it first, the next try is made on what they made of it', async () => {
  const service = smallService();
  const store = await drawing(service);
  await agree(store);
  const [zone] = planOf(store).zones;
  if (!zone) throw new Error('Nothing is agreed');
  store.getState().changeZone(zone.id);
  const { geometry, lead, partners, endsOn } = zone;
  await service.changeZone(
    { area: 'small', plan: planOf(store).plan.id, id: zone.id, version: 1 },
    { geometry, lead, partners, endsOn, services: ['Theirs'] },
  );
  const mine = { lead: A, services: ['Mine'], endsOn };
  expect(await store.getState().saveZone(mine)).toBe(false);
  expect(planOf(store).zones).toMatchObject([{ services: ['Theirs'] }]);
  expect(await store.getState().saveZone(mine)).toBe(true);
  expect(planOf(store).zones).toMatchObject([{ lead: A, services: ['Mine'], version: 3 }]);
});

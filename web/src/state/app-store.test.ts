import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import { currentLink } from './current-link.ts';
import { EMPTY_LINK, type ShareLink } from './share-link.ts';
import { shownCoverage } from './shown-coverage.ts';

async function opened(link: ShareLink = EMPTY_LINK, changes: Partial<Api> = {}) {
  const store = firstVisit(smallService(changes));
  await store.getState().start(link);
  return store;
}
const unreachable = async () => ({ ok: false, problem: { kind: 'unreachable' } }) as const;

test('a first visit opens the first area with its plan in force, and shows all of it', async () => {
  const { area, plan, flight } = (await opened()).getState();
  expect(area.status === 'ready' && area.value.area.id).toBe('square');
  expect(plan.status === 'ready' && plan.value?.plan.id).toBe('first');
  expect(flight?.target).toEqual({ kind: 'bounds', bounds: [0, 0, 4, 1], besideCard: false });
});

test('a link opens its plan, its view and its selection, and asks again', async () => {
  const link: ShareLink = {
    area: 'square',
    plan: 'second',
    day: null,
    language: 'ar',
    view: { centre: [1, 0.5], zoom: 9 },
    selection: { kind: 'village', id: 'west' },
    proposal: null,
    initiative: null,
    meeting: null,
    projects: false,
  };
  const store = await opened(link);
  const { question, flight } = store.getState();
  expect(flight?.target).toEqual({ kind: 'view', view: link.view });
  expect(question?.status === 'ready' && question.value.status).toBe('covered');
  expect(currentLink({ ...store.getState(), view: link.view })).toEqual(link);
});

test('choosing a gap flies to its box, and leaves room for what is said about it', async () => {
  const store = await opened();
  await store.getState().select({ kind: 'gap', id: 'gap-1' });
  expect(store.getState().flight?.target).toEqual({ kind: 'bounds', bounds: [3, 0, 4, 1], besideCard: true });
  expect(store.getState().question).toBeNull();
});

test('choosing a place on the map asks who covers it and does not move the map', async () => {
  const store = await opened();
  const before = store.getState().flight;
  await store.getState().selectOnMap({ kind: 'point', at: [3.5, 0.5] });
  const { question, flight } = store.getState();
  expect(flight).toBe(before);
  expect(question?.status === 'ready' && question.value.status).toBe('gap');
});

test('an answer that comes after something else was chosen is dropped', async () => {
  let answerFirst: (() => void) | undefined;
  const first = new Promise<void>((resolve) => {
    answerFirst = resolve;
  });
  const service = smallService();
  const slow: Api['whoCoversPoint'] = async (at, day) => {
    await first;
    return service.whoCoversPoint(at, day);
  };
  const store = await opened(EMPTY_LINK, { whoCoversPoint: slow });
  const asked = store.getState().selectOnMap({ kind: 'point', at: [3.5, 0.5] });
  await store.getState().select({ kind: 'gap', id: 'gap-1' });
  answerFirst?.();
  await asked;
  expect(store.getState().question).toBeNull();
});

test('another plan takes the chosen gap with it, but not the chosen village', async () => {
  const store = await opened();
  await store.getState().select({ kind: 'gap', id: 'gap-1' });
  await store.getState().openPlan('second');
  expect(store.getState().selection.kind).toBe('none');
  await store.getState().select({ kind: 'village', id: 'west' });
  await store.getState().openPlan('first');
  expect(store.getState().selection).toEqual({ kind: 'village', id: 'west' });
});

test('for a plan that is not in force, what it says of a place is told beside the answer', async () => {
  const store = await opened({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().selectOnMap({ kind: 'point', at: [1.5, 0.5] });
  expect(shownCoverage(store.getState())).toEqual({ status: 'overlap', associations: ['a', 'b'] });
  await store.getState().openPlan('first');
  expect(shownCoverage(store.getState())).toBeNull();
});

test('a service out of reach is said, and trying again loads everything', async () => {
  let broken = true;
  const service = smallService();
  const store = await opened(EMPTY_LINK, { areas: () => (broken ? unreachable() : service.areas()) });
  expect(store.getState().areas).toEqual({ status: 'failed', problem: { kind: 'unreachable' } });
  broken = false;
  await store.getState().retry();
  expect(store.getState().plan.status).toBe('ready');
});

test('a pinned village has its location, and the way back takes it away again', async () => {
  const store = await opened();
  store.getState().startPlacing({ kind: 'village', id: 'lost' }, 'map');
  expect(await store.getState().place([2, 0.5])).toBe(true);
  const locationNow = () => {
    const { area } = store.getState();
    return area.status === 'ready' && area.value.villages.find(({ id }) => id === 'lost')?.location;
  };
  expect(locationNow()).toEqual([2, 0.5]);
  expect(store.getState()).toMatchObject({ placing: null, placed: { before: null } });
  await store.getState().undoPlacing();
  expect(locationNow()).toBeNull();
});

test('when somebody else placed it first, their version is fetched and the refusal is shown', async () => {
  const service = smallService();
  const store = await opened(EMPTY_LINK, service);
  await service.moveVillage({ area: 'square', id: 'lost', version: 1, location: [1, 1] });
  store.getState().startPlacing({ kind: 'village', id: 'lost' }, 'coordinates');
  expect(await store.getState().place([2, 0.5])).toBe(false);
  const { placing, area } = store.getState();
  expect(placing?.problem).toMatchObject({ kind: 'refused', status: 412 });
  expect(area.status === 'ready' && area.value.villages.find(({ id }) => id === 'lost')?.location).toEqual([
    1, 1,
  ]);
});

test('a seat is placed like a village', async () => {
  const store = await opened();
  store.getState().startPlacing({ kind: 'seat', id: 'b' }, 'coordinates');
  expect(await store.getState().place([2.5, 0.5])).toBe(true);
  const { area } = store.getState();
  expect(
    area.status === 'ready' && area.value.associations.find(({ id }) => id === 'b')?.seat.location,
  ).toEqual([2.5, 0.5]);
});

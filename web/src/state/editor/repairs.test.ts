import type { AssociationId, MultiPolygon, Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../../test/fixtures/first-visit.ts';
import { smallService } from '../../../test/fixtures/small-service.ts';
import type { AppStore } from '../app-state.ts';
import { planProblems, problemPlace } from '../next-problem.ts';
import { EMPTY_LINK } from '../share-link.ts';

const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const GAP: Position = [3.5, 0.5];

/** A page with a draft open for drawing; A claims x 0–2, B 1–3, nobody 3–4. */
async function drawing(): Promise<AppStore> {
  const api = smallService();
  const store = firstVisit(api);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().startEditing({ ar: 'مسودة', en: 'Draft' });
  return store;
}

function report(store: AppStore) {
  const { plan } = store.getState();
  if (plan.status !== 'ready' || !plan.value) throw new Error('No plan is shown');
  return plan.value.coverage;
}

function kinds(store: AppStore) {
  return planProblems(store.getState()).map(({ kind }) => kind);
}

test('a gap is split among its neighbours in one step, which can be taken back', async () => {
  const store = await drawing();
  expect(store.getState().edit({ kind: 'share-gap', at: GAP, among: 'neighbours' })).toBe(true);
  expect(report(store).gaps.features).toEqual([]);
  expect(report(store).villages.find(({ id }) => id === 'far')?.associations).toEqual([B]);
  store.getState().undo();
  expect(report(store).gaps.features).toHaveLength(1);
});

test('a locked neighbour gets nothing of a gap', async () => {
  const store = await drawing();
  store.getState().setLocked(B, true);
  store.getState().edit({ kind: 'share-gap', at: GAP, among: 'neighbours' });
  expect(report(store).villages.find(({ id }) => id === 'far')?.associations).toEqual([A]);
});

test('a territory that was pointed at goes into the chosen one when a person says how much, and stays when not', async () => {
  const store = await drawing();
  store.getState().chooseTerritory(A);
  store.getState().startMerging({ from: B, at: [2.5, 0.5] });
  store.getState().giveMerging(null);
  expect(store.getState().editing?.history.done).toBe(0);
  store.getState().startMerging({ from: B, at: [2.5, 0.5] });
  store.getState().giveMerging('whole');
  expect(store.getState().editing?.merging).toBe(null);
  expect(report(store).territories.map(({ association }) => association)).toEqual([A]);
  expect(report(store).villages.find(({ id }) => id === 'east')?.associations).toEqual([A]);
});

test('problems are stepped through with most villages first, then the largest, and around', async () => {
  const store = await drawing();
  // Both have one village; the gap and the overlap are equally large: so it is as they are listed.
  expect(kinds(store).sort()).toEqual(['gap', 'overlap']);
  store.getState().goToProblem(1);
  const first = store.getState().selection;
  expect(problemPlace(store.getState(), first)).toEqual({
    place: 1,
    count: 2,
    kinds: [
      { kind: 'gap', count: 1 },
      { kind: 'overlap', count: 1 },
    ],
  });
  store.getState().goToProblem(1);
  expect(problemPlace(store.getState(), store.getState().selection)?.place).toBe(2);
  store.getState().goToProblem(1);
  expect(store.getState().selection).toEqual(first);
  store.getState().goToProblem(-1);
  expect(problemPlace(store.getState(), store.getState().selection)?.place).toBe(2);
});

test('a part of a territory apart from its seat is a problem, and is one no more when it is given away', async () => {
  const store = await drawing();
  store.getState().edit({ kind: 'resolve-overlap', at: [1.5, 0.5], inFavourOf: B });
  store.getState().edit({ kind: 'assign-gap', at: GAP, to: A });
  // A A | B B B | A     the seat of A is in the west
  expect(kinds(store)).toEqual(['part']);
  store.getState().goToProblem(1);
  expect(store.getState().selection.kind).toBe('part');
  store.getState().edit({ kind: 'merge-territories', from: A, into: B, part: GAP });
  expect(kinds(store)).toEqual([]);
  store.getState().goToProblem(1);
  expect(store.getState().editing?.notice?.kind).toBe('no-problem');
});

test('uncovered villages within a gap are no problems besides it, however many they are', async () => {
  const store = await drawing();
  expect(kinds(store)).not.toContain('village');
  const ring: Position[] = [
    [2, 0],
    [3, 0],
    [3, 1],
    [2, 1],
    [2, 0],
  ];
  const shape: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring]] };
  store.getState().edit({ kind: 'erase-territory', association: B, shape, to: 'gap' });
  expect(kinds(store)).toEqual(['gap', 'overlap']);
});

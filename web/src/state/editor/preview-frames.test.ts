import type { AssociationId, Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { drawingStore } from '../../../test/fixtures/drawing-store.ts';
import type { AppStore, PlanData } from '../app-state.ts';

const B = 'b' as AssociationId;
/** Over the village that nobody serves; A claims x 0–2, B 1–3, nobody 3–4. */
const FIRST_STEP: readonly Position[] = [
  [3.4, 0.5],
  [3.6, 0.5],
];
/** Not there yet. */
const NEAR_STEP: readonly Position[] = [
  [3.1, 0.1],
  [3.11, 0.1],
];
const NEXT_STEP: readonly Position[] = [...FIRST_STEP, [3.7, 0.5]];

/** Frames that come when they are told to. */
function frames() {
  let due: (() => void)[] = [];
  return {
    nextFrame: (work: () => void) => {
      due.push(work);
    },
    pass: (count = 1) => {
      for (let i = 0; i < count; i++) {
        const works = due;
        due = [];
        for (const work of works) work();
      }
    },
  };
}

async function drawing() {
  const { nextFrame, pass } = frames();
  return { store: await drawingStore({ nextFrame }), pass };
}

function ownersOfFar(data: PlanData | null) {
  return data?.coverage.villages.find(({ id }) => String(id) === 'far')?.associations;
}

/** What the panels say. */
function said(store: AppStore) {
  const { plan } = store.getState();
  return plan.status === 'ready' ? plan.value : null;
}

test('the map draws what comes of a step together with the next one, and panels say it a frame later', async () => {
  const { store, pass } = await drawing();
  store.getState().previewStroke(FIRST_STEP);
  expect(store.getState().ahead).toBeNull();
  store.getState().previewStroke(NEXT_STEP);
  expect(ownersOfFar(store.getState().ahead)).toEqual([B]);
  expect(ownersOfFar(said(store))).toEqual([]);
  pass();
  expect(store.getState().ahead).toBeNull();
  expect(ownersOfFar(said(store))).toEqual([B]);
});

test('a hand that rests sees it by itself', async () => {
  const { store, pass } = await drawing();
  store.getState().previewStroke(FIRST_STEP);
  pass(5);
  expect(ownersOfFar(said(store))).toEqual([B]);
});

test('a step that came later waits as many frames for the next one as any other', async () => {
  const { store, pass } = await drawing();
  store.getState().previewStroke(NEAR_STEP);
  pass(2);
  store.getState().previewStroke(NEXT_STEP);
  pass(2);
  // The frames that the first step would have waited are over.
  expect(ownersOfFar(said(store))).toEqual([]);
  expect(store.getState().ahead).toBeNull();
  pass(3);
  expect(ownersOfFar(said(store))).toEqual([B]);
});

test('what was not shown yet when a stroke is called off never is', async () => {
  const { store, pass } = await drawing();
  store.getState().previewStroke(FIRST_STEP);
  store.getState().previewStroke(NEXT_STEP);
  store.getState().previewStroke(FIRST_STEP);
  store.getState().dropPreview();
  pass(5);
  expect(store.getState().ahead).toBeNull();
  expect(ownersOfFar(said(store))).toEqual([]);
});

test('an edit that is made in the frame before is assessed from what was seen', async () => {
  const { store, pass } = await drawing();
  store.getState().previewStroke(FIRST_STEP);
  store.getState().previewStroke(NEXT_STEP);
  store.getState().releaseStroke(NEXT_STEP);
  pass(5);
  expect(ownersOfFar(said(store))).toEqual([B]);
  store.getState().undo();
  expect(ownersOfFar(said(store))).toEqual([]);
});

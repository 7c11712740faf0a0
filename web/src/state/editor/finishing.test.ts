import type { AssociationId, Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { directPreviewer } from '../../../test/fixtures/direct-previewer.ts';
import { drawingStore } from '../../../test/fixtures/drawing-store.ts';
import type { AppStore } from '../app-state.ts';
import { type EditPreviewer, resultOf } from './edit-preview.ts';

const B = 'b' as AssociationId;
/** Over the village that nobody serves; A claims x 0–2, B 1–3, nobody 3–4. */
const STROKE: readonly Position[] = [
  [3.4, 0.5],
  [3.6, 0.5],
];

/** Answers what is asked at the end of a stroke only when it is told to. */
function slowPreviewer() {
  let answers: (() => void)[] = [];
  const previewer: EditPreviewer = {
    ask: directPreviewer.ask,
    conclude: (question, answer) => answers.push(() => answer(resultOf(question))),
  };
  return {
    previewer,
    answer: () => {
      const due = answers;
      answers = [];
      for (const one of due) one();
    },
  };
}

function ownersOfFar(store: AppStore) {
  const { plan } = store.getState();
  const villages = plan.status === 'ready' ? plan.value?.coverage.villages : undefined;
  return villages?.find(({ id }) => String(id) === 'far')?.associations;
}

function steps(store: AppStore) {
  return store.getState().editing?.history.done;
}

test('when the hand lets go, what was seen stays until the step is made', async () => {
  const { previewer, answer } = slowPreviewer();
  const store = await drawingStore({ previewer });
  store.getState().previewStroke(STROKE);
  store.getState().releaseStroke(STROKE);
  expect([ownersOfFar(store), steps(store)]).toEqual([[B], 0]);
  answer();
  expect([ownersOfFar(store), steps(store)]).toEqual([[B], 1]);
  expect(store.getState().beneath).toBeNull();
  expect(store.getState().editing?.before).toBeNull();
  store.getState().undo();
  expect([ownersOfFar(store), steps(store)]).toEqual([[], 0]);
});

test('whoever goes on sooner finds the step made, and made once', async () => {
  const { previewer, answer } = slowPreviewer();
  const store = await drawingStore({ previewer });
  store.getState().releaseStroke(STROKE);
  store.getState().undo();
  expect([ownersOfFar(store), steps(store)]).toEqual([[], 0]);
  answer();
  expect(ownersOfFar(store)).toEqual([]);
  store.getState().redo();
  expect([ownersOfFar(store), steps(store)]).toEqual([[B], 1]);
  expect(store.getState().editing?.history.steps).toHaveLength(1);
});

test('a second stroke is drawn on what came of the first', async () => {
  const { previewer, answer } = slowPreviewer();
  const store = await drawingStore({ previewer });
  store.getState().releaseStroke(STROKE);
  store.getState().chooseTool('erase');
  store.getState().releaseStroke(STROKE);
  answer();
  expect([ownersOfFar(store), steps(store)]).toEqual([[], 2]);
});

test('a page that is closed before the answer, or a draft that is left, keeps the step', async () => {
  const { previewer } = slowPreviewer();
  const store = await drawingStore({ previewer });
  store.getState().releaseStroke(STROKE);
  store.getState().finishStroke();
  expect([ownersOfFar(store), steps(store)]).toEqual([[B], 1]);
  store.getState().chooseTool('erase');
  store.getState().releaseStroke(STROKE);
  store.getState().stopEditing();
  await store.getState().startEditing({ ar: 'مسودة', en: 'Draft' });
  expect([ownersOfFar(store), steps(store)]).toEqual([[], 2]);
});

test('what cannot be worked out aside is worked out at once', async () => {
  const { previewer } = slowPreviewer();
  const store = await drawingStore({
    previewer: { ...previewer, conclude: (_, answer) => answer(null) },
  });
  store.getState().releaseStroke(STROKE);
  expect([ownersOfFar(store), steps(store)]).toEqual([[B], 1]);
});

import type { AssociationId, Position } from '@nitaq/core';
import { expect, test, vi } from 'vitest';
import { firstVisit } from '../../../test/fixtures/first-visit.ts';
import { memoryStorage } from '../../../test/fixtures/memory-storage.ts';
import { smallService } from '../../../test/fixtures/small-service.ts';
import type { AppStore } from '../app-state.ts';
import { EMPTY_LINK } from '../share-link.ts';

const TITLE = { ar: 'مسودة', en: 'Draft' };
const A = 'a' as AssociationId;
const B = 'b' as AssociationId;
const OVERLAP: Position = [1.5, 0.5];

/** A page with a draft open for drawing, in which B gave the overlap to A: A has x 0–2, B 2–3, nobody 3–4. */
async function drawing(storage = memoryStorage()): Promise<AppStore> {
  const store = firstVisit(smallService(), storage);
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().startEditing(TITLE);
  store.getState().edit({ kind: 'resolve-overlap', at: OVERLAP, inFavourOf: A });
  store.getState().chooseTerritory(A);
  store.getState().chooseTool('reshape');
  return store;
}

/** Locks the border between A and B, from its southern end to its northern one. */
function lockBorder(store: AppStore): void {
  store.getState().chooseVertex([2, 0]);
  store.getState().startStretch();
  expect(store.getState().extendStretch([2, 1])).toBe(true);
  store.getState().lockStretch();
}

function editing(store: AppStore) {
  const { editing } = store.getState();
  if (!editing) throw new Error('Nothing is drawn');
  return editing;
}

test('a stretch is chosen between two places of a border, and belongs to both sides of it', async () => {
  const store = await drawing();
  lockBorder(store);
  expect(editing(store).lockedStretches).toEqual([
    {
      line: [
        [2, 0],
        [2, 1],
      ],
      associations: [A, B],
    },
  ]);
  expect(editing(store)).toMatchObject({ stretch: null, notice: { kind: 'stretch-locked' } });
});

test('a locked stretch is moved by no tool, and can be again once it is unlocked', async () => {
  const store = await drawing();
  lockBorder(store);
  const { startDrag, dragTo, endDrag, edit } = store.getState();
  const between: [Position, Position] = [
    [2, 0],
    [2, 1],
  ];
  startDrag({ kind: 'edge', between, at: [2, 0.5] });
  expect(editing(store)).toMatchObject({ dragged: null, notice: { reason: 'locked-stretch' } });
  startDrag({ kind: 'vertex', at: [2, 1] });
  expect(editing(store).dragged).toBeNull();
  expect(edit({ kind: 'bend-edge', between, at: [2, 0.5], to: [2.2, 0.5] })).toBe(false);
  expect(editing(store).notice).toEqual({ kind: 'refused', reason: 'locked-stretch' });
  const [stretch] = editing(store).lockedStretches;
  if (stretch) store.getState().unlockStretch(stretch);
  startDrag({ kind: 'edge', between, at: [2, 0.5] });
  dragTo([2.2, 0.5]);
  endDrag();
  expect(editing(store).history.steps.at(-1)?.description.kind).toBe('vertex-moved');
});

test('a step that moved a locked stretch is not taken back before it is unlocked', async () => {
  const store = await drawing();
  lockBorder(store);
  store.getState().undo();
  expect(editing(store)).toMatchObject({ history: { done: 1 }, notice: { reason: 'locked-stretch' } });
  store.getState().unlockStretch(editing(store).lockedStretches[0] ?? { line: [], associations: [] });
  store.getState().setLocked(B, true);
  store.getState().undo();
  expect(editing(store)).toMatchObject({ history: { done: 1 }, notice: { reason: 'locked' } });
  store.getState().setLocked(B, false);
  store.getState().undo();
  expect(editing(store).history.done).toBe(0);
});

test('what is locked stays so after the page was opened anew', async () => {
  const storage = memoryStorage();
  const first = await drawing(storage);
  lockBorder(first);
  first.getState().setLocked(B, true);
  await vi.waitFor(async () => expect((await storage.load('second')).locks.locked).toEqual([B]));
  const again = await drawing(storage);
  expect(editing(again).locked).toEqual([B]);
  expect(editing(again).lockedStretches).toEqual(editing(first).lockedStretches);
});

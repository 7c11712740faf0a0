import type { AssociationId, Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { drawingStore } from '../../test/fixtures/drawing-store.ts';
import { sceneOf } from './scene.ts';

const B = 'b' as AssociationId;
/** Over the village that nobody serves; A claims x 0–2, B 1–3, nobody 3–4. */
const STROKE: readonly Position[] = [
  [3.4, 0.5],
  [3.6, 0.5],
];

test('what would come of a stroke is drawn over the plan beneath, which the map need not read anew before it is done', async () => {
  const store = await drawingStore();
  const before = sceneOf(store.getState());

  store.getState().previewStroke(STROKE);
  const meanwhile = sceneOf(store.getState());
  expect(meanwhile.territories).toBe(before.territories);
  expect(meanwhile.coverage).toBe(before.coverage);
  expect(meanwhile.covered.find(({ id }) => String(id) === 'far')?.associations).toEqual([B]);
  expect(store.getState().strokeGround?.parts.map(({ status }) => status)).toEqual(['covered']);

  store.getState().releaseStroke(STROKE);
  const after = sceneOf(store.getState());
  expect(after.territories).not.toBe(before.territories);
  expect(after.coverage).not.toBe(before.coverage);
  expect(store.getState().strokeGround).toBeNull();
});

test('a stroke that is called off leaves nothing on the map', async () => {
  const store = await drawingStore();
  const { territories } = sceneOf(store.getState());
  store.getState().previewStroke(STROKE);
  store.getState().cancelDrag();
  expect(store.getState().strokeGround).toBeNull();
  const geometries = (scene: Pick<ReturnType<typeof sceneOf>, 'territories'>) =>
    scene.territories?.features.map(({ geometry }) => geometry);
  expect(geometries(sceneOf(store.getState()))).toEqual(geometries({ territories }));
});

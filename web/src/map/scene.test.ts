import type { AssociationId, Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { directPreviewer } from '../../test/fixtures/direct-previewer.ts';
import { memoryStorage } from '../../test/fixtures/memory-storage.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { createAppStore } from '../state/app-store.ts';
import { FIRST_VISIT } from '../state/preferences.ts';
import { EMPTY_LINK } from '../state/share-link.ts';
import { sceneOf } from './scene.ts';

const B = 'b' as AssociationId;
/** Over the village that nobody serves; A claims x 0–2, B 1–3, nobody 3–4. */
const STROKE: readonly Position[] = [
  [3.4, 0.5],
  [3.6, 0.5],
];

async function drawing() {
  const store = createAppStore({
    api: smallService(),
    storage: memoryStorage(),
    previewer: directPreviewer,
    preferences: FIRST_VISIT,
    systemDark: false,
  });
  await store.getState().start({ ...EMPTY_LINK, plan: 'second' });
  await store.getState().startEditing({ ar: 'مسودة', en: 'Draft' });
  store.getState().chooseTerritory(B);
  store.getState().chooseTool('extend');
  return store;
}

test('what would come of a stroke is drawn over the plan beneath, which the map need not read anew before it is done', async () => {
  const store = await drawing();
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
  const store = await drawing();
  const { territories } = sceneOf(store.getState());
  store.getState().previewStroke(STROKE);
  store.getState().cancelDrag();
  expect(store.getState().strokeGround).toBeNull();
  const geometries = (scene: Pick<ReturnType<typeof sceneOf>, 'territories'>) =>
    scene.territories?.features.map(({ geometry }) => geometry);
  expect(geometries(sceneOf(store.getState()))).toEqual(geometries({ territories }));
});

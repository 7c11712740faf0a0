import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { chosenPins } from './chosen-pins.ts';
import type { Selection } from './selection.ts';
import { EMPTY_LINK } from './share-link.ts';

test('one speaks about the village, the place or the gap that is chosen, and about the border near it', async () => {
  const store = firstVisit(smallService());
  await store.getState().start(EMPTY_LINK);
  const after = async (selection: Selection) => {
    await store.getState().select(selection);
    return chosenPins(store.getState());
  };
  expect(await after({ kind: 'village', id: 'west' })).toMatchObject([
    { kind: 'village', village: 'west' },
    { kind: 'border', associations: ['a', 'b'] },
  ]);
  const [place] = await after({ kind: 'gap', id: 'gap-1' });
  expect(place).toEqual({ kind: 'place', position: [expect.any(Number), expect.any(Number)] });
  expect(await after({ kind: 'none' })).toEqual([]);
  // Beside the border of A, within reach of B; and where neither is near.
  expect(await after({ kind: 'point', at: [1.001, 0.5] })).toMatchObject([
    { kind: 'place' },
    { kind: 'border', associations: ['a', 'b'] },
  ]);
  expect(await after({ kind: 'point', at: [0.3, 0.5] })).toMatchObject([{ kind: 'place' }]);
});

import type { ReasonId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { chosenSubjects } from './chosen-subjects.ts';
import { isSameSubject } from './same-subject.ts';
import type { Selection } from './selection.ts';
import { EMPTY_LINK } from './share-link.ts';

async function opened(plan: string | null = null) {
  const store = firstVisit(smallService());
  await store.getState().start({ ...EMPTY_LINK, plan });
  const after = async (selection: Selection) => {
    await store.getState().select(selection);
    return chosenSubjects(store.getState());
  };
  return { store, after };
}

test('an item is about the gap or overlap of the plan in force that is chosen', async () => {
  const { after } = await opened();
  expect(await after({ kind: 'gap', id: 'gap-1' })).toMatchObject([
    { kind: 'gap', plan: 'first', villages: ['far'] },
  ]);
  expect(await after({ kind: 'overlap', id: 'overlap-1' })).toMatchObject([
    { kind: 'overlap', plan: 'first', associations: ['a', 'b'], villages: ['shared'] },
  ]);
});

test('of a plan that is not in force only the place is meant', async () => {
  const { after } = await opened('second');
  const [subject] = await after({ kind: 'gap', id: 'gap-1' });
  expect(subject?.kind).toBe('place');
});

test('an item is about the village, or about the border it lies close to', async () => {
  const { after } = await opened();
  expect(await after({ kind: 'village', id: 'west' })).toMatchObject([
    { kind: 'village', village: 'west' },
    { kind: 'border', associations: ['a', 'b'] },
  ]);
});

test('an item is about the border whose reason is chosen', async () => {
  const { store } = await opened();
  const associations = ['a', 'b'] as const;
  const reason = {
    id: 'r' as ReasonId,
    line: [
      [1, 0],
      [1, 0.5],
      [1, 1],
    ],
    associations,
    text: 'وادٍ',
  };
  store.setState({
    reasons: { status: 'ready', value: { plan: 'first', items: [reason] } } as never,
    chosenReason: reason.id,
  });
  expect(chosenSubjects(store.getState())).toEqual([{ kind: 'border', position: [1, 0.5], associations }]);
});

test('the same ground is the same thing to talk about, in whatever plan and wherever it is flown to', () => {
  const gap = { kind: 'gap', plan: 'first', position: [3.5, 0.5], villages: ['far', 'east'] } as never;
  const later = { kind: 'gap', plan: 'second', position: [3.1, 0.5], villages: ['east', 'far'] } as never;
  const other = { kind: 'gap', plan: 'first', position: [3.5, 0.5], villages: ['far'] } as never;
  expect(isSameSubject(gap, later)).toBe(true);
  expect(isSameSubject(gap, other)).toBe(false);
});

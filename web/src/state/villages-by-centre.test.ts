import type { Position, Village, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { villagesByCentre } from './villages-by-centre.ts';

function village(id: string, location: Position | null, more: Partial<Village> = {}): Village {
  const name = { ar: id, en: id };
  return {
    id: id as VillageId,
    name,
    aliases: [],
    kind: 'village',
    centre: null,
    location,
    version: 1,
    ...more,
  };
}

const west = village('west', [40, 20], { kind: 'centre' });
const east = village('east', [44, 20], { kind: 'governorate' });
const names = (all: readonly Village[]) =>
  villagesByCentre(all).centres.map(({ centre, villages }) => [centre.id, villages.map(({ id }) => id)]);

test('where no centre is on record, each village goes with the nearest, and the centre with itself', () => {
  const all = [west, east, village('a', [41, 20]), village('b', [43, 20]), village('lost', null)];
  expect(villagesByCentre(all).by).toBe('nearest');
  expect(names(all)).toEqual([
    ['west', ['west', 'a']],
    ['east', ['east', 'b']],
  ]);
});

test('where centres are on record, these count and not the distance', () => {
  const all = [west, east, village('a', [41, 20], { centre: east.id }), village('b', [43, 20])];
  expect(villagesByCentre(all).by).toBe('record');
  expect(names(all)).toEqual([
    ['west', ['west']],
    ['east', ['east', 'a']],
  ]);
});

test('a centre without a located village is not offered', () => {
  expect(names([village('nowhere', null, { kind: 'centre' })])).toEqual([]);
});

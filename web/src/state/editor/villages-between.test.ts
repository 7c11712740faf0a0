import type { TerritoryFeature, Village } from '@nitaq/core';
import { expect, test } from 'vitest';
import { territories, villages } from '../../../test/fixtures/small-area.ts';
import { villagesBetween } from './villages-between.ts';

const names = (found: readonly Village[]) => found.map(({ id }) => String(id));

test('villages between two drawings are those of which only one has them', () => {
  const mine: readonly TerritoryFeature[] = territories.features;
  const [a, b] = mine.map((feature) => feature);
  if (!a || !b) throw new Error('The small area has two territories');
  expect(villagesBetween(mine, mine, villages)).toEqual([]);
  // A claims x 0–2, B 1–3: without its territory, A has none of those in 0–2.
  const emptied = { ...a, geometry: null };
  expect(names(villagesBetween(mine, [emptied], villages))).toEqual(
    villages.filter(({ location }) => location && location[0] < 2).map(({ id }) => String(id)),
  );
});

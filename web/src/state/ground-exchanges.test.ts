import type { MultiPolygon } from '@nitaq/core';
import { expect, test } from 'vitest';
import { area, associations, report, territories, villages } from '../../test/fixtures/small-area.ts';
import { groundExchanges } from './ground-exchanges.ts';

const data = { area, land: null, associations, villages, plans: [] };

test('ground that was a gap and is with somebody now goes from nobody to them', () => {
  const gap = report.gaps.features[0]?.geometry.coordinates ?? [];
  const features = territories.features.map((feature) =>
    feature.id === 'a'
      ? {
          ...feature,
          geometry: {
            type: 'MultiPolygon',
            coordinates: [...(feature.geometry?.coordinates ?? []), gap],
          } as MultiPolygon,
        }
      : feature,
  );
  const found = groundExchanges(data, territories, { ...territories, features });
  expect(found?.map(({ from, to }) => [from, to])).toEqual([[null, 'a']]);
  expect(groundExchanges(data, territories, territories)).toEqual([]);
});

import { expect, test } from 'vitest';
import { associationId, multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { territoryMetrics } from './territory-metrics.ts';
import { territoryShape } from './territory-shape.ts';

test('the shape of a territory is what all its figures say of it', () => {
  const drawings = [
    multiPolygon([rectangle(0, 0, 2, 1)]),
    multiPolygon([rectangle(0, 0, 1, 1)], [rectangle(1, 0, 2, 1)], [rectangle(4, 4, 5, 5)]),
    multiPolygon([rectangle(0, 0, 3, 3), rectangle(1, 1, 2, 2)]),
  ];
  for (const geometry of drawings) {
    const territory = { association: associationId('a'), geometry };
    const { parts, compactness } = territoryMetrics({ territory, seat: null, capacity: null, villages: [] });
    expect(territoryShape(geometry)).toEqual({ parts, compactness });
  }
});

test('an empty territory has no parts and no shape', () => {
  expect(territoryShape(multiPolygon())).toEqual({ parts: 0, compactness: null });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { associationId, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import type { Position } from '../model/geometry.ts';
import { indexBorders } from './border-index.ts';
import { bordersWithin, nearestTerritory } from './distance.ts';
import { pointInPolygon } from './point-in-polygon.ts';

const corner = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }));
const box = fc
  .tuple(corner, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([[x, y], wide, high]) =>
    rectangle(40 + x / 100, 20 + y / 100, 40 + (x + wide) / 100, 20 + (y + high) / 100),
  );
const plan = fc.array(box, { maxLength: 6 }).map((boxes) => boxes.map((one, i) => territory(`a${i}`, one)));
const place = fc
  .tuple(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: -40_000, max: 40_000 }))
  .map(([x, y]): Position => [40 + x / 10_000, 20 + y / 10_000]);

test('the index finds the same nearest territory and the same border within reach as a look at every edge', () => {
  fc.assert(
    fc.property(plan, place, (territories, position) => {
      const index = indexBorders(territories);
      const covering = territories
        .filter(({ geometry }) => pointInPolygon(position, geometry))
        .map(({ association }) => association);
      if (covering.length === 0)
        expect(index.nearest(position)).toEqual(nearestTerritory(territories, position));
      expect(index.within(position, { covering, limitM: 2_000 })).toEqual(
        bordersWithin(territories, position, covering, 2_000),
      );
    }),
    { numRuns: 500 },
  );
});

/** A circle of many edges, which all lie close together, and far away a rectangle. */
function circleAndRectangle(edges: number, radius: number) {
  const ring = Array.from({ length: edges }, (_, i): Position => {
    const turn = (2 * Math.PI * i) / edges;
    return [
      Number((40 + radius * Math.cos(turn)).toFixed(7)),
      Number((20 + radius * Math.sin(turn)).toFixed(7)),
    ];
  });
  const [first = [0, 0]] = ring;
  return [territory('circle', [...ring, first]), territory('rectangle', rectangle(41.5, 20.5, 41.6, 20.6))];
}

test('it finds the same where very many edges lie around a place, and from far away', () => {
  const shapes = fc.tuple(fc.integer({ min: 300, max: 900 }), fc.constantFrom(0.001, 0.01, 0.1));
  fc.assert(
    fc.property(shapes, place, ([edges, radius], position) => {
      const territories = circleAndRectangle(edges, radius);
      const index = indexBorders(territories);
      const near: Position = [40 + (position[0] - 40) / 200, 20 + (position[1] - 20) / 200];
      for (const one of [position, near]) {
        const covering = territories
          .filter(({ geometry }) => pointInPolygon(one, geometry))
          .map(({ association }) => association);
        if (covering.length === 0) expect(index.nearest(one)).toEqual(nearestTerritory(territories, one));
        expect(index.within(one, { covering, limitM: 2_000 })).toEqual(
          bordersWithin(territories, one, covering, 2_000),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('nothing is near where nothing is drawn', () => {
  const index = indexBorders([territory('empty')]);
  expect(index.nearest([40, 20])).toBeNull();
  expect(index.within([40, 20], { covering: [associationId('empty')], limitM: 2_000 })).toBeNull();
});

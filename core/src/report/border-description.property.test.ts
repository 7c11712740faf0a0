import fc from 'fast-check';
import { expect, test } from 'vitest';
import { territoryMetrics } from '../assessment/territory-metrics.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { describeBorder } from './border-description.ts';

const id = (name: string) => name as AssociationId;
const rectangle = (west: number, south: number, east: number, north: number): Position[][] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];
const multi = (...polygons: Position[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons,
});
const territory = (association: string, ...polygons: Position[][][]): Territory => ({
  association: id(association),
  geometry: multi(...polygons),
});
const AREA = multi(rectangle(40, 20, 41, 21));
const km = (rings: ReturnType<typeof describeBorder>) =>
  rings.flatMap(({ stretches }) => stretches).reduce((sum, { lengthM }) => sum + lengthM, 0) / 1000;
const nothing = { landmarks: [], reasons: [] };

//  the area, A in its west, B in its north-east, and nobody in its south-east
//  A A B B
//  A A . .
const WEST = territory('a', rectangle(40, 20, 40.5, 21));
const NORTH_EAST = territory('b', rectangle(40.5, 20.5, 41, 21));

test('goes around a territory clockwise: along the area, a neighbour and nobody, each stretch with its direction', () => {
  const [ring, ...others] = describeBorder({
    territory: WEST,
    others: [NORTH_EAST],
    boundary: AREA,
    ...nothing,
  });
  expect(others).toEqual([]);
  expect(
    ring?.stretches.map(({ beyond, direction }) => [beyond.kind, ...beyond.associations, direction]),
  ).toEqual([
    ['neighbours', 'b', 'south'],
    ['nobody', 'south'],
    ['boundary', 'west'],
    ['boundary', 'north'],
    ['boundary', 'east'],
  ]);
});

test('says of ground that others claim too that the border runs within theirs', () => {
  const wide = territory('b', rectangle(40.3, 20, 41, 21));
  const [ring] = describeBorder({ territory: WEST, others: [wide], boundary: AREA, ...nothing });
  expect(ring?.stretches.map(({ beyond: { kind, associations } }) => [kind, ...associations])).toEqual([
    ['within', 'b'],
    ['boundary'],
    ['boundary'],
    ['boundary'],
  ]);
});

test('names the villages that a stretch begins and ends at, those that it passes, and the reasons for it', () => {
  const saya = { village: 'saya' as VillageId, location: [40.51, 20.75] as Position };
  const [ring] = describeBorder({
    territory: WEST,
    others: [NORTH_EAST],
    boundary: AREA,
    landmarks: [saya],
    reasons: [
      { line: [[40.5, 20.7]], associations: [id('a'), id('b')], text: 'Along the wadi' },
      { line: [[40.5, 20.7]], associations: [id('b')], text: 'Not ours' },
    ],
  });
  const [first, second] = ring?.stretches ?? [];
  expect(first?.reasons).toEqual(['Along the wadi']);
  expect(second?.reasons).toEqual([]);
  expect(first?.from).toMatchObject({ village: 'saya', direction: 'north' });
  expect(first?.to).toMatchObject({ village: 'saya', direction: 'south' });
  expect(first?.passes.map(({ village }) => village)).toEqual(['saya']);
  // A hundredth of a degree of longitude at this latitude.
  expect(first?.passes[0]?.distanceKm).toBeCloseTo(1.04, 2);
});

test('borders between two parts that lie side by side are no border', () => {
  const halves = territory('a', rectangle(40, 20, 40.25, 21), rectangle(40.25, 20, 40.5, 21));
  const whole = describeBorder({ territory: WEST, others: [], boundary: AREA, ...nothing });
  expect(km(describeBorder({ territory: halves, others: [], boundary: AREA, ...nothing }))).toBeCloseTo(
    km(whole),
    6,
  );
});

test('the stretches are together as long as the border, whatever its neighbours are', () => {
  const cell = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
  const cells = (members: readonly (readonly [number, number])[]) =>
    members.map(([x, y]) => rectangle(40 + x / 10, 20 + y / 10, 40 + (x + 1) / 10, 20 + (y + 1) / 10));
  const unique = (max: number) =>
    fc.uniqueArray(cell, { selector: ([x, y]) => `${x} ${y}`, minLength: 1, maxLength: max });
  fc.assert(
    fc.property(unique(25), unique(25), unique(25), (own, one, other) => {
      const asked = territory('a', ...cells(own));
      const rings = describeBorder({
        territory: asked,
        others: [territory('b', ...cells(one)), territory('c', ...cells(other))],
        boundary: AREA,
        ...nothing,
      });
      const { perimeterKm } = territoryMetrics({
        territory: asked,
        seat: null,
        capacity: null,
        villages: [],
      });
      expect(km(rings)).toBeCloseTo(perimeterKm, 6);
      for (const { lengthM, stretches } of rings)
        expect(stretches.reduce((sum, stretch) => sum + stretch.lengthM, 0)).toBeCloseTo(lengthM, 6);
    }),
    { numRuns: 200 },
  );
});

import { describe, expect, test } from 'vitest';
import { multiPolygon, polygon, rectangle, ringThrough as ring } from '../../test/fixtures/rectangles.ts';
import type { Polygonal, Position, Ring } from '../model/geometry.ts';
import { checkTerritory } from './check-territory.ts';

function faultsOf(geometry: Polygonal) {
  const check = checkTerritory(geometry);
  return check.ok ? [] : check.faults;
}

describe('what passes comes back', () => {
  test('as a MultiPolygon on the grid, without heights', () => {
    const given = polygon([
      [0, 0, 7],
      [1.00000004, 0, 7],
      [1, 1, 7],
      [0, 0, 7],
    ] as unknown as Ring);
    expect(checkTerritory(given)).toEqual({ ok: true, geometry: multiPolygon([ring('0,0 1,0 1,1')]) });
  });

  test('with outer rings counter-clockwise and holes clockwise', () => {
    const given = polygon(rectangle(0, 0, 9, 9).toReversed(), rectangle(1, 1, 2, 2));
    expect(checkTerritory(given)).toEqual({
      ok: true,
      geometry: multiPolygon([rectangle(0, 0, 9, 9), rectangle(1, 1, 2, 2).toReversed()]),
    });
  });

  test('without repeated points, those less than the grid apart included', () => {
    const given = polygon([
      [0, 0],
      [0, 0.00000001],
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 0.00000002],
      [0, 0],
    ]);
    expect(checkTerritory(given)).toEqual({ ok: true, geometry: multiPolygon([ring('0,0 1,0 1,1')]) });
  });

  test.each<[string, Polygonal]>([
    ['two parts that touch in a corner', multiPolygon([rectangle(0, 0, 1, 1)], [rectangle(1, 1, 2, 2)])],
    [
      'a part whose corner lies on an edge of another',
      multiPolygon([rectangle(0, 0, 2, 2)], [ring('2,1 3,0 3,2')]),
    ],
    ['a hole that touches the outer ring in one point', polygon(rectangle(0, 0, 4, 4), ring('0,2 1,1 1,3'))],
    [
      'two holes that touch in one point',
      polygon(rectangle(0, 0, 9, 9), rectangle(1, 1, 2, 2), rectangle(2, 2, 3, 3)),
    ],
    [
      'an island in a hole',
      multiPolygon([rectangle(0, 0, 9, 9), rectangle(1, 1, 8, 8)], [rectangle(2, 2, 7, 7)]),
    ],
    [
      'an island that touches the hole around it in all its corners',
      multiPolygon([rectangle(0, 0, 8, 8), rectangle(2, 2, 6, 6)], [ring('4,2 6,4 4,6 2,4')]),
    ],
    [
      'three holes that meet in one point',
      polygon(rectangle(0, 0, 9, 9), ring('4,4 3,2 5,2'), ring('4,4 7,3 7,5'), ring('4,4 2,7 2,6')),
    ],
    ['the whole globe', polygon(rectangle(-180, -90, 180, 90))],
  ])('%s', (_, geometry) => {
    expect(faultsOf(geometry)).toEqual([]);
  });
});

describe('positions taken one by one', () => {
  test('an empty geometry', () => {
    expect(faultsOf(polygon())).toEqual([{ code: 'geometry-empty', pointer: '/coordinates' }]);
    expect(faultsOf(multiPolygon())).toEqual([{ code: 'geometry-empty', pointer: '/coordinates' }]);
    expect(faultsOf(multiPolygon([rectangle(0, 0, 1, 1)], []))).toEqual([
      { code: 'geometry-empty', pointer: '/coordinates/1' },
    ]);
  });

  test('a number that is not finite, told before anything else about the ring', () => {
    expect(
      faultsOf(
        polygon([
          [0, 0],
          [Infinity, 0],
          [1, Number.NaN],
        ]),
      ),
    ).toEqual([
      { code: 'position-not-finite', pointer: '/coordinates/0/1' },
      { code: 'position-not-finite', pointer: '/coordinates/0/2' },
    ]);
  });

  test('a position off the globe, and one that looks swapped', () => {
    expect(faultsOf(multiPolygon([ring('0,0 181,0 5,-120')]))).toEqual([
      { code: 'position-out-of-range', pointer: '/coordinates/0/0/1', position: [181, 0] },
      { code: 'position-looks-swapped', pointer: '/coordinates/0/0/2', position: [5, -120] },
    ]);
  });

  test('at most ten of them are told', () => {
    const far = Array.from({ length: 500 }, (_, i): Position => [200 + i, 0]);
    expect(faultsOf(polygon(far))).toHaveLength(10);
    expect(
      faultsOf(multiPolygon(...far.map((position) => [[position, position, position, position]]))),
    ).toHaveLength(10);
  });

  test('a ring that is not closed', () => {
    expect(
      faultsOf(
        polygon([
          [0, 0],
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toEqual([{ code: 'ring-not-closed', pointer: '/coordinates/0/2', position: [1, 1] }]);
  });

  test('a ring of too few positions once repeated ones are gone', () => {
    const fault = { code: 'ring-too-few-positions', pointer: '/coordinates/0', position: [0, 0], limit: 4 };
    expect(
      faultsOf(
        polygon([
          [0, 0],
          [1, 0],
          [1, 0],
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toEqual([fault]);
    expect(
      faultsOf(
        polygon([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toEqual([fault]);
    expect(faultsOf(polygon([]))).toEqual([
      { code: 'ring-too-few-positions', pointer: '/coordinates/0', limit: 4 },
    ]);
  });

  test('more vertices than the limit', () => {
    const circle = (count: number) =>
      ring(
        Array.from(
          { length: count },
          (_, i) => `${Math.cos((2 * Math.PI * i) / count)},${Math.sin((2 * Math.PI * i) / count)}`,
        ).join(' '),
      );
    expect(faultsOf(polygon(circle(20_000)))).toEqual([]);
    expect(faultsOf(polygon(circle(20_001)))).toEqual([
      { code: 'too-many-vertices', pointer: '/coordinates', limit: 20_000 },
    ]);
  });

  test('an area below the limit', () => {
    const yard = rectangle(40, 20, 40.0002, 20.0002);
    expect(checkTerritory(polygon(yard), { minAreaM2: 500 })).toMatchObject({
      ok: false,
      faults: [{ code: 'area-too-small', limit: 500 }],
    });
    expect(checkTerritory(polygon(yard), { minAreaM2: 400 }).ok).toBe(true);
  });
});

describe('rings that meet where they must not', () => {
  test.each<[string, string, Polygonal, Position]>([
    ['a bow tie', 'ring-crosses-itself', polygon(ring('0,0 2,2 2,0 0,2')), [1, 1]],
    ['a crossing in a corner', 'ring-crosses-itself', polygon(ring('0,0 2,2 4,4 4,0 2,2 0,4')), [2, 2]],
    [
      'a crossing of a corner and an edge',
      'ring-crosses-itself',
      polygon(ring('0,0 4,0 4,4 2,0 0,-4')),
      [2, 0],
    ],
    ['a corner on its own edge', 'ring-touches-itself', polygon(ring('0,0 4,0 4,4 2,0 0,4')), [2, 0]],
    ['two corners in one place', 'ring-touches-itself', polygon(ring('0,0 2,2 4,0 4,4 2,2 0,4')), [2, 2]],
    ['a spike', 'ring-touches-itself', polygon(ring('0,0 4,0 4,4 4,6 4,4 0,4')), [4, 4]],
    ['a spike inwards', 'ring-touches-itself', polygon(ring('0,0 4,0 4,4 2,2 4,4 0,4')), [2, 2]],
    ['a ring without inside', 'ring-touches-itself', polygon(ring('0,0 1,1 2,2')), [0, 0]],
    ['a ring run twice', 'ring-touches-itself', polygon(ring('0,0 1,0 1,1 0,0 1,0 1,1')), [0, 0]],
    [
      'a hole across the outer ring',
      'rings-cross',
      polygon(rectangle(0, 0, 4, 4), rectangle(3, 1, 5, 2)),
      [4, 1],
    ],
    [
      'a hole along the outer ring',
      'rings-cross',
      polygon(rectangle(0, 0, 4, 4), rectangle(0, 1, 1, 2)),
      [0, 1],
    ],
    [
      'a hole that leaves by a corner',
      'rings-cross',
      polygon(rectangle(0, 0, 4, 4), ring('0,4 2,2 4,4 2,6')),
      [0, 4],
    ],
    [
      'the outer ring again as hole',
      'rings-cross',
      polygon(rectangle(0, 0, 4, 4), rectangle(0, 0, 4, 4)),
      [0, 0],
    ],
    [
      'two holes with a common edge',
      'holes-overlap',
      polygon(rectangle(0, 0, 9, 9), rectangle(1, 1, 2, 2), rectangle(2, 1, 3, 2)),
      [2, 1],
    ],
    [
      'two parts that cross',
      'polygons-overlap',
      multiPolygon([rectangle(0, 0, 2, 2)], [rectangle(1, 1, 3, 3)]),
      [1, 2],
    ],
    [
      'two parts with a common edge',
      'polygons-overlap',
      multiPolygon([rectangle(0, 0, 2, 2)], [rectangle(2, 1, 3, 4)]),
      [2, 1],
    ],
    [
      'the same part twice',
      'polygons-overlap',
      multiPolygon([rectangle(0, 0, 2, 2)], [rectangle(0, 0, 2, 2)]),
      [0, 0],
    ],
  ])('%s', (_, code, geometry, position) => {
    expect(faultsOf(geometry)).toMatchObject([{ code, position }]);
  });

  test('a crossing names the start of an edge in the input, repeated points and winding as given', () => {
    const given = polygon([
      [0, 0],
      [0, 0],
      [2, 2],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]);
    const [fault] = faultsOf(given);
    expect(fault).toMatchObject({ code: 'ring-crosses-itself', position: [1, 1] });
    // Edge 0,0 → 2,2 starts at index 0, edge 2,0 → 0,2 at index 4.
    expect(['/coordinates/0/0', '/coordinates/0/4']).toContain(fault?.pointer);
  });

  test('lines that come as near as the grid allows do not cross', () => {
    // A needle 40 degrees long, its sides one grid unit apart at the blunt end.
    const needle = polygon([
      [0, 0],
      [40, 13.0000001],
      [40, 13.0000002],
      [0, 0],
    ]);
    expect(checkTerritory(needle, { minAreaM2: 0 }).ok).toBe(true);
  });
});

describe('rings in the wrong place', () => {
  test.each<[string, string, Polygonal, string]>([
    [
      'a hole outside',
      'hole-outside-its-polygon',
      polygon(rectangle(0, 0, 1, 1), rectangle(2, 2, 3, 3)),
      '/coordinates/1/0',
    ],
    [
      'a hole outside that touches',
      'hole-outside-its-polygon',
      polygon(rectangle(0, 0, 1, 1), rectangle(1, 1, 2, 2)),
      '/coordinates/1/0',
    ],
    [
      'a hole around the outer ring',
      'hole-outside-its-polygon',
      polygon(rectangle(1, 1, 2, 2), rectangle(0, 0, 3, 3)),
      '/coordinates/1/0',
    ],
    [
      'a hole in a hole',
      'holes-overlap',
      polygon(rectangle(0, 0, 9, 9), rectangle(1, 1, 8, 8), rectangle(2, 2, 3, 3)),
      '/coordinates/2/0',
    ],
    [
      'a hole in a hole, its corners all on it',
      'holes-overlap',
      polygon(rectangle(0, 0, 9, 9), rectangle(2, 2, 6, 6), ring('4,2 6,4 4,6 2,4')),
      '/coordinates/2/0',
    ],
    [
      'a part on another',
      'polygons-overlap',
      multiPolygon([rectangle(0, 0, 9, 9)], [rectangle(1, 1, 2, 2)]),
      '/coordinates/1/0/0',
    ],
    [
      'a part on another, between its holes',
      'polygons-overlap',
      multiPolygon([rectangle(0, 0, 9, 9), rectangle(1, 1, 2, 2)], [rectangle(3, 3, 4, 4)]),
      '/coordinates/1/0/0',
    ],
  ])('%s', (_, code, geometry, pointer) => {
    expect(faultsOf(geometry)).toMatchObject([{ code, pointer }]);
  });

  test.each<[string, Polygonal]>([
    ['a hole that touches the outer ring twice', polygon(rectangle(0, 0, 4, 4), ring('0,2 2,1 4,2 2,3'))],
    [
      'a chain of two holes from side to side',
      polygon(rectangle(0, 0, 4, 4), ring('0,2 1,1 2,2 1,3'), ring('2,2 3,1 4,2 3,3')),
    ],
    [
      'four holes in a ring',
      polygon(
        rectangle(0, 0, 9, 9),
        ring('2,4 4,2 3,2'),
        ring('4,2 6,4 6,3'),
        ring('6,4 4,6 6,5'),
        ring('4,6 2,4 3,6'),
      ),
    ],
    ['an inscribed hole', polygon(rectangle(0, 0, 4, 4), ring('2,0 4,2 2,4 0,2'))],
  ])('%s cuts the inside apart', (_, geometry) => {
    expect(faultsOf(geometry)).toMatchObject([{ code: 'interior-not-connected' }]);
  });
});

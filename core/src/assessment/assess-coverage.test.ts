import { expect, test } from 'vitest';
import {
  multiPolygon,
  polygon,
  rectangle,
  territory,
  village,
  villageId,
} from '../../test/fixtures/rectangles.ts';
import { areaKm2 } from '../geometry/area.ts';
import type { Ring } from '../model/geometry.ts';
import { assessCoverage } from './assess-coverage.ts';
import { DEFAULT_SLIVER_THRESHOLDS as thresholds } from './sliver.ts';

const area = multiPolygon([rectangle(0, 0, 3, 3)]);

function km2(...rings: Ring[]): number {
  return areaKm2(polygon(...rings));
}

/** The corners of a ring in one order, to compare shapes. */
function cornersOf(rings: readonly Ring[]): string[] {
  return rings
    .flat()
    .map(String)
    .sort()
    .filter((corner, i, all) => corner !== all[i - 1]);
}

test('reports the strip shared by two territories as one overlap and what is left as a gap', () => {
  // 3 +-----------+        A covers x 0–2, B covers x 1–3, y 0–2:
  // 2 | A |A+B| B |        the strip x 1–2 belongs to both,
  // 0 +---+---+---+        the strip y 2–3 to nobody.
  //   0   1   2   3
  const assessed = assessCoverage({
    boundary: area,
    territories: [territory('a', rectangle(0, 0, 2, 2)), territory('b', rectangle(1, 0, 3, 2))],
    villages: [
      village('shared', 1.5, 1),
      village('alone', 0.5, 1),
      village('forgotten', 1, 2.5),
      village('far', 9, 9),
    ],
    thresholds,
  });

  const [overlap] = assessed.overlaps.features;
  expect(assessed.overlaps.features).toHaveLength(1);
  expect(overlap?.id).toBe('overlap-1');
  expect(overlap?.properties.associations).toEqual(['a', 'b']);
  expect(overlap?.properties.villages).toEqual(['shared']);
  expect(overlap?.properties.areaKm2).toBeCloseTo(km2(rectangle(1, 0, 2, 2)), 6);
  expect(cornersOf(overlap?.geometry.coordinates ?? [])).toEqual(cornersOf([rectangle(1, 0, 2, 2)]));

  expect(assessed.gaps.features.map(({ id, properties }) => [id, properties.villages])).toEqual([
    ['gap-1', ['forgotten']],
  ]);
  expect(assessed.totals.gapKm2).toBeCloseTo(km2(rectangle(0, 2, 3, 3)), 6);
  expect(assessed.totals.coveredOnceKm2).toBeCloseTo(2 * km2(rectangle(0, 0, 1, 2)), 6);
  expect(assessed.totals.areaKm2).toBeCloseTo(areaKm2(area), 6);
  expect(assessed.totals.outsideKm2).toBe(0);
  expect(assessed.slivers.features).toEqual([]);
  expect(assessed.villages).toEqual([
    { id: 'shared', status: 'overlap', associations: ['a', 'b'] },
    { id: 'alone', status: 'covered', associations: ['a'] },
    { id: 'forgotten', status: 'gap', associations: [] },
    { id: 'far', status: 'outside', associations: [] },
  ]);
});

test('a place that three claim is an overlap of its own, and counts once', () => {
  //   A covers x 0–2, B covers x 1–3, C covers all: A+C, A+B+C and B+C from west to east.
  const assessed = assessCoverage({
    boundary: area,
    territories: [
      territory('c', rectangle(0, 0, 3, 3)),
      territory('a', rectangle(0, 0, 2, 3)),
      territory('b', rectangle(1, 0, 3, 3)),
    ],
    villages: [village('middle', 1.5, 1.5)],
    thresholds,
  });
  const claimants = assessed.overlaps.features.map(({ properties }) => properties.associations.join('+'));
  expect(claimants.sort()).toEqual(['a+b+c', 'a+c', 'b+c']);
  expect(assessed.totals.overlapKm2).toBeCloseTo(areaKm2(area), 6);
  expect(assessed.totals.coveredOnceKm2).toBe(0);
  expect(assessed.villages[0]?.associations).toEqual(['a', 'b', 'c']);
});

test('what lies beyond the boundary is no overlap, and is told for each territory', () => {
  // A and B both reach from x 2 to x 4; the area ends at 3.
  const assessed = assessCoverage({
    boundary: area,
    territories: [territory('a', rectangle(2, 0, 4, 3)), territory('b', rectangle(2, 0, 4, 1))],
    villages: [village('beyond', 3.5, 0.5), village('inside', 2.5, 0.5), village('own', 2.5, 2)],
    thresholds,
  });
  expect(assessed.totals.outsideKm2).toBeCloseTo(km2(rectangle(3, 0, 4, 3)), 6);
  expect(assessed.totals.overlapKm2).toBeCloseTo(km2(rectangle(2, 0, 3, 1)), 6);
  expect(assessed.villages[0]?.status).toBe('outside');
  const [a, b] = assessed.territories;
  expect(a).toMatchObject({ association: 'a', villages: { covered: 1, shared: 0, overlap: 1 } });
  expect(a?.areaKm2).toBeCloseTo(km2(rectangle(2, 0, 4, 3)), 6);
  expect(a?.coveredOnceKm2).toBeCloseTo(km2(rectangle(2, 1, 3, 3)), 6);
  expect(a?.overlapKm2).toBeCloseTo(km2(rectangle(2, 0, 3, 1)), 6);
  expect(a?.outsideKm2).toBeCloseTo(km2(rectangle(3, 0, 4, 3)), 6);
  expect(b?.villages).toEqual({ covered: 0, shared: 0, overlap: 1 });
});

test('without a boundary gaps are the holes that the territories enclose, and nothing is outside', () => {
  // 3 +---+---+---+   A is the frame's west half, B its east half; the middle 1–2 is a hole,
  // 2 | A +---+ B |   and x 4 lies outside, in no hole.
  // 1 |   |   |   |
  // 0 +---+---+---+
  const west: Ring = [
    [0, 0],
    [1.5, 0],
    [1.5, 1],
    [1, 1],
    [1, 2],
    [1.5, 2],
    [1.5, 3],
    [0, 3],
    [0, 0],
  ];
  const east: Ring = [
    [1.5, 0],
    [3, 0],
    [3, 3],
    [1.5, 3],
    [1.5, 2],
    [2, 2],
    [2, 1],
    [1.5, 1],
    [1.5, 0],
  ];
  const assessed = assessCoverage({
    boundary: null,
    territories: [territory('a', west), territory('b', east)],
    villages: [village('hole', 1.5, 1.5), village('away', 4, 1.5)],
    thresholds,
  });
  expect(assessed.gaps.features.map(({ properties }) => properties.villages)).toEqual([['hole']]);
  expect(assessed.totals.gapKm2).toBeCloseTo(km2(rectangle(1, 1, 2, 2)), 6);
  expect(assessed.totals.areaKm2).toBeCloseTo(km2(rectangle(0, 0, 3, 3)), 6);
  expect(assessed.totals.outsideKm2).toBe(0);
  expect(assessed.villages.map(({ status }) => status)).toEqual(['gap', 'gap']);
});

test('without a boundary an island in an enclosed hole is not part of the gap', () => {
  const frame = { ...territory('a'), geometry: multiPolygon([rectangle(0, 0, 9, 9), rectangle(1, 1, 8, 8)]) };
  const assessed = assessCoverage({
    boundary: null,
    territories: [frame, territory('b', rectangle(4, 4, 5, 5))],
    villages: [],
    thresholds,
  });
  expect(assessed.gaps.features.map(({ geometry }) => geometry.coordinates.length)).toEqual([2]);
  expect(assessed.totals.gapKm2).toBeCloseTo(km2(rectangle(1, 1, 8, 8)) - km2(rectangle(4, 4, 5, 5)), 6);
});

test('a thin gap and a small overlap are slivers, and count in the totals', () => {
  // Between A and B a gap of about 5 m; between B and C an overlap of about 50 m × 50 m.
  const assessed = assessCoverage({
    boundary: multiPolygon([rectangle(0, 0, 2, 1)]),
    territories: [
      territory('a', rectangle(0, 0, 1, 1)),
      territory('b', rectangle(1.00005, 0, 1.5, 1)),
      territory('c', rectangle(1.5, 0, 2, 1), rectangle(1.4995, 0.5, 1.5, 0.5005)),
    ],
    villages: [village('between', 1.00002, 0.5)],
    thresholds,
  });
  expect(assessed.gaps.features).toEqual([]);
  expect(assessed.overlaps.features).toEqual([]);
  expect(
    assessed.slivers.features.map(({ id, properties }) => [id, properties.kind, properties.villages]),
  ).toEqual([
    ['sliver-1', 'gap', ['between']],
    ['sliver-2', 'overlap', []],
  ]);
  expect(assessed.slivers.features[0]?.properties.meanWidthM).toBeCloseTo(5.57, 1);
  expect(assessed.totals.gapKm2).toBeCloseTo(km2(rectangle(1, 0, 1.00005, 1)), 6);
  expect(assessed.totals.overlapKm2).toBeGreaterThan(0);
});

test('gaps are numbered largest first, and gaps that touch in a corner are two', () => {
  // C . .     C covers the north-western and south-eastern squares; the others meet at 1,1.
  // . . C
  const assessed = assessCoverage({
    boundary: multiPolygon([rectangle(0, 0, 2, 3)]),
    territories: [territory('c', rectangle(0, 1, 1, 3), rectangle(1, 0, 2, 1))],
    villages: [],
    thresholds,
  });
  const [first, second] = assessed.gaps.features;
  expect(assessed.gaps.features.map(({ id }) => id)).toEqual(['gap-1', 'gap-2']);
  expect(first?.properties.areaKm2).toBeCloseTo(km2(rectangle(1, 1, 2, 3)), 6);
  expect(second?.properties.areaKm2).toBeCloseTo(km2(rectangle(0, 0, 1, 1)), 6);
});

test('a gap around an overlap-free island has it as a hole', () => {
  const assessed = assessCoverage({
    boundary: area,
    territories: [territory('a', rectangle(1, 1, 2, 2))],
    villages: [village('island', 1.5, 1.5), village('shore', 1, 2)],
    thresholds,
  });
  expect(assessed.gaps.features.map(({ geometry }) => geometry.coordinates.length)).toEqual([2]);
  // On the northern border of A a village is regarded as a little north of it.
  expect(assessed.gaps.features[0]?.properties.villages).toEqual(['shore']);
});

test('several territories of one association claim a place once', () => {
  const assessed = assessCoverage({
    boundary: null,
    territories: [territory('a', rectangle(0, 0, 2, 2)), territory('a', rectangle(1, 1, 3, 3))],
    villages: [],
    thresholds,
  });
  expect(assessed.overlaps.features).toEqual([]);
  expect(assessed.territories).toHaveLength(1);
  expect(assessed.totals.coveredOnceKm2).toBeCloseTo(assessed.territories[0]?.areaKm2 ?? 0, 6);
});

test('an area without territories is one gap; nothing at all is nothing', () => {
  const empty = assessCoverage({ boundary: area, territories: [], villages: [], thresholds });
  expect(empty.gaps.features).toHaveLength(1);
  expect(empty.totals.gapKm2).toBe(empty.totals.areaKm2);
  const nothing = assessCoverage({ boundary: null, territories: [], villages: [], thresholds });
  expect(nothing.totals).toEqual({
    areaKm2: 0,
    coveredOnceKm2: 0,
    sharedKm2: 0,
    overlapKm2: 0,
    gapKm2: 0,
    outsideKm2: 0,
  });
  const undrawn = assessCoverage({ boundary: area, territories: [territory('a')], villages: [], thresholds });
  expect(undrawn.totals).toEqual(empty.totals);
});

test('a village without a location is unlocated and in no face', () => {
  const assessed = assessCoverage({
    boundary: area,
    territories: [],
    villages: [{ id: villageId('nameless'), location: null }],
    thresholds,
  });
  expect(assessed.villages).toEqual([{ id: 'nameless', status: 'unlocated', associations: [] }]);
  expect(assessed.gaps.features[0]?.properties.villages).toEqual([]);
});

import { expect, test } from 'vitest';
import { multiPolygon, polygon, rectangle, territory, village } from '../../test/fixtures/rectangles.ts';
import { zone } from '../../test/fixtures/zones.ts';
import { areaKm2 } from '../geometry/area.ts';
import { assessCoverage } from './assess-coverage.ts';
import { followCoverage } from './live-assessment.ts';
import { type ZoneOfPlan, zoneStanding } from './live-zones.ts';
import { DEFAULT_SLIVER_THRESHOLDS as thresholds } from './sliver.ts';

// 3 +-----------+        A covers x 0–2, B covers x 1–3, y 0–2:
// 2 | A |A+B| B |        the strip x 1–2 belongs to both,
// 0 +---+---+---+        the strip y 2–3 to nobody.
//   0   1   2   3
const area = multiPolygon([rectangle(0, 0, 3, 3)]);
const plan = {
  boundary: area,
  territories: [territory('a', rectangle(0, 0, 2, 2)), territory('b', rectangle(1, 0, 3, 2))],
  villages: [village('south', 1.5, 0.5), village('north', 1.5, 1.5), village('alone', 0.5, 1)],
  thresholds,
};
const strip = zone('strip', { parties: 'ba', outline: rectangle(1, 0, 2, 2) });

function assess(zones: readonly ZoneOfPlan[], asOf = '2026-11-25') {
  return assessCoverage({ ...plan, sharing: { zones, asOf } });
}

test('an overlap in a zone is shared, with the lead first, and no overlap', () => {
  const { shared, overlaps, slivers, totals, villages, territories } = assess([strip]);
  expect(overlaps.features).toEqual([]);
  expect(slivers.features).toEqual([]);
  expect(shared.features.map(({ id, properties }) => ({ id, ...properties }))).toMatchObject([
    {
      id: 'shared-1',
      zone: 'strip',
      associations: ['b', 'a'],
      lead: 'b',
      partners: ['a'],
      services: ['Food baskets'],
      endsOn: '2027-03-01',
      endsSoon: false,
      villages: ['south', 'north'],
    },
  ]);
  expect(totals.overlapKm2).toBe(0);
  expect(totals.sharedKm2).toBeCloseTo(areaKm2(polygon(rectangle(1, 0, 2, 2))), 6);
  expect(villages[0]).toEqual({ id: 'south', status: 'covered', associations: ['b', 'a'] });
  expect(territories[0]).toMatchObject({ overlapKm2: 0, villages: { covered: 1, shared: 2, overlap: 0 } });
});

test('what of an overlap lies beside the zone stays an overlap', () => {
  const { shared, overlaps, villages } = assess([
    zone('half', { parties: 'ab', outline: rectangle(1, 0, 2, 1) }),
  ]);
  expect(shared.features.map(({ properties }) => properties.villages)).toEqual([['south']]);
  expect(overlaps.features.map(({ properties }) => properties.villages)).toEqual([['north']]);
  expect(villages.map(({ status }) => status)).toEqual(['covered', 'overlap', 'covered']);
});

test('a zone is none beyond what just its associations claim, and parts no gap there', () => {
  const wide = zone('wide', { parties: 'ab', outline: rectangle(1.5, 0.5, 2.5, 2.5) });
  const without = assess([]);
  const assessed = assess([wide]);
  // The outline of the zone leaves vertices on that of the gap, and no more.
  expect(assessed.gaps.features).toHaveLength(without.gaps.features.length);
  expect(assessed.totals.gapKm2).toBeCloseTo(without.totals.gapKm2, 6);
  expect(assessed.totals.coveredOnceKm2).toBeCloseTo(without.totals.coveredOnceKm2, 6);
  expect(assessed.totals.sharedKm2).toBeCloseTo(areaKm2(polygon(rectangle(1.5, 0.5, 2, 2))), 1);
});

test('an overlap with others than those who agreed stays one', () => {
  const others = zone('others', { parties: 'ac', outline: rectangle(0, 0, 3, 3) });
  const more = zone('more', { parties: 'abc', outline: rectangle(0, 0, 3, 3) });
  const { shared, overlaps } = assess([others, more]);
  expect(shared.features).toEqual([]);
  expect(overlaps.features).toHaveLength(1);
});

test.each([
  ['2027-01-29', 'agreed'],
  ['2027-01-30', 'ends-soon'],
  ['2027-02-28', 'ends-soon'],
  ['2027-03-01', 'ended'],
])('on %s a zone that ends on 1 March 2027 is %s', (day, standing) => {
  expect(zoneStanding(strip, day)).toBe(standing);
  const { shared, overlaps } = assess([strip], day);
  expect(shared.features.map(({ properties }) => properties.endsSoon)).toEqual(
    standing === 'ended' ? [] : [standing === 'ends-soon'],
  );
  expect(overlaps.features).toHaveLength(standing === 'ended' ? 1 : 0);
});

test('of two zones of the same associations the one that ends last counts', () => {
  const later = zone('later', { parties: 'ab', outline: rectangle(1, 0, 2, 2), endsOn: '2027-06-01' });
  expect(assess([strip, later]).shared.features.map(({ properties }) => properties.zone)).toEqual(['later']);
});

test('a zone whose outline was rounded to positions leaves no splinter of overlap', () => {
  // The borders cross between positions of the grid.
  const territories = [
    territory('a', [
      [0, 0],
      [2.0000003, 0],
      [1.3333331, 2.7777777],
      [0, 2],
      [0, 0],
    ]),
    territory('b', [
      [3, 0.3333337],
      [3, 3],
      [0.7777779, 1.1111113],
      [3, 0.3333337],
    ]),
  ];
  const found = assessCoverage({ ...plan, territories, thresholds: { minWidthM: 0, minAreaM2: 0 } });
  const outline = found.overlaps.features[0]?.geometry.coordinates[0] ?? [];
  const agreed = assessCoverage({
    ...plan,
    territories,
    thresholds: { minWidthM: 0, minAreaM2: 0 },
    sharing: { zones: [zone('all', { parties: 'ab', outline })], asOf: '2026-11-25' },
  });
  expect(agreed.overlaps.features).toEqual([]);
  expect(agreed.totals.overlapKm2).toBe(0);
  expect(agreed.totals.sharedKm2).toBeCloseTo(found.totals.overlapKm2, 6);
});

test('while a hand draws, the zone holds where the two still claim the ground', () => {
  const live = followCoverage({ ...plan, sharing: { zones: [strip], asOf: '2026-11-25' } });
  const moved = territory('a', rectangle(0, 0, 2.5, 2));
  const { shared, overlaps, villages } = live.update([
    { association: moved.association, geometry: moved.geometry },
  ]);
  expect(shared.features).toHaveLength(1);
  expect(overlaps.features[0]?.properties.areaKm2).toBeCloseTo(areaKm2(polygon(rectangle(2, 0, 2.5, 2))), 1);
  expect(villages[0]?.associations).toEqual(['b', 'a']);
  const gone = live.update([{ association: moved.association, geometry: null }]);
  expect(gone.shared.features).toEqual([]);
  expect(gone.villages[0]).toEqual({ id: 'south', status: 'covered', associations: ['b'] });
});

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { associationId } from '../../test/fixtures/rectangles.ts';
import { areaKm2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import type { MultiPolygon, Polygonal } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { assessCoverage } from './assess-coverage.ts';
import { DEFAULT_SLIVER_THRESHOLDS as thresholds } from './sliver.ts';

interface Shipped {
  readonly features: readonly { readonly id: string; readonly geometry: Polygonal }[];
}

const folder = new URL('../../../geo-data/al-lith/', import.meta.url);
const isShipped = existsSync(new URL('plans/draft-whole.geojson', folder));

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
}

function checked(geometry: Polygonal): MultiPolygon {
  const check = checkTerritory(geometry);
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.geometry;
}

function assessPlan(file: string) {
  const boundary = checked(read<{ geometry: Polygonal }>('boundary.geojson').geometry);
  const territories = read<Shipped>(file).features.map(
    ({ id, geometry }): Territory => ({ association: associationId(id), geometry: checked(geometry) }),
  );
  return { boundary, assessed: assessCoverage({ boundary, territories, villages: [], thresholds }) };
}

test.skipIf(!isShipped)('the shipped draft is whole: no gap, no overlap, no sliver, nothing outside', () => {
  const { boundary, assessed } = assessPlan('plans/draft-whole.geojson');
  const { gaps, overlaps, slivers, totals } = assessed;
  expect([gaps, overlaps, slivers].map(({ features }) => features.length)).toEqual([0, 0, 0]);
  expect(totals).toMatchObject({ gapKm2: 0, overlapKm2: 0, outsideKm2: 0 });
  expect(totals.coveredOnceKm2).toBeCloseTo(areaKm2(boundary), 6);
});

test.skipIf(!isShipped)(
  'the shipped opening claims overlap and leave gaps, and add up to the square metre',
  () => {
    const { boundary, assessed } = assessPlan('plans/opening-claims.geojson');
    const { totals } = assessed;
    expect(assessed.gaps.features.length).toBeGreaterThan(0);
    expect(assessed.overlaps.features.length).toBeGreaterThan(0);
    expect(totals.coveredOnceKm2 + totals.overlapKm2 + totals.gapKm2).toBeCloseTo(areaKm2(boundary), 6);
  },
);

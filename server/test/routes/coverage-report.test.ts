import type { CoverageReport, TerritoryTotals, Village } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREA, getTerritory, makeDraft, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** A square metre, in km²: what sums of rounded areas may be apart. */
const SQUARE_METRE = 1e-6;
let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

async function reportOf(plan: string): Promise<CoverageReport> {
  const response = await service.app.inject({ url: `${AREA}/plans/${plan}/coverage` });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<CoverageReport>();
}

/** Rule 5: area = covered once + overlaps + gaps, and each village has one status. */
function checkRuleFive({ totals, territories, gaps, overlaps, slivers, villages }: CoverageReport) {
  const { areaKm2, coveredOnceKm2, overlapKm2, gapKm2, outsideKm2 } = totals;
  expect(Math.abs(areaKm2 - coveredOnceKm2 - overlapKm2 - gapKm2)).toBeLessThan(SQUARE_METRE);
  const sum = (kind: 'gap' | 'overlap', features: { properties: { areaKm2: number } }[]) => {
    const ofKind = slivers.features.filter(({ properties }) => properties.kind === kind);
    return [...features, ...ofKind].reduce((total, { properties }) => total + properties.areaKm2, 0);
  };
  const faces = gaps.features.length + overlaps.features.length + slivers.features.length;
  expect(Math.abs(sum('gap', gaps.features) - gapKm2)).toBeLessThan(SQUARE_METRE * (faces + 1));
  expect(Math.abs(sum('overlap', overlaps.features) - overlapKm2)).toBeLessThan(SQUARE_METRE * (faces + 1));
  const total = (key: 'coveredOnceKm2' | 'outsideKm2') =>
    territories.reduce((all: number, one: TerritoryTotals) => all + one[key], 0);
  expect(Math.abs(total('coveredOnceKm2') - coveredOnceKm2)).toBeLessThan(
    SQUARE_METRE * (territories.length + 1),
  );
  expect(Math.abs(total('outsideKm2') - outsideKm2)).toBeLessThan(SQUARE_METRE * (territories.length + 1));
  for (const one of territories) {
    const parts = one.coveredOnceKm2 + one.overlapKm2 + one.outsideKm2;
    expect(Math.abs(one.areaKm2 - parts)).toBeLessThan(4 * SQUARE_METRE);
  }
  expect(new Set(villages.map(({ id }) => id)).size).toBe(villages.length);
  expect(villages).toHaveLength(33);
  for (const { status, associations } of villages) {
    const least = { covered: 1, overlap: 2, gap: 0, outside: 0, unlocated: 0 }[status];
    if (status === 'overlap') expect(associations.length).toBeGreaterThanOrEqual(least);
    else expect(associations).toHaveLength(least);
  }
}

/** How many villages have each status. */
function tallyOf({ villages }: CoverageReport): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { status } of villages) tally[status] = (tally[status] ?? 0) + 1;
  return tally;
}

describe('the coverage of the opening claims', () => {
  test('adds up, to the square metre', async () => {
    checkRuleFive(await reportOf('opening-claims'));
  });

  test('has real gaps and overlaps, the largest first, each with its villages', async () => {
    const report = await reportOf('in-force');
    expect(report).toMatchObject({ area: 'al-lith', plan: 'opening-claims', version: 1 });
    const { gaps, overlaps, slivers, villages } = report;
    for (const { features } of [gaps, overlaps, slivers]) {
      const areas = features.map(({ properties }) => properties.areaKm2);
      expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    }
    expect(gaps.features.length).toBeGreaterThan(1);
    expect(gaps.features.every(({ properties }) => properties.associations.length === 0)).toBe(true);
    expect(overlaps.features[0]?.properties).toMatchObject({
      associations: ['ghumayqah', 'lith'],
      villages: ['as-suwamilah'],
    });
    for (const [status, { features }] of [
      ['gap', gaps],
      ['overlap', overlaps],
    ] as const) {
      const inFaces = features.flatMap(({ properties }) => properties.villages).sort();
      expect(inFaces).toEqual(villages.filter((village) => village.status === status).map(({ id }) => id));
    }
  });

  test('gives each village the status that a lookup gives it', async () => {
    const { villages } = await reportOf('in-force');
    for (const { id, status, associations } of villages) {
      const answer = (await service.app.inject({ url: `/api/v1/coverage?village=${id}` })).json();
      expect([id, answer.status]).toEqual([id, status]);
      expect(answer.associations.map((one: { id: string }) => one.id)).toEqual(associations);
    }
  });

  test('counts the villages without a location apart', async () => {
    expect(tallyOf(await reportOf('in-force'))).toEqual({ covered: 12, overlap: 4, gap: 12, unlocated: 5 });
  });

  test('is kept by clients as long as nothing changes', async () => {
    const url = `${AREA}/plans/in-force/coverage`;
    const { etag } = (await service.app.inject({ url })).headers;
    const again = await service.app.inject({ url, headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

test('the whole draft has no gap, no overlap and no sliver, and covers every village that has a location', async () => {
  const report = await reportOf('draft-whole');
  checkRuleFive(report);
  expect([report.gaps.features, report.overlaps.features, report.slivers.features]).toEqual([[], [], []]);
  expect(report.totals).toMatchObject({ overlapKm2: 0, gapKm2: 0, outsideKm2: 0 });
  expect(report.totals.coveredOnceKm2).toBe(report.totals.areaKm2);
  expect(tallyOf(report)).toEqual({ covered: 28, unlocated: 5 });
});

test('a draft without territories covers nothing: the whole area is a gap', async () => {
  const plan = await makeDraft(service.app, null);
  const report = await reportOf(plan.id);
  checkRuleFive(report);
  expect(report.totals).toMatchObject({ coveredOnceKm2: 0, overlapKm2: 0, outsideKm2: 0 });
  expect(tallyOf(report)).toEqual({ gap: 28, unlocated: 5 });
  expect(report.territories).toEqual([]);
});

test('an edit shows in the report at once, and only in the report of its plan', async () => {
  const plan = await makeDraft(service.app, 'draft-whole');
  const inForce = await reportOf('in-force');
  const response = await putTerritory(service.app, {
    plan: plan.id,
    association: 'afaf',
    body: square(39.3, 20.3, 0.7),
  });
  expect(response.statusCode).toBe(200);
  const report = await reportOf(plan.id);
  checkRuleFive(report);
  expect(report.version).toBe(2);
  expect(report.totals.gapKm2).toBeGreaterThan(700);
  expect(report.totals.outsideKm2).toBeGreaterThan(1000);
  expect(report.villages.find(({ id }) => id === 'al-mijayrimah')).toMatchObject({ status: 'overlap' });
  expect(await reportOf('in-force')).toEqual(inForce);
  // Taking the edit back gives the old report again, but for the version.
  const { geometry } = await getTerritory(service.app, 'draft-whole', 'afaf');
  await putTerritory(service.app, { plan: plan.id, association: 'afaf', body: geometry, ifMatch: '"2"' });
  expect(await reportOf(plan.id)).toEqual({ ...(await reportOf('draft-whole')), plan: plan.id, version: 3 });
});

test('a pin shows in the report of every plan at once', async () => {
  const pin = (location: unknown, version: number) =>
    service.app.inject({
      method: 'PUT',
      url: `${AREA}/villages/jadam/location`,
      headers: { 'if-match': `"${version}"` },
      payload: { location },
    });
  const statusIn = async (plan: string) => {
    const report = await reportOf(plan);
    checkRuleFive(report);
    return report.villages.find(({ id }) => id === 'jadam');
  };
  expect((await pin([40.44, 20.26], 1)).json<Village>().location).toEqual([40.44, 20.26]);
  expect(await statusIn('in-force')).toMatchObject({
    status: 'overlap',
    associations: ['ghumayqah', 'lith'],
  });
  expect(await statusIn('draft-whole')).toMatchObject({ status: 'covered' });
  await pin(null, 2);
  expect(await statusIn('in-force')).toMatchObject({ status: 'unlocated', associations: [] });
});

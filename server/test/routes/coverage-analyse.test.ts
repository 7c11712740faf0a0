import type { CoverageAssessment } from '@nitaq/core';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemIn } from '../support/requests.ts';
import { square, squareRing } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
/** Each test asks from an address of its own, for the service limits how often one may ask. */
let caller = 0;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const analyse = (payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url: '/api/v1/coverage/analyse',
    payload,
    headers,
    remoteAddress: `10.0.${Math.floor(caller / 250)}.${(caller++ % 250) + 1}`,
  });
const assessmentOf = async (payload: object) => {
  const response = await analyse(payload);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<CoverageAssessment>();
};
const collection = (features: object[]) => ({ type: 'FeatureCollection', features });
const territory = (id: string, geometry: object) => ({ type: 'Feature', id, properties: null, geometry });
const village = (id: string, coordinates: number[]) => territory(id, { type: 'Point', coordinates });
const claimants = (faces: CoverageAssessment['gaps']) =>
  faces.features.map(({ properties }) => properties.associations.join('+'));

// A A         the area is 0–3, A covers 0–1, B covers 0.5–2: a strip twice, a strip not at all
//  B B B
//         gap
const AREA_3X1 = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [3, 0],
      [3, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};
const A = territory('a', square(0, 0, 1));
const B = territory('b', {
  type: 'Polygon',
  coordinates: [
    [
      [0.5, 0],
      [2, 0],
      [2, 1],
      [0.5, 1],
      [0.5, 0],
    ],
  ],
});

describe('territories that are not stored anywhere are assessed', () => {
  test('within an area: gaps, overlaps and totals', async () => {
    const { gaps, overlaps, slivers, totals } = await assessmentOf({
      area: AREA_3X1,
      territories: collection([A, B]),
    });
    expect(claimants(overlaps)).toEqual(['a+b']);
    expect(gaps.features.map(({ geometry }) => geometry.coordinates.length)).toEqual([1]);
    expect(slivers.features).toEqual([]);
    // 1° × 1° at the equator is 111.32 km × 110.57 km on the ellipsoid.
    const degree = 111.32 * 110.57;
    expect(totals.areaKm2 / degree).toBeCloseTo(3, 2);
    expect(totals.coveredOnceKm2 / degree).toBeCloseTo(1.5, 2);
    expect(totals.overlapKm2 / degree).toBeCloseTo(0.5, 2);
    expect(totals.gapKm2 / degree).toBeCloseTo(1, 2);
    expect(totals.outsideKm2).toBe(0);
  });

  test('without an area: gaps are the holes that they enclose', async () => {
    const frame = {
      type: 'Polygon',
      coordinates: [squareRing(0, 0, 3), squareRing(1, 1, 1).toReversed()],
    };
    const whole = await assessmentOf({ territories: collection([territory('a', frame)]) });
    expect(whole.gaps.features).toHaveLength(1);
    const open = await assessmentOf({ territories: collection([A, B]) });
    expect(open.gaps.features).toEqual([]);
    expect(open.totals).toMatchObject({ gapKm2: 0, outsideKm2: 0 });
  });

  test('with villages: each has its status, one without a place too', async () => {
    const villages = collection([
      village('once', [0.25, 0.5]),
      village('twice', [0.75, 0.5]),
      village('never', [2.5, 0.5]),
      village('beyond', [5, 5]),
      { type: 'Feature', id: 'nowhere', geometry: null },
    ]);
    const { villages: found } = await assessmentOf({
      area: AREA_3X1,
      territories: collection([A, B]),
      villages,
    });
    expect(
      Object.fromEntries(found.map(({ id, status, associations }) => [id, [status, ...associations]])),
    ).toEqual({
      once: ['covered', 'a'],
      twice: ['overlap', 'a', 'b'],
      never: ['gap'],
      beyond: ['outside'],
      nowhere: ['unlocated'],
    });
  });

  test('with thresholds: what is narrower or smaller is a sliver, and is counted all the same', async () => {
    const request = { area: AREA_3X1, territories: collection([A, B]) };
    const usual = await assessmentOf(request);
    const wide = await assessmentOf({ ...request, minWidthM: 100_000 });
    expect(wide.slivers.features.map(({ properties }) => properties.kind)).toEqual(['gap', 'overlap']);
    expect([wide.gaps.features, wide.overlaps.features]).toEqual([[], []]);
    expect(wide.totals).toEqual(usual.totals);
    const large = await assessmentOf({ ...request, minWidthM: 0, minAreaM2: 1e10 });
    expect(large.slivers.features.map(({ properties }) => properties.kind)).toEqual(['overlap']);
    expect(large.gaps.features).toHaveLength(1);
  });

  test('even if there are none', async () => {
    const { totals, gaps } = await assessmentOf({ area: AREA_3X1, territories: collection([]) });
    expect(totals.gapKm2).toBe(totals.areaKm2);
    expect(gaps.features).toHaveLength(1);
    expect((await assessmentOf({ territories: collection([]) })).totals.areaKm2).toBe(0);
  });

  test('and their order does not matter', async () => {
    const forth = await assessmentOf({ area: AREA_3X1, territories: collection([A, B]) });
    expect(await assessmentOf({ area: AREA_3X1, territories: collection([B, A]) })).toEqual(forth);
  });
});

/** A ring of long thin teeth from x = 0.01 to 0.99 that stand on a bar beside them. */
function comb(teeth: number): number[][] {
  const step = 0.9 / teeth;
  const tips = Array.from({ length: teeth }, (_, i) => [
    [0.02, 0.05 + i * step],
    [0.99, 0.05 + (i + 0.25) * step],
    [0.02, 0.05 + (i + 0.5) * step],
  ]).flat();
  return [[0.01, 0.05], ...tips, [0.01, 0.96], [0.01, 0.05]];
}

describe('a request is refused', () => {
  const open = { type: 'Polygon', coordinates: [squareRing(0, 0, 1).slice(1)] };
  const bowTie = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  test.for([
    ['in the area', { area: open, territories: collection([]) }, '/area/coordinates/0/3'],
    [
      'in a territory',
      { territories: collection([A, territory('b', open)]) },
      '/territories/features/1/geometry/coordinates/0/3',
    ],
    [
      'in a village',
      { territories: collection([A]), villages: collection([village('x', [200, 0])]) },
      '/villages/features/0/geometry/coordinates',
    ],
  ] as const)('with the place of the fault %s', async ([, body, pointer]) => {
    const problem = problemIn(await analyse(body));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:geometry-invalid' });
    expect(problem.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  test('with all faults of all shapes at once', async () => {
    const body = {
      area: bowTie,
      territories: collection([territory('a', open), territory('b', bowTie)]),
      villages: collection([village('x', [20, 100]), village('y', [1, 1])]),
    };
    expect(problemIn(await analyse(body)).errors?.map(({ code }) => code)).toEqual([
      'ring-crosses-itself',
      'ring-not-closed',
      'ring-crosses-itself',
      'position-looks-swapped',
    ]);
  });

  test.for([
    [{}, '/territories'],
    [{ territories: collection([]), extra: 1 }, '/extra'],
    [{ territories: { type: 'FeatureCollection' } }, '/territories/features'],
    [{ territories: collection([{ ...A, id: 'Not An Id' }]) }, '/territories/features/0/id'],
    [{ territories: collection([{ type: 'Feature', geometry: square() }]) }, '/territories/features/0/id'],
    [{ territories: collection([{ ...A, geometry: null }]) }, '/territories/features/0/geometry'],
    [{ territories: collection([A]), minWidthM: -1 }, '/minWidthM'],
    [{ territories: collection([A]), minAreaM2: '5' }, '/minAreaM2'],
    [{ territories: collection([A]), area: { type: 'Point', coordinates: [0, 0] } }, '/area/type'],
    [{ territories: collection(Array.from({ length: 501 }, () => A)) }, '/territories/features'],
  ] as const)('that is not one, with the member at fault: %#', async ([body, pointer]) => {
    const problem = problemIn(await analyse(body));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:request-invalid' });
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  test('with the territories that lie wholly outside the area, and those that look swapped', async () => {
    const swapped = territory('b', square(20, 40.2, 0.5));
    const body = {
      area: square(40, 20, 1),
      territories: collection([
        territory('a', square(40.5, 20.5, 2)),
        swapped,
        territory('c', square(60, 10, 1)),
      ]),
    };
    const problem = problemIn(await analyse(body));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:geometry-invalid' });
    expect(problem.errors).toMatchObject([
      { code: 'position-looks-swapped', pointer: '/territories/features/1/geometry/coordinates' },
      { code: 'outside-the-area', pointer: '/territories/features/2/geometry/coordinates' },
    ]);
  });

  test('whose borders cross each other more often than can be worked out, and the next one is answered', async () => {
    const across = comb(2_100);
    const along = across.map(([x = 0, y = 0]) => [y, x]);
    const territories = [across, along].map((ring, i) =>
      territory(`t${i}`, { type: 'Polygon', coordinates: [ring] }),
    );
    for (const area of [{}, { area: square(0, 0, 1) }]) {
      const problem = problemIn(await analyse({ ...area, territories: collection(territories) }));
      expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:analysis-too-tangled' });
    }
    expect((await analyse({ territories: collection([A]) })).statusCode).toBe(200);
  });

  test('in which one association has two territories', async () => {
    const problem = problemIn(
      await analyse({ territories: collection([A, territory('a', square(5, 5, 1))]) }),
    );
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:territory-repeated' });
    expect(problem.detail).toContain('“a”');
  });

  test('that has more than 200,000 vertices', async () => {
    const ring = (index: number) =>
      Array.from({ length: 19_000 }, (_, i) => [index + i / 20_000, i % 2 === 0 ? 0 : 0.5]);
    const features = Array.from({ length: 11 }, (_, i) =>
      territory(`t${i}`, { type: 'Polygon', coordinates: [ring(i)] }),
    );
    const problem = problemIn(await analyse({ territories: collection(features) }));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:analysis-too-large' });
    expect(problem.detail).toContain('209000');
  });
});

test('anyone may ask, also where writing is refused, and nothing is stored', async () => {
  const countRows = async () =>
    (
      await sql`select (select count(*) from plan) as plans, (select sum(version) from territory) as territories,
        (select sum(version) from village) as villages, (select sum(version) from area) as areas`.execute(
        service.db,
      )
    ).rows;
  const before = await countRows();
  const response = await analyse({ territories: collection([A, B]) }, { host: 'nitaq.example.org' });
  expect(response.statusCode).toBe(200);
  expect(await countRows()).toEqual(before);
});

test('who asks too often is told to wait, and others are not', async () => {
  const request = {
    method: 'POST',
    url: '/api/v1/coverage/analyse',
    payload: { territories: collection([A]) },
  } as const;
  const statuses: number[] = [];
  let last = await service.app.inject({ ...request, remoteAddress: '10.9.9.9' });
  while (last.statusCode === 200 && statuses.length < 1_000) {
    statuses.push(last.statusCode);
    last = await service.app.inject({ ...request, remoteAddress: '10.9.9.9' });
  }
  expect(statuses).toHaveLength(60);
  expect(problemIn(last)).toMatchObject({ status: 429, type: 'urn:nitaq:problem:too-many-requests' });
  expect((await analyse({ territories: collection([A]) })).statusCode).toBe(200);
});

test('rule 5 holds for any territories: area = covered once + overlaps + gaps, and each village has one status', async () => {
  const corner = fc.integer({ min: 0, max: 20 }).map((n) => n / 10);
  const box = fc
    .tuple(corner, corner, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .map(([west, south, width, height]) => {
      const [east, north] = [west + width / 10, south + height / 10];
      return {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      };
    });
  const points = fc.array(fc.tuple(corner, corner), { maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(fc.array(box, { maxLength: 5 }), points, async (boxes, places) => {
      const { totals, villages } = await assessmentOf({
        area: square(0, 0, 2),
        territories: collection(boxes.map((geometry, i) => territory(`t${i}`, geometry))),
        villages: collection(places.map((place, i) => village(`v${i}`, place))),
      });
      const { areaKm2, coveredOnceKm2, overlapKm2, gapKm2 } = totals;
      expect(Math.abs(areaKm2 - coveredOnceKm2 - overlapKm2 - gapKm2)).toBeLessThan(1e-6);
      expect(villages.map(({ id }) => id)).toEqual(places.map((_, i) => `v${i}`));
    }),
    { numRuns: 50 },
  );
});

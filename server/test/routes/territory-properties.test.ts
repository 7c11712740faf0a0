import { checkTerritory, fromGrid, type Plan, type Polygonal, type Position } from '@nitaq/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getPlan, getTerritory, makeDraft, problemIn, putTerritory } from '../support/requests.ts';
import { squareRing } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let draft: Plan;

beforeAll(async () => {
  service = await startTestService();
  draft = await makeDraft(service.app);
});
afterAll(() => service.close());

/** Sends a body on the present version: either it is stored as it is told, or it is refused and nothing changes. */
async function sendAndCompare(body: unknown): Promise<number> {
  const before = await getTerritory(service.app, draft.id);
  const { version } = before.properties;
  const response = await putTerritory(service.app, { plan: draft.id, body, ifMatch: `"${version}"` });
  const after = await getTerritory(service.app, draft.id);
  if (response.statusCode === 200) {
    expect(after).toEqual(response.json());
    expect(after.properties.version).toBe(version + 1);
  } else {
    expect([400, 413, 415, 422]).toContain(problemIn(response).status);
    expect(after).toEqual(before);
  }
  return response.statusCode;
}

/** Bodies that resemble a territory, with anything at any place. */
function resemblingTerritory(): fc.Arbitrary<unknown> {
  const number = fc.oneof(
    fc.double({ min: -200, max: 200 }),
    fc.double(),
    fc.constantFrom(40.5, 20.3, 1e308),
  );
  const position = fc.oneof({ weight: 9, arbitrary: fc.array(number, { maxLength: 4 }) }, fc.jsonValue());
  const ring = fc.oneof(
    { weight: 9, arbitrary: fc.array(position, { maxLength: 6 }) },
    { weight: 5, arbitrary: fc.constant<unknown>(squareRing(40.45, 20.25, 0.1)) },
    fc.jsonValue(),
  );
  const rings = fc.oneof({ weight: 9, arbitrary: fc.array(ring, { maxLength: 4 }) }, fc.jsonValue());
  const type = fc.oneof(
    fc.constantFrom('Polygon', 'MultiPolygon', 'Feature', 'Point', 'POLYGON'),
    fc.jsonValue(),
  );
  const geometry = fc.record(
    { type, coordinates: fc.oneof(rings, fc.array(rings, { maxLength: 3 })), bbox: fc.jsonValue() },
    { requiredKeys: ['type', 'coordinates'] },
  );
  const feature = fc.record(
    {
      type: fc.constant('Feature'),
      geometry: fc.oneof(geometry, fc.jsonValue()),
      id: fc.jsonValue(),
      properties: fc.jsonValue(),
    },
    { requiredKeys: ['type', 'geometry'] },
  );
  return fc.oneof(geometry, feature, fc.jsonValue());
}

test('no JSON body breaks the service, and none changes a territory unless it is accepted', async () => {
  const bodies = resemblingTerritory().map((body) => JSON.stringify(body));
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => void (await sendAndCompare(body))),
    {
      numRuns: 300,
    },
  );
});

test('no bytes break the service', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((some) => Buffer.from(some));
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => void (await sendAndCompare(body))),
    { numRuns: 100 },
  );
});

/**
 * Rings between the points of a slanting lattice: corners that lie on edges of other rings, and rings that touch in
 * several points, come often, and no edge runs along a meridian or a parallel.
 */
function latticePolygons(): fc.Arbitrary<Polygonal> {
  const at = ([u, v]: [number, number]): Position => [
    fromGrid(404_500_000 + 34_567 * u - 12_323 * v),
    fromGrid(202_500_000 + 15_551 * u + 29_873 * v),
  ];
  const corner = (least: number, most: number) =>
    fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }));
  const ring = (least: number, most: number) =>
    fc
      .uniqueArray(corner(least, most), { minLength: 3, maxLength: 4, selector: String })
      .map((corners) => [...corners, ...corners.slice(0, 1)].map(at));
  const wide = fc
    .constantFrom<[number, number][]>(
      [
        [0, 0],
        [12, 0],
        [12, 12],
        [0, 12],
        [0, 0],
      ],
      [
        [0, 0],
        [12, 2],
        [8, 12],
        [0, 0],
      ],
      [
        [0, 3],
        [6, 0],
        [12, 9],
        [3, 12],
        [0, 3],
      ],
    )
    .map((corners) => corners.map(at));
  const polygon = fc
    .tuple(wide, fc.array(ring(1, 11), { maxLength: 3 }))
    .map(([shell, holes]): Polygonal => ({ type: 'Polygon', coordinates: [shell, ...holes] }));
  const parts = fc
    .array(ring(0, 12), { minLength: 1, maxLength: 4 })
    .map((rings): Polygonal => ({ type: 'MultiPolygon', coordinates: rings.map((one) => [one]) }));
  return fc.oneof(polygon, parts);
}

test('what the core accepts the database stores, to the last digit; what it refuses does not reach it', async () => {
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(latticePolygons(), async (geometry) => {
      const check = checkTerritory(geometry);
      const status = await sendAndCompare(geometry);
      expect(status).toBe(check.ok ? 200 : 422);
      if (!check.ok) return;
      stored++;
      expect((await getTerritory(service.app, draft.id)).geometry).toEqual(check.geometry);
    }),
    { numRuns: 300 },
  );
  expect(stored).toBeGreaterThan(50);
  expect((await getPlan(service.app, draft.id)).version).toBeGreaterThan(stored);
});

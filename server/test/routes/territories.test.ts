import { fromGrid, type Plan, type Polygon, type TerritoryCollection } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AREA,
  getPlan,
  getTerritory,
  makeDraft,
  problemCode,
  problemIn,
  putTerritory,
} from '../support/requests.ts';
import { SOUTH, square, squareRing, WEST } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let draft: Plan;

beforeAll(async () => {
  service = await startTestService();
  draft = await makeDraft(service.app);
});
afterAll(() => service.close());

const put = (body: unknown, more: object = {}) =>
  putTerritory(service.app, { plan: draft.id, body, ...more });
/** Puts on the present version, and returns what was stored. */
const store = async (body: unknown, more: object = {}) => {
  const { properties } = await getTerritory(service.app, draft.id);
  const response = await put(body, { ifMatch: `"${properties.version}"`, ...more });
  expect(response.statusCode, response.body).toBe(200);
  const stored = await getTerritory(service.app, draft.id);
  expect(response.json()).toEqual(stored);
  return stored;
};

describe('a territory', () => {
  test('is replaced on the version that was read, and everything counts up', async () => {
    const before = await getTerritory(service.app, draft.id);
    const plan = await getPlan(service.app, draft.id);
    const others = async () =>
      (await service.app.inject({ url: `${AREA}/plans/${draft.id}/territories` }))
        .json<TerritoryCollection>()
        .features.filter(({ id }) => id !== 'lith');
    const othersBefore = await others();

    const response = await put(square(), { ifMatch: `"${before.properties.version}"` });
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe(`"${before.properties.version + 1}"`);
    const after = await service.app.inject({ url: `${AREA}/plans/${draft.id}/territories/lith` });
    expect(after.headers.etag).toBe(response.headers.etag);
    expect(after.json()).toEqual(response.json());
    expect(await others()).toEqual(othersBefore);
    const { version, updatedAt } = await getPlan(service.app, draft.id);
    expect(version).toBe(plan.version + 1);
    expect(Date.parse(updatedAt)).toBeGreaterThan(Date.parse(plan.updatedAt));
  });

  test('is taken as Polygon, MultiPolygon or Feature, in either media type, and means the same', async () => {
    const multi = { type: 'MultiPolygon', coordinates: [square().coordinates] };
    const feature = { type: 'Feature', id: 'lith', properties: { by: 'hand' }, geometry: square() };
    for (const body of [square(), multi, feature, { ...feature, geometry: multi, properties: null }]) {
      expect((await store(body)).geometry).toEqual(multi);
    }
    const geoJson = { headers: { 'content-type': 'application/geo+json; charset=utf-8' } };
    expect((await store(square(), geoJson)).geometry).toEqual(multi);
  });

  test('tells its area on the ellipsoid', async () => {
    // 0.1° × 0.1° at 20.3° N: 10.444 km of longitude by 11.072 km of latitude.
    expect((await store(square())).properties.areaKm2).toBeCloseTo(115.6, 0);
  });

  test('that runs the wrong way round or repeats points is mended silently', async () => {
    const [a, b, c, d] = squareRing(WEST, SOUTH, 0.1);
    const hole = squareRing(WEST + 0.02, SOUTH + 0.02, 0.01);
    const mended = await store({ type: 'Polygon', coordinates: [[a, a, d, c, c, c, b, a, a], hole] });
    expect(mended.geometry?.coordinates).toEqual([[[a, b, c, d, a], hole.toReversed()]]);
  });

  test('comes back exactly as it was snapped to the grid of 1e-7 degree, without heights', async () => {
    const sent = {
      type: 'Polygon',
      coordinates: [
        [
          [40.45000004, 20.25000005, 12.5],
          [40.54999996, 20.249999949, 13],
          [40.5000000499, 20.35, -1],
          [40.4500000499, 20.2500000501],
        ],
      ],
    };
    expect((await store(sent)).geometry?.coordinates).toEqual([
      [
        [
          [40.45, 20.2500001],
          [40.55, 20.2499999],
          [40.5, 20.35],
          [40.45, 20.2500001],
        ],
      ],
    ]);
  });

  test('may touch itself in points, also where no binary fraction lies exactly on the edge', async () => {
    // The tip of the hole lies on the slanting edge of the outer ring: 7/10 of the way.
    const touching: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [40.4751137, 20.3226821],
          [40.4998593, 20.3480789],
          [40.4737788, 20.356924],
          [40.4751137, 20.3226821],
        ],
        [
          [40.4905569, 20.3385317],
          [40.4857237, 20.3389131],
          [40.4855235, 20.3440494],
          [40.4905569, 20.3385317],
        ],
      ],
    };
    expect((await store(touching)).geometry?.coordinates).toHaveLength(1);
    const [stored] = (await getTerritory(service.app, draft.id)).geometry?.coordinates ?? [];
    expect(stored?.[1]).toContainEqual([40.4905569, 20.3385317]);
  });

  test('may have 20,000 vertices and comes back with all of them', async () => {
    const zigzag = Array.from({ length: 20_000 }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / 20_000;
      const radius = i % 2 === 0 ? 900_000 : 899_000;
      return [
        fromGrid(Math.round(405_000_000 + radius * Math.cos(angle))),
        fromGrid(Math.round(203_000_000 + radius * Math.sin(angle))),
      ];
    });
    const ring = [...zigzag, ...zigzag.slice(0, 1)];
    expect((await store({ type: 'Polygon', coordinates: [ring] })).geometry?.coordinates).toEqual([[ring]]);
  });

  test('may reach over the boundary of the area', async () => {
    expect((await store(square(39.3, 20.1, 0.8))).properties.areaKm2).toBeGreaterThan(0);
  });
});

test.for(['*', '"1", "{now}"', '"{now}" ,"99999"', ' W/"7", ,"a,b", "{now}"'])(
  'a write is made on whichever version there is, or on one of a list: %s',
  async (tags) => {
    const { properties } = await getTerritory(service.app, draft.id);
    const response = await put(square(), { ifMatch: tags.replace('{now}', String(properties.version)) });
    expect([response.statusCode, response.headers.etag]).toEqual([200, `"${properties.version + 1}"`]);
  },
);

test('a Feature with the number or name that a program gave it is taken', async () => {
  for (const id of [7, '', 'feature-1']) await store({ type: 'Feature', id, geometry: square() });
});

describe('a write is refused', () => {
  test.for(['en', 'ar'])('with the territory of another association, in words: %s', async (language) => {
    const afaf = await getTerritory(service.app, draft.id, 'afaf');
    const { properties } = await getTerritory(service.app, draft.id);
    const response = await put(afaf, {
      ifMatch: `"${properties.version}"`,
      headers: { 'accept-language': language },
    });
    const problem = problemIn(response);
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:territory-of-another' });
    expect(problem.errors).toEqual([{ pointer: '/id', detail: problem.detail }]);
    expect(problem.detail).toMatch(/afaf.*lith/);
    expect((await getTerritory(service.app, draft.id)).properties).toEqual(properties);
  });

  test.for([
    ['without If-Match', null, 428, 'if-match-missing'],
    ['on an old version', '"1"', 412, 'changed-since'],
    ['on a version to come', '"99999"', 412, 'changed-since'],
    ['on a weak tag', 'W/"2"', 412, 'changed-since'],
    ['on the tag of something else', '"abc"', 412, 'changed-since'],
    ['on several old versions', '"1", "99999"', 412, 'changed-since'],
    ['on a list with a weak tag', '"1", W/"2"', 412, 'changed-since'],
    ['on a list that is none', 'any "2" will do', 412, 'changed-since'],
    ['on nothing', '', 412, 'changed-since'],
    ['on an endless version', `"${'9'.repeat(400)}"`, 412, 'changed-since'],
  ] as const)('%s, and stores nothing', async ([, ifMatch, status, code]) => {
    await store(square());
    const before = await getTerritory(service.app, draft.id);
    const plan = await getPlan(service.app, draft.id);
    const response = await put(square(WEST + 0.05), { ifMatch });
    expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
    expect(await getTerritory(service.app, draft.id)).toEqual(before);
    expect(await getPlan(service.app, draft.id)).toEqual(plan);
  });

  test('with the present ETag named, when somebody was faster', async () => {
    const { properties } = await getTerritory(service.app, draft.id);
    expect(problemIn(await put(square(), { ifMatch: '"1"' })).detail).toContain(`"${properties.version}"`);
  });

  test.for(['opening-claims', 'in-force'])('in the plan in force, named as %s', async (plan) => {
    const before = (await service.app.inject({ url: `${AREA}/plans/in-force/territories` })).body;
    const response = await put(square(), { plan });
    expect([response.statusCode, problemCode(response)]).toEqual([409, 'plan-not-a-draft']);
    expect((await service.app.inject({ url: `${AREA}/plans/in-force/territories` })).body).toBe(before);
  });

  test('for a plan or an association that does not exist, and in an area that does not', async () => {
    expect(problemCode(await put(square(), { plan: 'nothing' }))).toBe('plan-not-found');
    expect(problemCode(await put(square(), { association: 'nobody' }))).toBe('association-not-found');
    const elsewhere = await service.app.inject({
      method: 'PUT',
      url: `/api/v1/areas/atlantis/plans/${draft.id}/territories/lith`,
      headers: { 'if-match': '"1"' },
      payload: square(),
    });
    expect([elsewhere.statusCode, problemCode(elsewhere)]).toEqual([404, 'area-not-found']);
  });
});

describe('of writes at the same time', () => {
  test('on one version of one territory exactly one succeeds', async () => {
    const plan = await makeDraft(service.app);
    const squares = Array.from({ length: 8 }, (_, i) => square(WEST + i / 100));
    const answers = await Promise.all(
      squares.map((body) => putTerritory(service.app, { plan: plan.id, body })),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    const won = answers.find(({ statusCode }) => statusCode === 200);
    expect(await getTerritory(service.app, plan.id)).toEqual(won?.json());
    expect((await getPlan(service.app, plan.id)).version).toBe(2);
  });

  test('on different territories of a plan all succeed, and each is counted', async () => {
    const plan = await makeDraft(service.app);
    const associations = ['afaf', 'ghumayqah', 'lith', 'wasqah'];
    const answers = await Promise.all(
      associations.map((association) =>
        putTerritory(service.app, { plan: plan.id, association, body: square() }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect((await getPlan(service.app, plan.id)).version).toBe(5);
  });
});

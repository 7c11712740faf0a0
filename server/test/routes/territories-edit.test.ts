import type { Plan, TerritoryCollection } from '@nitaq/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
});
beforeEach(async () => {
  draft = await makeDraft(service.app);
});
afterAll(() => service.close());

const patch = (territories: unknown, plan: string = draft.id, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'PATCH',
    url: `${AREA}/plans/${plan}/territories`,
    payload: { territories },
    headers,
  });
const stored = async (plan: string = draft.id) =>
  (await service.app.inject({ url: `${AREA}/plans/${plan}/territories` })).body;
const lith = { association: 'lith', version: 1, geometry: square() };
const afaf = { association: 'afaf', version: 1, geometry: square(WEST + 0.1) };

describe('an edit of several territories', () => {
  test('is saved as one change of the plan and answers what was saved, in the order of the request', async () => {
    const before = JSON.parse(await stored()) as TerritoryCollection;
    const response = await patch([lith, afaf]);
    expect(response.statusCode, response.body).toBe(200);
    const answer = response.json<TerritoryCollection>();
    expect(answer).toMatchObject({ type: 'FeatureCollection', plan: draft.id, version: 2 });
    expect(answer.features.map(({ id, properties }) => [id, properties.version])).toEqual([
      ['lith', 2],
      ['afaf', 2],
    ]);
    for (const feature of answer.features) {
      expect(await getTerritory(service.app, draft.id, feature.id)).toEqual(feature);
    }
    expect((await getPlan(service.app, draft.id)).version).toBe(2);
    const others = ({ features }: TerritoryCollection) =>
      features.filter(({ id }) => id !== 'lith' && id !== 'afaf');
    expect(others(JSON.parse(await stored()))).toEqual(others(before));
  });

  test('takes a MultiPolygon, and empties a territory with null', async () => {
    const multi = { type: 'MultiPolygon', coordinates: [square().coordinates] };
    const response = await patch([
      { ...lith, geometry: multi },
      { ...afaf, geometry: null },
    ]);
    expect(response.json<TerritoryCollection>().features.map(({ geometry }) => geometry)).toEqual([
      multi,
      null,
    ]);
    expect((await getTerritory(service.app, draft.id, 'afaf')).properties).toMatchObject({
      areaKm2: 0,
      version: 2,
    });
  });

  test('may be of one territory', async () => {
    expect((await patch([afaf])).json<TerritoryCollection>().features).toHaveLength(1);
  });

  test('on which somebody was faster with one territory stores nothing, and names that one', async () => {
    await putTerritory(service.app, { plan: draft.id, association: 'afaf', body: square() });
    const before = await stored();
    const plan = await getPlan(service.app, draft.id);
    const response = await patch([lith, afaf]);
    expect([response.statusCode, problemCode(response)]).toEqual([412, 'changed-since']);
    expect(problemIn(response)).toMatchObject({ changed: [{ association: 'afaf', version: 2 }] });
    expect(problemIn(response).detail).toContain('afaf "2"');
    expect(await stored()).toBe(before);
    expect(await getPlan(service.app, draft.id)).toEqual(plan);
  });

  test('names every territory that changed, and may follow on the versions that are told', async () => {
    await patch([lith, afaf]);
    const wasqah = { association: 'wasqah', version: 1, geometry: null };
    const refused = problemIn(await patch([lith, wasqah, afaf], draft.id, { 'accept-language': 'ar' }));
    expect(refused).toMatchObject({
      title: 'تغيّر منذ أن قرأته',
      changed: [
        { association: 'lith', version: 2 },
        { association: 'afaf', version: 2 },
      ],
    });
    const again = await patch([{ ...lith, version: 2 }, wasqah, { ...afaf, version: 2 }]);
    expect([again.statusCode, again.json<TerritoryCollection>().version]).toEqual([200, 3]);
  });

  test('made ten times at once on one version is saved once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => patch([lith, afaf])));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect((await getPlan(service.app, draft.id)).version).toBe(2);
  });
});

describe('an edit is refused, and nothing of it is stored:', () => {
  const bowTie = { type: 'Polygon', coordinates: [squareRing(WEST, SOUTH, 0.1).slice(0, 4)] };
  const refusal = async (territories: unknown, plan: string = draft.id) => {
    const before = await stored(plan);
    const response = await patch(territories, plan);
    expect(await stored(plan)).toBe(before);
    return problemIn(response);
  };

  test('for every fault of every shape, with its place', async () => {
    const problem = await refusal([
      { ...lith, geometry: square(10, 50) },
      afaf,
      { association: 'wasqah', version: 1, geometry: bowTie },
    ]);
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:geometry-invalid' });
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/territories/0/geometry/coordinates', 'outside-the-area'],
      ['/territories/2/geometry/coordinates/0/3', 'ring-not-closed'],
    ]);
  });

  test('with a territory that stands twice', async () => {
    expect(await refusal([lith, afaf, { ...lith, geometry: null }])).toMatchObject({
      status: 422,
      type: 'urn:nitaq:problem:territory-repeated',
      errors: [{ pointer: '/territories/2/association' }],
    });
  });

  test('for an association that there is not', async () => {
    expect(await refusal([lith, { ...afaf, association: 'nobody' }])).toMatchObject({
      status: 404,
      type: 'urn:nitaq:problem:association-not-found',
      errors: [{ pointer: '/territories/1/association' }],
    });
  });

  test.for(['opening-claims', 'in-force'])('in the plan in force, named as %s', async (plan) => {
    expect(await refusal([lith], plan)).toMatchObject({
      status: 409,
      type: 'urn:nitaq:problem:plan-not-a-draft',
    });
  });

  test('in a plan or an area that there is not', async () => {
    expect(problemCode(await patch([lith], 'nothing'))).toBe('plan-not-found');
    const url = `/api/v1/areas/atlantis/plans/${draft.id}/territories`;
    const elsewhere = await service.app.inject({ method: 'PATCH', url, payload: { territories: [lith] } });
    expect(problemCode(elsewhere)).toBe('area-not-found');
  });

  test.for([
    ['without territories', [], '/territories'],
    ['with something else', 'lith', '/territories'],
    ['without a version', [{ association: 'lith', geometry: null }], '/territories/0/version'],
    ['with a version of text', [{ ...lith, version: '1' }], '/territories/0/version'],
    ['with an endless version', [{ ...lith, version: 1e12 }], '/territories/0/version'],
    ['without a geometry', [{ association: 'lith', version: 1 }], '/territories/0/geometry'],
    [
      'with a point',
      [afaf, { ...lith, geometry: { type: 'Point', coordinates: [40, 20] } }],
      '/territories/1/geometry/type',
    ],
    ['with an id that is none', [{ ...lith, association: 'A B' }], '/territories/0/association'],
    ['with a member that it does not know', [{ ...lith, colour: 1 }], '/territories/0/colour'],
  ] as const)('%s', async ([, territories, pointer]) => {
    const problem = await refusal(territories);
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:request-invalid' });
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});

test.for(['', 'a b', 'ü', 'x'.repeat(65)])('a client id that is none is refused: “%s”', async (client) => {
  const response = await patch([lith], draft.id, { 'x-client-id': client });
  expect(problemIn(response)).toMatchObject({ status: 400, errors: [{ pointer: '/headers/x-client-id' }] });
  expect((await patch([lith], draft.id, { 'x-client-id': 'tab-1.A_~' })).statusCode).toBe(200);
});

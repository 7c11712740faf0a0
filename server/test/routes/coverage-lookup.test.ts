import type { CoverageAnswer, Village } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { territoriesOf, withPlanInForce } from '../support/area-variants.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { middleOf, sharedEdges } from '../support/shared-borders.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const BEFORE_ANY_PLAN = '2026-10-01T00:00:00Z';
let service: TestService;
let now = new Date('2026-11-24T09:00:10Z');

beforeAll(async () => {
  service = await startTestService({ now: () => now });
});
afterAll(() => service.close());

const ask = (query: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url: `/api/v1/coverage?${query}`, headers });
const answerTo = async (query: string) => {
  const response = await ask(query);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<CoverageAnswer>();
};
const associationsIn = ({ associations }: CoverageAnswer) => associations.map(({ id }) => String(id));

describe('a point', () => {
  test('at the seat of Ghumayqah is covered by the association of Ghumayqah', async () => {
    expect(await answerTo('lon=40.447&lat=20.316')).toEqual({
      status: 'covered',
      associations: [
        {
          id: 'ghumayqah',
          name: { ar: 'جمعية رعاية الأيتام بغميقة', en: 'Orphan Care Association of Ghumayqah' },
        },
      ],
      area: 'al-lith',
      plan: 'opening-claims',
      version: 1,
      since: '2026-10-31T21:00:00.000Z',
      decision: {
        plan: 'opening-claims',
        number: 1,
        title: { ar: expect.any(String), en: expect.any(String) },
        proposal: null,
      },
      at: '2026-11-24T09:00:00.000Z',
      village: { id: 'ghumayqah', name: { ar: 'غميقة', en: 'Ghumayqah' }, lon: 40.4473, lat: 20.3164 },
    });
  });

  test.for(['lon=39.0&lat=20.0', 'lon=0&lat=0', 'lon=180&lat=90', 'lon=-180&lat=-90'])(
    'in the sea or another country is outside: %s',
    async (query) => {
      const { status, associations, area, plan, version } = await answerTo(query);
      expect({ status, associations, area, plan, version }).toEqual({
        status: 'outside',
        associations: [],
        area: null,
        plan: null,
        version: null,
      });
    },
  );

  test('far from every village names none', async () => {
    expect(await answerTo('lon=40.85&lat=20.6')).not.toHaveProperty('village');
  });

  test('in a gap names the nearest territory and how far it is', async () => {
    const answer = await answerTo('lon=40.6263&lat=20.6671');
    expect(answer).toMatchObject({ status: 'gap', associations: [], plan: 'opening-claims' });
    expect(answer.nearest).toEqual({ association: 'ghumayqah', distanceKm: 13.46 });
    expect(answer).not.toHaveProperty('border');
  });
});

describe('a village', () => {
  test.for([
    ['as-suwamilah', ['ghumayqah', 'lith']],
    ['as-sidyah', ['afaf', 'ghumayqah']],
    ['al-midrij', ['ghumayqah', 'lith', 'wasqah']],
  ] as const)('in an overlap names all its claimants: %s', async ([village, claimants]) => {
    const answer = await answerTo(`village=${village}`);
    expect(answer.status).toBe('overlap');
    expect(associationsIn(answer)).toEqual(claimants);
    expect(answer.associations.every(({ name }) => name.ar.startsWith('جمعية'))).toBe(true);
    expect(answer).not.toHaveProperty('nearest');
  });

  test('has the same answer by its id, with its area, and by its point', async () => {
    const byId = await answerTo('village=al-wasqah');
    expect(await answerTo('village=al-wasqah&area=al-lith')).toEqual(byId);
    expect(await answerTo(`lon=${byId.village?.lon}&lat=${byId.village?.lat}`)).toEqual(byId);
  });

  test('without a location is unlocated until it is pinned, and again when its pin is taken away', async () => {
    expect(await answerTo('village=saya')).toMatchObject({
      status: 'unlocated',
      associations: [],
      plan: 'opening-claims',
      version: 1,
      village: { id: 'saya', lon: null, lat: null },
    });
    const pin = async (location: unknown, version: number) => {
      const response = await service.app.inject({
        method: 'PUT',
        url: `${AREA}/villages/saya/location`,
        headers: { 'if-match': `"${version}"` },
        payload: { location },
      });
      expect(response.statusCode, response.body).toBe(200);
      return response.json<Village>();
    };
    await pin([40.5614, 19.99], 1);
    const pinned = await answerTo('village=saya');
    expect(pinned).toMatchObject({ status: 'covered', village: { lon: 40.5614, lat: 19.99 } });
    expect(associationsIn(pinned)).toEqual(['wasqah']);
    await pin(null, 2);
    expect(await answerTo('village=saya')).toMatchObject({ status: 'unlocated' });
  });

  test('that nobody knows is a problem, and so is an unknown area', async () => {
    const unknown = await ask('village=atlantis');
    expect([unknown.statusCode, problemCode(unknown)]).toEqual([404, 'village-not-found']);
    const elsewhere = await ask('village=al-wasqah&area=atlantis');
    expect([elsewhere.statusCode, problemCode(elsewhere)]).toEqual([404, 'area-not-found']);
  });
});

describe('an instant', () => {
  test.for([`village=ghumayqah&at=${BEFORE_ANY_PLAN}`, `lon=40.447&lat=20.316&at=${BEFORE_ANY_PLAN}`])(
    'before any plan was in force finds no plan, so a gap: %s',
    async (query) => {
      const answer = await answerTo(query);
      expect(answer).toMatchObject({
        status: 'gap',
        associations: [],
        area: 'al-lith',
        plan: null,
        version: null,
        at: '2026-10-01T00:00:00.000Z',
      });
      expect(answer).not.toHaveProperty('nearest');
    },
  );

  test('at which a plan came into force finds it, and the millisecond before does not', async () => {
    expect(await answerTo('village=ghumayqah&at=2026-11-01T00:00:00%2B03:00')).toMatchObject({
      plan: 'opening-claims',
      at: '2026-10-31T21:00:00.000Z',
    });
    expect(await answerTo('village=ghumayqah&at=2026-10-31T20:59:59.999Z')).toMatchObject({ plan: null });
  });

  test('that is now is named no earlier than the plan it tells of', async () => {
    const before = now;
    now = new Date('2026-10-31T21:00:00.500Z');
    expect(await answerTo('village=ghumayqah')).toMatchObject({ at: '2026-10-31T21:00:00.000Z' });
    now = before;
  });
});

test.for([
  ['without a place', ''],
  ['with a longitude alone', 'lon=40.447'],
  ['with a latitude alone', 'lat=20.316'],
  ['with a point and a village', 'lon=40.447&lat=20.316&village=ghumayqah'],
  ['with half a point and a village', 'lon=40.447&village=ghumayqah'],
  ['with a latitude beyond the pole, as when the two are swapped', 'lon=20&lat=140'],
  ['with a longitude out of range', 'lon=181&lat=20'],
  ['with words for numbers', 'lon=east&lat=north'],
  ['with an empty number', 'lon=&lat=20'],
  ['with two longitudes', 'lon=40&lon=41&lat=20'],
  ['with an infinite number', 'lon=1e400&lat=20'],
  ['with something that is no instant', 'village=ghumayqah&at=yesterday'],
  ['with a day that does not exist', 'village=ghumayqah&at=2026-02-30T00:00:00Z'],
  ['with a leap second', 'village=ghumayqah&at=2016-12-31T23:59:60Z'],
  ['with the year 0', 'village=ghumayqah&at=0000-01-01T00:00:00Z'],
  ['with a parameter it does not know', 'lon=40.447&lat=20.316&name=x'],
  ['with an id that cannot be one', 'village=Al%20Lith'],
] as const)('a question %s is refused', async ([, query]) => {
  const response = await ask(query);
  expect(response.statusCode).toBe(400);
  problemCode(response);
});

test('what is wrong with a number is told in Arabic, with nothing around it', async () => {
  const response = await ask('lon=999&lat=20', { 'accept-language': 'ar' });
  expect(response.json().errors).toEqual([{ pointer: '/querystring/lon', detail: 'يجب أن يكون <= 180' }]);
  const letters = await ask('lon=x&lat=20', { 'accept-language': 'ar' });
  expect(letters.json().errors).toEqual([{ pointer: '/querystring/lon', detail: 'يجب أن يكون عددًا' }]);
});

test('answers are equal bytes within a minute, may be cached, and are not sent again to who has them', async () => {
  const first = await ask('village=al-midrij');
  now = new Date('2026-11-24T09:00:59Z');
  const second = await ask('village=al-midrij');
  expect(second.body).toBe(first.body);
  expect(second.headers.etag).toBe(first.headers.etag);
  expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+/);
  const again = await ask('village=al-midrij', { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  now = new Date('2026-11-24T09:01:00Z');
  expect((await ask('village=al-midrij', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(
    200,
  );
});

describe('in a plan whose territories share their borders', () => {
  let whole: TestService;
  beforeAll(async () => {
    whole = await startTestService({ folder: withPlanInForce(await shippedArea(), 'draft-whole') });
  });
  afterAll(() => whole.close());

  test('a place within 2 km of a neighbour names it and the distance; farther away there is none', async () => {
    const [edge] = sharedEdges(territoriesOf(await shippedArea(), 'draft-whole'));
    if (edge === undefined) throw new Error('The plan has no shared border');
    const [lon, lat] = middleOf(edge);
    for (const [dLon, dLat] of [
      [0.003, 0.003],
      [-0.003, -0.003],
    ] as const) {
      const response = await whole.app.inject({
        url: `/api/v1/coverage?lon=${lon + dLon}&lat=${lat + dLat}`,
      });
      const { status, associations, border } = response.json<CoverageAnswer>();
      expect(status).toBe('covered');
      expect([associations[0]?.id, border?.association].sort()).toEqual([...edge.associations].sort());
      // 0.003° each way is at most 0.47 km, measured square to a border that runs crosswise.
      expect(border?.distanceM).toBeLessThanOrEqual(470);
    }
    const deepInside = await whole.app.inject({ url: '/api/v1/coverage?village=ghumayqah' });
    expect(deepInside.json<CoverageAnswer>().status).toBe('covered');
    expect(deepInside.json()).not.toHaveProperty('border');
  });
});

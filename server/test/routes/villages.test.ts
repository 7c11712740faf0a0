import type { AreaSummary, Association, Position, Village } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREA, problemCode, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

interface Page {
  readonly items: Village[];
  readonly next: string | null;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ as: { role: 'council', association: null } });
});
afterAll(() => service.close());

const ask = (parameters: Record<string, string>) =>
  service.app.inject({ url: `${AREA}/villages`, query: parameters });
const pageOf = async (parameters: Record<string, string>) => {
  const response = await ask(parameters);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Page>();
};
const idsOf = async (parameters: Record<string, string>) =>
  (await pageOf(parameters)).items.map(({ id }) => String(id));

describe('the villages of an area', () => {
  test('come page by page, each once, in the order of their ids', async () => {
    const whole = await pageOf({});
    expect(whole.next).toBeNull();
    expect(whole.items).toHaveLength(33);
    const ids = whole.items.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());

    const pages: Page[] = [await pageOf({ limit: '5' })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
      pages.push(await pageOf({ limit: '5', cursor: next }));
    }
    expect(pages.map(({ items }) => items.length)).toEqual([5, 5, 5, 5, 5, 5, 3]);
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
  });

  test('end with the last page also where it is full', async () => {
    expect((await pageOf({ limit: '33' })).next).toBeNull();
    expect((await pageOf({ limit: '32' })).next).not.toBeNull();
    expect(await pageOf({ limit: '1000' })).toEqual(await pageOf({}));
  });

  test('without a location are among them, marked by its lack', async () => {
    const { items } = await pageOf({});
    const unlocated = items.filter(({ location }) => location === null).map(({ id }) => id);
    expect(unlocated).toEqual(['afaf', 'ar-rahwah', 'jadam', 'saya', 'silaq']);
    const area = (await service.app.inject({ url: AREA })).json<AreaSummary>();
    expect(area.villages).toEqual({ located: 28, unlocated: 5 });
  });

  test.for([
    ['in Arabic', 'غميقة', ['ghumayqah']],
    ['in Arabic, written another way', 'غُمَيْقه', ['ghumayqah']],
    ['in Arabic, with or without the article', 'وسقة', ['al-wasqah']],
    ['in part', 'سوق', ['suq-al-jumah', 'suq-al-lusafah', 'suq-bani-yazid', 'suq-dhara', 'suq-taraa']],
    ['in Latin letters', 'ghumay', ['ghumayqah']],
    ['in Latin letters, signs left out', 'sadiyah', ['as-sadiyah', 'as-sidyah']],
    ['in capitals', 'AL WASQAH', ['al-wasqah']],
    ['by another of its names', 'يلملم', ['lamlam']],
    ['by another of its names in Latin letters', 'shawaq', ['al-shaqqah']],
    ['without a location', 'سعيا', ['saya']],
    ['that nobody has', 'مكة المكرمة', []],
    ['of punctuation alone', '%_’"\\', []],
    ['of one invisible character', '\u0001', []],
  ] as const)('are found by a name %s', async ([, q, ids]) => {
    expect(await idsOf({ q })).toEqual(ids);
  });

  test('are all found by an empty name', async () => {
    expect(await idsOf({ q: '' })).toHaveLength(33);
    expect(await idsOf({ q: '  ' })).toHaveLength(33);
  });

  test('are found by name page by page', async () => {
    const first = await pageOf({ q: 'سوق', limit: '3' });
    const second = await pageOf({ q: 'سوق', limit: '3', cursor: String(first.next) });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
  });

  test('are found in a box, its edges included', async () => {
    expect(await idsOf({ bbox: '40.4,20.2,40.5,20.4' })).toEqual(['as-suwamilah', 'ghumayqah']);
    expect(await idsOf({ bbox: '40.4473,20.3164,40.4473,20.3164' })).toEqual(['ghumayqah']);
    expect(await idsOf({ bbox: '0,0,1,1' })).toEqual([]);
    expect(await idsOf({ bbox: '-180,-90,180,90' })).toHaveLength(28);
    expect(await idsOf({ bbox: '40.4,20.2,40.5,20.4', q: 'غميقة' })).toEqual(['ghumayqah']);
  });

  test.for([
    '1,2,3',
    '1,2,3,4,5',
    '',
    ',,,',
    'a,b,c,d',
    '41,20,40,21',
    '40,21,41,20',
    '-181,0,0,0',
    '0,0,0,91',
    '0,0,NaN,1',
    '0,0,1e400,1',
  ])('are not sought in a box that is none: %s', async (bbox) => {
    const response = await ask({ bbox });
    expect([response.statusCode, problemCode(response)]).toEqual([400, 'bbox-invalid']);
  });

  test.for(['x', '!!!', 'QWwgTGl0aA', '%00'])(
    'do not go on from a cursor that is none: %s',
    async (cursor) => {
      const response = await ask({ cursor });
      expect([response.statusCode, problemCode(response)]).toEqual([400, 'cursor-invalid']);
    },
  );

  test.for([
    ['limit', '0'],
    ['limit', '1001'],
    ['limit', '-1'],
    ['limit', '1.5'],
    ['limit', 'many'],
    ['limit', '1e400'],
    ['q', 'x'.repeat(101)],
    ['page', '2'],
  ] as const)('are not listed with %s=%s', async ([name, value]) => {
    const problem = problemIn(await ask({ [name]: value }));
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: `/querystring/${name}` }] });
  });

  test('that do not exist are a problem, and so are those of an unknown area', async () => {
    expect(problemCode(await service.app.inject({ url: `${AREA}/villages/atlantis` }))).toBe(
      'village-not-found',
    );
    const elsewhere = await service.app.inject({ url: '/api/v1/areas/atlantis/villages' });
    expect([elsewhere.statusCode, problemCode(elsewhere)]).toEqual([404, 'area-not-found']);
  });
});

describe.for([
  {
    what: 'a village',
    url: `${AREA}/villages/silaq`,
    put: '/location',
    unknown: `${AREA}/villages/atlantis`,
  },
  {
    what: 'a seat',
    url: `${AREA}/associations/afaf`,
    put: '/seat/location',
    unknown: `${AREA}/associations/atlantis`,
  },
])('$what without a location', ({ url, put, unknown }) => {
  const read = async () => (await service.app.inject({ url })).json<Village & Association>();
  const present = async () => {
    const { version, location, seat } = await read();
    return { version, location: seat === undefined ? location : seat.location };
  };
  const pin = (location: unknown, ifMatch: string | null, address = url) =>
    service.app.inject({
      method: 'PUT',
      url: `${address}${put}`,
      payload: { location },
      headers: ifMatch === null ? {} : { 'if-match': ifMatch },
    });

  test('is pinned, moved and unpinned, each on the version before', async () => {
    expect(await present()).toEqual({ version: 1, location: null });
    const steps: [Position | null, number][] = [
      [[40.5, 20.3], 1],
      [[40.61234567, 20.41234562], 2],
      [null, 3],
    ];
    for (const [location, version] of steps) {
      const response = await pin(location, `"${version}"`);
      expect(response.statusCode, response.body).toBe(200);
      expect(response.headers.etag).toBe(`"${version + 1}"`);
      expect(response.json()).toEqual(await read());
      expect((await service.app.inject({ url })).headers.etag).toBe(response.headers.etag);
      const snapped = location?.map((degrees) => Number(degrees.toFixed(7))) ?? null;
      expect(await present()).toEqual({ version: version + 1, location: snapped });
    }
  });

  test.for([
    ['without If-Match', [40.5, 20.3], null, 428, 'if-match-missing'],
    ['on an old version', [40.5, 20.3], '"1"', 412, 'changed-since'],
    ['on several old versions', [40.5, 20.3], '"1", "2"', 412, 'changed-since'],
    ['in the sea', [39, 20], '"4"', 422, 'location-outside-area'],
    ['with latitude before longitude', [20.3, 40.5], '"4"', 422, 'location-looks-swapped'],
    ['nowhere on earth', [400, 20], '"4"', 422, 'location-outside-area'],
    ['with one number', [40.5], '"4"', 422, 'request-invalid'],
    ['with text', ['40.5', '20.3'], '"4"', 422, 'request-invalid'],
    ['as GeoJSON', { type: 'Point', coordinates: [40.5, 20.3] }, '"4"', 422, 'request-invalid'],
  ] as const)('is not pinned %s', async ([, location, ifMatch, status, code]) => {
    const before = await read();
    const response = await pin(location, ifMatch);
    expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
    expect(await read()).toEqual(before);
  });

  test('is pinned on whichever version there is, or on one of a list', async () => {
    const { version } = await present();
    expect((await pin([40.5, 20.3], '*')).headers.etag).toBe(`"${version + 1}"`);
    expect((await pin(null, `"1", "${version + 1}"`)).headers.etag).toBe(`"${version + 2}"`);
    expect(problemCode(await pin(null, '*', unknown))).toMatch(/not-found$/);
  });

  test('is not pinned where there is none of its kind', async () => {
    const response = await pin([40.5, 20.3], '"1"', unknown);
    expect([response.statusCode, problemCode(response)]).toEqual([
      404,
      unknown.includes('villages') ? 'village-not-found' : 'association-not-found',
    ]);
  });

  test('is pinned by exactly one of many at the same time, who reads back their own place', async () => {
    const { version } = await present();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => pin([40.5 + i / 1000, 20.3], `"${version}"`)),
    );
    const won = answers.filter(({ statusCode }) => statusCode === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 412)).toHaveLength(7);
    expect(won[0]?.json()).toEqual(await read());
    await pin(null, `"${version + 1}"`);
  });
});

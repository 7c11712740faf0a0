import type { Plan } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREA, getTerritory, makeDraft, problemIn, putTerritory } from '../support/requests.ts';
import { SOUTH, square, squareRing, WEST } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let draft: Plan;

beforeAll(async () => {
  service = await startTestService();
  draft = await makeDraft(service.app);
});
afterAll(() => service.close());

/** The territory and the plan as they are stored, to compare. */
const stored = async () => [
  await getTerritory(service.app, draft.id),
  (await service.app.inject({ url: `${AREA}/plans/${draft.id}` })).body,
];

/** Sends a territory that must be refused, and checks that nothing was stored of it. */
async function refusalOf(body: unknown, headers: Record<string, string> = {}) {
  const before = await stored();
  const problem = problemIn(await putTerritory(service.app, { plan: draft.id, body, headers }));
  expect(await stored()).toEqual(before);
  return problem;
}

const outer = squareRing(WEST, SOUTH, 0.1);
const [a, b, c, d] = outer;
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const circle = (vertices: number) => {
  const ring = Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    return [40.5 + 0.1 * Math.cos(angle), 20.3 + 0.1 * Math.sin(angle)];
  });
  return [...ring, ring[0]];
};

describe('a shape is refused, with the ring and the position at fault', () => {
  test.for([
    ['an open ring', polygon([a, b, c, d]), 'ring-not-closed', '/coordinates/0/3'],
    ['a ring of three positions', polygon([a, b, a]), 'ring-too-few-positions', '/coordinates/0'],
    [
      'an open hole',
      polygon(outer, squareRing(40.47, 20.27, 0.01).slice(1)),
      'ring-not-closed',
      '/coordinates/1/3',
    ],
    [
      'a hole outside',
      polygon(outer, squareRing(41, 20.25, 0.01)),
      'hole-outside-its-polygon',
      '/coordinates/1',
    ],
    [
      'two holes that overlap',
      polygon(outer, squareRing(40.46, 20.26, 0.02), squareRing(40.465, 20.265, 0.005)),
      'holes-overlap',
      '/coordinates/2',
    ],
    [
      'a hole that crosses its ring',
      polygon(outer, squareRing(40.44, 20.26, 0.02)),
      'rings-cross',
      '/coordinates/0',
    ],
    [
      'two parts that overlap',
      { type: 'MultiPolygon', coordinates: [[outer], [squareRing(40.5, 20.3, 0.2)]] },
      'polygons-overlap',
      '/coordinates/1',
    ],
    [
      'a longitude out of range',
      polygon([[181, 20], b, c, d, [181, 20]]),
      'position-out-of-range',
      '/coordinates/0/0',
    ],
    [
      'a latitude out of range',
      polygon([a, b, [40, 181], d, a]),
      'position-out-of-range',
      '/coordinates/0/2',
    ],
    [
      'latitude before longitude',
      polygon([[20, 140], b, c, d, [20, 140]]),
      'position-looks-swapped',
      '/coordinates/0/0',
    ],
    ['a shape beside the area', square(10, 50), 'outside-the-area', '/coordinates'],
    ['a shape too small to hold a house', square(WEST, SOUTH, 0.0002), 'area-too-small', '/coordinates'],
    ['a shape without an inside', polygon([a, b, c, b, a]), 'ring-touches-itself', '/coordinates/0'],
    ['a point drawn as a polygon', polygon([a, a, a, a]), 'ring-too-few-positions', '/coordinates/0'],
    ['no ring', polygon(), 'geometry-empty', '/coordinates'],
    ['an empty ring', polygon([]), 'ring-too-few-positions', '/coordinates/0'],
    ['no polygon', { type: 'MultiPolygon', coordinates: [] }, 'geometry-empty', '/coordinates'],
    [
      'a polygon without rings',
      { type: 'MultiPolygon', coordinates: [[outer], []] },
      'geometry-empty',
      '/coordinates/1',
    ],
    ['20,001 vertices', polygon(circle(20_001)), 'too-many-vertices', '/coordinates'],
  ] as const)('%s', async ([, body, code, pointer]) => {
    const problem = await refusalOf(body);
    expect(problem).toMatchObject({ type: 'urn:nitaq:problem:geometry-invalid', status: 422 });
    const [first] = problem.errors ?? [];
    expect(first?.code).toBe(code);
    expect(first?.pointer).toMatch(new RegExp(`^${pointer}(/|$)`));
  });

  test('a bow tie, at its crossing', async () => {
    const problem = await refusalOf(polygon([a, c, d, b, a].map((position) => position)));
    expect(problem.errors).toEqual([
      expect.objectContaining({ code: 'ring-crosses-itself', position: [40.5, 20.3] }),
    ]);
    expect(problem.errors?.[0]?.pointer).toMatch(/^\/coordinates\/0\/\d$/);
  });

  test('latitude before longitude, where both are in range', async () => {
    const swapped = square().coordinates.map((ring) => ring.map(([lon, lat]) => [lat, lon]));
    const problem = await refusalOf({ type: 'Polygon', coordinates: swapped });
    expect(problem.errors).toMatchObject([{ code: 'position-looks-swapped', pointer: '/coordinates' }]);
  });

  test('a number beyond all numbers, which JSON can write', async () => {
    const problem = await refusalOf(
      '{"type":"Polygon","coordinates":[[[40,20],[1e400,20],[40,21],[40,20]]]}',
    );
    expect(problem.errors).toMatchObject([{ code: 'position-not-finite', pointer: '/coordinates/0/1' }]);
  });

  test('within a Feature, by the place in the Feature', async () => {
    const geometry = { type: 'MultiPolygon', coordinates: [[outer], [[[42, 20], b, c, d]]] };
    const problem = await refusalOf({ type: 'Feature', properties: null, geometry });
    expect(problem.errors).toMatchObject([
      { code: 'ring-not-closed', pointer: '/geometry/coordinates/1/0/3', position: d },
    ]);
  });
});

describe('a body is refused, with the member at fault', () => {
  const position = (wrong: unknown) => polygon([a, b, wrong, d, a]);
  test.for([
    ['null as a number', position([null, 20]), '/coordinates/0/2/0'],
    ['text as a number', position([40.5, '20.3']), '/coordinates/0/2/1'],
    ['a truth value as a number', position([true, 20]), '/coordinates/0/2/0'],
    ['one number', position([40.5]), '/coordinates/0/2'],
    ['four numbers', position([40.5, 20.3, 0, 0]), '/coordinates/0/2'],
    ['numbers instead of a position', position(40.5), '/coordinates/0/2'],
    ['too little nesting', polygon(...outer), '/coordinates/0/0'],
    ['too much nesting', polygon([outer]), '/coordinates/0/0'],
    [
      'a polygon that says it is several',
      { type: 'MultiPolygon', coordinates: [outer] },
      '/coordinates/0/0/0',
    ],
    ['no coordinates', { type: 'Polygon' }, '/coordinates'],
    ['coordinates of nothing', { type: 'Polygon', coordinates: null }, '/coordinates'],
    ['a member that it does not know', { ...square(), crs: { type: 'name' } }, '/crs'],
    ['a geometry of nothing', { type: 'Feature', properties: null, geometry: null }, '/geometry'],
    ['a feature without geometry', { type: 'Feature', properties: {} }, '/geometry'],
    ['a point', { type: 'Point', coordinates: [40.5, 20.3] }, '/type'],
    ['a collection of geometries', { type: 'GeometryCollection', geometries: [square()] }, '/type'],
    ['a collection of features', { type: 'FeatureCollection', features: [] }, '/type'],
    ['a type in small letters', { ...square(), type: 'polygon' }, '/type'],
    ['no type', { coordinates: square().coordinates }, '/type'],
    ['a list', [square()], ''],
    ['nothing', null, ''],
    ['well-known text', '"POLYGON EMPTY"', ''],
  ] as const)('%s', async ([, body, pointer]) => {
    const problem = await refusalOf(body);
    expect(problem).toMatchObject({ type: 'urn:nitaq:problem:request-invalid', status: 422 });
    expect(problem.errors?.map((error) => error.pointer)).toEqual([pointer]);
    expect(problem.errors?.[0]?.detail).not.toBe('');
  });
});

describe('a body that cannot be read is refused', () => {
  const text = JSON.stringify(square());
  const notUtf8 = Buffer.concat([
    Buffer.from('{"type":"Polygon","x":"'),
    Buffer.from([0xc3, 0x28]),
    Buffer.from('"}'),
  ]);
  test.for([
    ['cut off', text.slice(0, 80), 400, 'json-invalid'],
    ['empty', '', 400, 'json-invalid'],
    ['with NaN, which JSON has not', text.replace('40.45', 'NaN'), 400, 'json-invalid'],
    ['with a member named __proto__', `{"__proto__":{"x":1},${text.slice(1)}`, 400, 'json-invalid'],
    [
      'with a member named __proto__ in escapes',
      `{"\\u005f_proto__":1,${text.slice(1)}`,
      400,
      'json-invalid',
    ],
    ['that is no UTF-8', notUtf8, 400, 'text-not-utf8'],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 400, 'text-not-utf8'],
    ['with half a surrogate pair in escapes', `{"x":"\\ud800",${text.slice(1)}`, 400, 'text-not-utf8'],
    ['with half a surrogate pair as a name', `{"a\\uDC00":1,${text.slice(1)}`, 400, 'text-not-utf8'],
    ['nested 33 deep', `${'['.repeat(33)}${']'.repeat(33)}`, 400, 'json-too-deep'],
    ['nested 100,000 deep', '{"a":'.repeat(100_000), 400, 'json-too-deep'],
    ['of more than 4 MB', `"${'x'.repeat(4 * 2 ** 20)}"`, 413, 'body-too-large'],
  ] as const)('%s', async ([, body, status, code]) => {
    expect(await refusalOf(body)).toMatchObject({ status, type: `urn:nitaq:problem:${code}` });
  });

  test.for([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('of media type “%s”', async (mediaType) => {
    const problem = await refusalOf(text, { 'content-type': mediaType });
    expect(problem).toMatchObject({ status: 415, type: 'urn:nitaq:problem:media-type-unknown' });
  });
});

test.for([
  ['ar', 'ar-SA, ar;q=0.9, en;q=0.5', 'الشكل غير صالح', 'الحلقة غير مغلقة', 'يجب أن يكون قائمة'],
  ['en', 'en-GB', 'The shape is not valid', 'The ring is not closed', 'must be array'],
] as const)(
  'refusals are written in the language of the reader: %s',
  async ([language, accepted, title, fault, must]) => {
    const headers = { 'accept-language': accepted };
    const open = polygon([a, b, c, d]);
    const response = await putTerritory(service.app, { plan: draft.id, body: open, headers });
    expect(response.headers['content-language']).toBe(language);
    const problem = problemIn(response);
    expect(problem.title).toBe(title);
    expect(problem.errors?.[0]?.detail).toContain(fault);
    const shape = await refusalOf(polygon([a, b, 'here', d, a]), headers);
    expect(shape.errors?.[0]?.detail).toContain(must);
    expect(shape.type).toBe('urn:nitaq:problem:request-invalid');
  },
);

import { describe, expect, test } from 'vitest';
import type { Polygon } from '../model/geometry.ts';
import { FilterError, type Queryables } from './filter.ts';
import { filterAccepts } from './filter-accepts.ts';
import { parseCql2Json } from './parse-cql2-json.ts';
import { parseCql2Text } from './parse-cql2-text.ts';

const queryables: Queryables = {
  name: 'string',
  اسم: 'string',
  area: 'number',
  count: 'integer',
  example: 'boolean',
  from: 'instant',
  missing: 'string',
  geometry: 'geometry',
};

const properties = {
  name: 'Al Līth',
  اسم: 'الليث',
  area: 12.5,
  count: 3,
  example: false,
  from: '2026-11-01T00:00:00Z',
  missing: null,
};
// A square from 0 to 10.
const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
  ],
};
const feature = { properties, geometry: () => square };

const property = (name: string) => ({ property: name });

/** By requirement of CQL2 (21-065r2): the same filter in text and in JSON, and whether it accepts the feature above. */
const MEANINGS: Record<string, readonly (readonly [string, unknown, boolean])[]> = {
  'basic-cql2/binary-comparison-predicate, property': [
    ["name = 'Al Līth'", { op: '=', args: [property('name'), 'Al Līth'] }, true],
    ["name <> 'Al Līth'", { op: '<>', args: [property('name'), 'Al Līth'] }, false],
    ['"اسم" = \'الليث\'', { op: '=', args: [property('اسم'), 'الليث'] }, true],
    ['area < 12.5', { op: '<', args: [property('area'), 12.5] }, false],
    ['area <= 1.25e1', { op: '<=', args: [property('area'), 12.5] }, true],
    ['count >= -3', { op: '>=', args: [property('count'), -3] }, true],
    ['example = FALSE', { op: '=', args: [property('example'), false] }, true],
    [
      "from = TIMESTAMP('2026-11-01T00:00:00Z')",
      { op: '=', args: [property('from'), { timestamp: '2026-11-01T00:00:00Z' }] },
      true,
    ],
    ["from > DATE('2026-11-01')", { op: '>', args: [property('from'), { date: '2026-11-01' }] }, false],
  ],
  'advanced-comparison-operators/like-predicate': [
    ["اسم LIKE '%ليث'", { op: 'like', args: [property('اسم'), '%ليث'] }, true],
    ["name LIKE 'Al%'", { op: 'like', args: [property('name'), 'Al%'] }, true],
    ["name NOT LIKE 'al%'", { op: 'not', args: [{ op: 'like', args: [property('name'), 'al%'] }] }, true],
    ["name LIKE 'Al_L_th'", { op: 'like', args: [property('name'), 'Al_L_th'] }, true],
  ],
  'property-property/withdraw-permissions': [
    ['12 < area', { op: '<', args: [12, property('area')] }, true],
    ['count > area', { op: '>', args: [property('count'), property('area')] }, false],
    ["'a' IS NULL", { op: 'isNull', args: ['a'] }, false],
    ["'Al Līth' = name", { op: '=', args: ['Al Līth', property('name')] }, true],
    ["'a' LIKE missing", { op: 'like', args: ['a', property('missing')] }, false],
    ['12 BETWEEN count AND area', { op: 'between', args: [12, property('count'), property('area')] }, true],
    [
      'S_INTERSECTS(geometry, geometry)',
      { op: 's_intersects', args: [property('geometry'), property('geometry')] },
      true,
    ],
    [
      'S_INTERSECTS(POINT(1 1), BBOX(0,0,2,2))',
      { op: 's_intersects', args: [{ type: 'Point', coordinates: [1, 1] }, { bbox: [0, 0, 2, 2] }] },
      true,
    ],
  ],
  'basic-cql2/cql2-filter': [
    ['example', property('example'), false],
    ['NOT example', { op: 'not', args: [property('example')] }, true],
    ['true', true, true],
    [
      'area < 1 OR count = 3 AND NOT (example OR missing IS NOT NULL)',
      {
        op: 'or',
        args: [
          { op: '<', args: [property('area'), 1] },
          {
            op: 'and',
            args: [
              { op: '=', args: [property('count'), 3] },
              {
                op: 'not',
                args: [
                  {
                    op: 'or',
                    args: [
                      property('example'),
                      { op: 'not', args: [{ op: 'isNull', args: [property('missing')] }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      true,
    ],
  ],
  'basic-cql2/null-predicate': [
    ['missing IS NULL', { op: 'isNull', args: [property('missing')] }, true],
    ['name IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [property('name')] }] }, true],
  ],
  'advanced-comparison-operators/between-predicate': [
    ['area BETWEEN 12 AND 13', { op: 'between', args: [property('area'), 12, 13] }, true],
    [
      'area NOT BETWEEN 12 AND 13',
      { op: 'not', args: [{ op: 'between', args: [property('area'), 12, 13] }] },
      false,
    ],
  ],
  'advanced-comparison-operators/in-predicate': [
    ['count IN (1, 2, 3)', { op: 'in', args: [property('count'), [1, 2, 3]] }, true],
    [
      'count NOT IN (1, 2, 3)',
      { op: 'not', args: [{ op: 'in', args: [property('count'), [1, 2, 3]] }] },
      false,
    ],
  ],
  'case-insensitive-comparison/casei-function': [
    [
      "CASEI(name) = CASEI('AL LĪTH')",
      {
        op: '=',
        args: [
          { op: 'casei', args: [property('name')] },
          { op: 'casei', args: ['AL LĪTH'] },
        ],
      },
      true,
    ],
  ],
  'accent-insensitive-comparison/accenti-function': [
    [
      "ACCENTI(name) = ACCENTI('Al Lith')",
      {
        op: '=',
        args: [
          { op: 'accenti', args: [property('name')] },
          { op: 'accenti', args: ['Al Lith'] },
        ],
      },
      true,
    ],
  ],
  'basic-spatial-functions/spatial-functions, spatial-predicate': [
    [
      'S_INTERSECTS(geometry, POINT(10 10))',
      { op: 's_intersects', args: [property('geometry'), { type: 'Point', coordinates: [10, 10] }] },
      true,
    ],
    [
      'S_INTERSECTS(geometry, POINT(11 10))',
      { op: 's_intersects', args: [property('geometry'), { type: 'Point', coordinates: [11, 10] }] },
      false,
    ],
    [
      'S_INTERSECTS(BBOX(-5,-5,0,0), geometry)',
      { op: 's_intersects', args: [{ bbox: [-5, -5, 0, 0] }, property('geometry')] },
      true,
    ],
    [
      'S_INTERSECTS(geometry, POINT Z(1 1 900))',
      { op: 's_intersects', args: [property('geometry'), { type: 'Point', coordinates: [1, 1, 900] }] },
      true,
    ],
    [
      'S_INTERSECTS(geometry, BBOX(11,0,-9,12,1,9))',
      { op: 's_intersects', args: [property('geometry'), { bbox: [11, 0, -9, 12, 1, 9] }] },
      false,
    ],
    [
      'S_INTERSECTS(geometry, BBOX(170,0,5,1))',
      { op: 's_intersects', args: [property('geometry'), { bbox: [170, 0, 5, 1] }] },
      true,
    ],
  ],
};

describe.each(Object.entries(MEANINGS))('/req/%s, /req/cql2-text, /req/cql2-json', (_, meanings) => {
  test.each(meanings)('%s means the same in both', (text, json, accepted) => {
    const fromText = parseCql2Text(text, queryables);
    expect(fromText).toEqual(parseCql2Json(json, queryables));
    expect(filterAccepts(fromText, feature)).toBe(accepted);
  });
});

test.each([
  "missing = 'a'",
  "NOT missing = 'a'",
  "missing IN ('a')",
  "NOT missing LIKE 'a'",
  "missing = 'a' AND name IS NOT NULL",
])('what is missing is neither accepted nor is its negation: %s', (text) => {
  expect(filterAccepts(parseCql2Text(text, queryables), feature)).toBe(false);
});

test('what is missing does not spoil what is known', () => {
  expect(filterAccepts(parseCql2Text("missing = 'a' OR count = 3", queryables), feature)).toBe(true);
  expect(filterAccepts(parseCql2Text("NOT (missing = 'a' AND count = 4)", queryables), feature)).toBe(true);
});

test.each([
  ['name =', 'syntax', '7'],
  ['name ! 3', 'syntax', '6'],
  ["nobody = 'a'", 'property-unknown', '1'],
  ["__proto__ = 'a'", 'property-unknown', '1'],
  ['name = 3', 'types-differ', '1'],
  ["area LIKE 'a%'", 'types-differ', '1'],
  ["geometry = 'a'", 'types-differ', '1'],
  ['count + 1 = 3', 'syntax', '7'],
  ['name', 'syntax', '1'],
  ["from = TIMESTAMP('yesterday')", 'syntax', '18'],
  ["from = DATE('2026-13-01')", 'syntax', '13'],
  ['S_INTERSECTS(geometry, POLYGON((0 0,1 0,0 1,0 0)))', 'not-supported', '24'],
  ['S_WITHIN(geometry, POINT(0 0))', 'not-supported', '1'],
  ["upper(name) = 'A'", 'not-supported', '1'],
  [`${'('.repeat(40)}example${')'.repeat(40)}`, 'too-deep', '34'],
])('%s is refused as %s', (text, why, at) => {
  const read = () => parseCql2Text(text, queryables);
  expect(read).toThrow(FilterError);
  expect(read).toThrow(`${why} ${at}`);
});

test.each([
  [null, 'syntax'],
  [{ op: 'and', args: [true] }, 'syntax /args'],
  [{ op: '=', args: [property('nobody'), 1] }, 'property-unknown /args/0 nobody'],
  [{ op: 'within', args: [] }, 'not-supported /op within'],
  [{ op: 's_intersects', args: [property('geometry'), { bbox: [0, 1] }] }, 'syntax /args/1/bbox'],
])('%j is refused', (json, message) => {
  expect(() => parseCql2Json(json, queryables)).toThrow(message);
});

test('a pattern of many wildcards takes no time', () => {
  const filter = parseCql2Text(`name LIKE '${'%a'.repeat(200)}'`, { name: 'string' });
  const long = { properties: { name: 'a'.repeat(199) }, geometry: () => null };
  expect(filterAccepts(filter, long)).toBe(false);
});

test.each([
  ["name LIKE '100\\%'", '100%', true],
  ["name LIKE '100\\%'", '1000', false],
  ["name LIKE '_'", '𐩠', true],
  ["name LIKE '%%'", '', true],
  ["name = 'it''s'", "it's", true],
  ["name = 'it\\'s'", "it's", true],
  ["name = '\\a\\b\\t\\n\\v\\f\\r'", '\u0007\b\t\n\v\f\r', true],
])(
  '/req/cql2-text/escaping, advanced-comparison-operators/like-predicate: %s of %s',
  (text, name, accepted) => {
    expect(
      filterAccepts(parseCql2Text(text, { name: 'string' }), { properties: { name }, geometry: () => null }),
    ).toBe(accepted);
  },
);

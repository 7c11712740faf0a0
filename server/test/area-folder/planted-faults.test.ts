import { LANGUAGES } from '@nitaq/core';
import { describe, expect, test } from 'vitest';
import { describeFault } from '../../src/area-folder/fault-texts.ts';
import { type AreaFolderFault, readAreaFolder } from '../../src/area-folder/read-area-folder.ts';
import {
  AREA,
  ASSOCIATIONS,
  DRAFT,
  feature,
  IN_FORCE,
  plan,
  rectangle,
  smallFolder,
  VILLAGES,
} from './small-folder.ts';

interface Planted {
  what: string;
  files: Record<string, unknown>;
  /** Each `file row field code`, with `-` for a row or field that does not apply. */
  faults: string[];
}

const village = (row: string) => ({ 'villages.csv': [...VILLAGES, row] });
const association = (row: string) => ({ 'associations.csv': [...ASSOCIATIONS, row] });
const draft = (member: object, ...features: object[]) => ({ 'plans/second.geojson': plan(member, features) });
const territory = (ring: unknown[], id = 'east') => draft(DRAFT, feature(ring, { id }));

const FILES: Planted[] = [
  { what: 'a missing table', files: { 'villages.csv': null }, faults: ['villages.csv - - file-missing'] },
  {
    what: 'text in an old Arabic encoding',
    files: { 'villages.csv': Buffer.from([...Buffer.from('id\n'), 0xe4, 0x2c, 0x0a]) },
    faults: ['villages.csv 2 - file-not-utf8'],
  },
  {
    what: 'JSON with a comma too many',
    files: { 'area.json': '{\n"id": "square",\n}' },
    faults: ['area.json 3 - json-malformed'],
  },
  {
    what: 'JSON with a value missing',
    files: { 'area.json': '{\n"id": ,\n"name": 1 }' },
    faults: ['area.json - - json-malformed-near'],
  },
  { what: 'JSON cut off', files: { 'area.json': '{\n"id":\n' }, faults: ['area.json 3 - json-malformed'] },
  {
    what: 'an unclosed quote',
    files: village('three,"ثلاثة,Three,,,village,'),
    faults: ['villages.csv 4 - csv-malformed'],
  },
  {
    what: 'semicolons between the columns',
    files: { 'villages.csv': VILLAGES.map((row) => row.replaceAll(',', ';')) },
    faults: ['villages.csv 1 - csv-wrong-delimiter'],
  },
  {
    what: 'a centre that is none, and one that is only a village',
    files: {
      'villages.csv': [
        ...VILLAGES.map((row, index) => `${row},${index === 0 ? 'centre' : ''}`),
        'three,ثلاثة,Three,,,village,,atlantis',
        'four,أربعة,Four,,,village,,two',
      ],
    },
    faults: ['villages.csv 4 centre centre-unknown', 'villages.csv 5 centre centre-unknown'],
  },
  {
    what: 'columns missing, unknown and repeated',
    files: { 'villages.csv': ['id,id,name_ar,name_en,lon,lat,type,aliases'] },
    faults: [
      'villages.csv 1 kind column-missing',
      'villages.csv 1 id column-repeated',
      'villages.csv 1 type column-unknown',
    ],
  },
  {
    what: 'an empty table',
    files: { 'villages.csv': '' },
    faults: ['id', 'name_ar', 'name_en', 'lon', 'lat', 'kind', 'aliases'].map(
      (column) => `villages.csv 1 ${column} column-missing`,
    ),
  },
];

const TABLES: Planted[] = [
  {
    what: 'a row too long',
    files: village('a,ا,A,,,village,,'),
    faults: ['villages.csv 4 - row-wrong-length'],
  },
  {
    what: 'a village twice',
    files: village('one,ا,A,,,village,'),
    faults: ['villages.csv 4 id id-repeated'],
  },
  {
    what: 'an id that is no slug',
    files: village('a_b,ا,A,,,village,'),
    faults: ['villages.csv 4 id id-malformed'],
  },
  {
    what: 'no Arabic name',
    files: village('a,,A,,,village,'),
    faults: ['villages.csv 4 name_ar value-missing'],
  },
  {
    what: 'no English name',
    files: village('a,ا,,,,village,'),
    faults: ['villages.csv 4 name_en value-missing'],
  },
  {
    what: 'a name of 501 letters',
    files: village(`a,ا,${'A'.repeat(501)},,,village,`),
    faults: ['villages.csv 4 name_en text-too-long'],
  },
  {
    what: 'a control character',
    files: village('a,ا,A\u0000B,,,village,'),
    faults: ['villages.csv 4 name_en text-has-control-character'],
  },
  {
    what: 'half a surrogate pair in escapes',
    files: { 'area.json': { ...AREA, name: { ar: 'اسم', en: 'Half \ud800' } } },
    faults: ['area.json - /name/en text-has-half-a-character'],
  },
  {
    what: 'Arabic-Indic digits',
    files: village('a,ا,A,٤١,21,village,'),
    faults: ['villages.csv 4 lon number-malformed'],
  },
  {
    what: 'infinite and exponential numbers',
    files: village('a,ا,A,Infinity,1e2,village,'),
    faults: ['villages.csv 4 lon number-malformed', 'villages.csv 4 lat number-malformed'],
  },
  {
    what: 'a latitude without a longitude',
    files: village('a,ا,A,,21,village,'),
    faults: ['villages.csv 4 lon location-incomplete'],
  },
  {
    what: 'both out of range',
    files: village('a,ا,A,181,-91,village,'),
    faults: ['villages.csv 4 lon longitude-out-of-range', 'villages.csv 4 lat latitude-out-of-range'],
  },
  {
    what: 'a longitude where the latitude belongs',
    files: village('a,ا,A,21,141,village,'),
    faults: ['villages.csv 4 lon location-looks-swapped'],
  },
  {
    what: 'a location in the area but for its order',
    files: village('a,ا,A,21,41,village,'),
    faults: ['villages.csv 4 lon location-looks-swapped'],
  },
  {
    what: 'a village outside the area',
    files: village('a,ا,A,51,21,village,'),
    faults: ['villages.csv 4 lon location-outside-area'],
  },
  {
    what: 'an unknown kind',
    files: village('a,ا,A,,,town,'),
    faults: ['villages.csv 4 kind value-not-allowed'],
  },
  {
    what: 'an empty alias',
    files: village('a,ا,A,,,village,B||C'),
    faults: ['villages.csv 4 aliases alias-empty'],
  },
  {
    what: 'a seat with swapped numbers',
    files: association('north,ا,A,ا,A,21,48,,2'),
    faults: ['associations.csv 4 seat_lon location-looks-swapped'],
  },
  {
    what: 'half a child as capacity and no colour',
    files: association('north,ا,A,ا,A,,,0.5,'),
    faults: ['associations.csv 4 capacity integer-malformed', 'associations.csv 4 colour value-missing'],
  },
];

const OUTLINES: Planted[] = [
  {
    what: 'an area without an id, with one member too many and blank text',
    files: { 'area.json': { ...AREA, id: undefined, centre: 1, name: { ar: '', en: 3 } } },
    faults: [
      'area.json - /id member-missing',
      'area.json - /centre member-unknown',
      'area.json - /name/ar value-missing',
      'area.json - /name/en type-wrong',
    ],
  },
  {
    what: 'a note of blanks',
    files: { 'area.json': { ...AREA, note: { ar: ' ', en: 'Note' } } },
    faults: ['area.json - /note/ar value-missing'],
  },
  {
    what: 'an offset for a time zone',
    files: { 'area.json': { ...AREA, timeZone: '+03:00' } },
    faults: ['area.json - /timeZone time-zone-unknown'],
  },
  {
    what: 'a boundary that crosses itself',
    files: {
      'boundary.geojson': feature([
        [40, 20],
        [50, 22],
        [50, 20],
        [40, 22],
        [40, 20],
      ]),
    },
    faults: ['boundary.geojson - /geometry/coordinates/0/0 ring-crosses-itself'],
  },
  {
    what: 'a land that is a point',
    files: { 'land.geojson': { ...feature([]), geometry: { type: 'Point', coordinates: [41, 21] } } },
    faults: ['land.geojson - /geometry/type geometry-wrong-type'],
  },
  {
    what: 'a position of one number',
    files: { 'land.geojson': feature([[40, 20], [41], [41, 21], [40, 20]]) },
    faults: ['land.geojson - /geometry/coordinates/0/1 position-malformed'],
  },
];

const PLANS: Planted[] = [
  {
    what: 'a territory of nobody',
    files: territory(rectangle(41, 20, 42, 21), 'north'),
    faults: ['plans/second.geojson - /features/0/id association-unknown'],
  },
  {
    what: 'two territories of one association',
    files: draft(
      DRAFT,
      feature(rectangle(41, 20, 42, 21), { id: 'east' }),
      feature(rectangle(43, 20, 44, 21), { id: 'east' }),
    ),
    faults: ['plans/second.geojson - /features/1/id association-repeated'],
  },
  {
    what: 'an open ring',
    files: territory(rectangle(41, 20, 42, 21).slice(0, 4)),
    faults: ['plans/second.geojson - /features/0/geometry/coordinates/0/3 ring-not-closed'],
  },
  {
    what: 'a territory outside the area',
    files: territory(rectangle(51, 20, 52, 21)),
    faults: ['plans/second.geojson - /features/0/geometry/coordinates outside-the-area'],
  },
  {
    what: 'a territory with swapped numbers',
    files: territory(rectangle(20, 41, 21, 42)),
    faults: ['plans/second.geojson - /features/0/geometry/coordinates position-looks-swapped'],
  },
  {
    what: 'a fault of the plan and one of a territory together',
    files: draft({ ...DRAFT, state: 'agreed' }, feature([], { id: 'east' })),
    faults: [
      'plans/second.geojson - /plan/state value-not-allowed',
      'plans/second.geojson - /features/0/geometry/coordinates/0 ring-too-few-positions',
    ],
  },
  {
    what: 'two plans in force',
    files: draft({ ...IN_FORCE, id: 'second' }),
    faults: ['plans/second.geojson - /plan/state several-plans-in-force'],
  },
  {
    what: 'a plan in force since never',
    files: draft({ ...IN_FORCE, id: 'second', inForceFrom: undefined }),
    faults: ['plans/second.geojson - /plan/inForceFrom member-missing'],
  },
  {
    what: 'a draft in force since a day',
    files: draft({ ...DRAFT, inForceFrom: IN_FORCE.inForceFrom }),
    faults: ['plans/second.geojson - /plan/inForceFrom member-unknown'],
  },
  {
    what: 'a time without an offset',
    files: draft({ ...IN_FORCE, id: 'second', inForceFrom: '2026-11-01T00:00:00' }),
    faults: ['plans/second.geojson - /plan/inForceFrom date-malformed'],
  },
  {
    what: 'a day that is not',
    files: draft({ ...IN_FORCE, id: 'second', inForceFrom: '2026-02-30T00:00:00Z' }),
    faults: ['plans/second.geojson - /plan/inForceFrom date-malformed'],
  },
  {
    what: 'one plan id in two files',
    files: draft({ ...DRAFT, id: 'first', base: null }),
    faults: ['plans/second.geojson - /plan/id plan-repeated'],
  },
  {
    what: 'an unknown base',
    files: draft({ ...DRAFT, base: 'zeroth' }),
    faults: ['plans/second.geojson - /plan/base base-unknown'],
  },
  {
    what: 'plans based on each other',
    files: {
      ...draft({ ...DRAFT, base: 'third' }),
      'plans/third.geojson': plan({ ...DRAFT, id: 'third', base: 'second' }),
    },
    faults: [
      'plans/second.geojson - /plan/base base-circular',
      'plans/third.geojson - /plan/base base-circular',
    ],
  },
];

describe.each([
  ['files', FILES],
  ['tables', TABLES],
  ['area and outlines', OUTLINES],
  ['plans', PLANS],
])('%s', (_, cases) => {
  test.each(cases)('$what', async ({ files, faults }) => {
    const found = await faultsOf(await smallFolder(files));
    expect(
      found.map(({ file, row, field, code }) => `${file} ${row ?? '-'} ${field ?? '-'} ${code}`),
    ).toEqual(faults);
    for (const fault of found) {
      for (const language of LANGUAGES)
        expect(describeFault(fault, language)).not.toMatch(/\{\w+\}|undefined/);
      expect(describeFault(fault, 'ar')).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

test('a folder that is not there is one fault', async () => {
  const path = await smallFolder();
  expect(await faultsOf(`${path}/nowhere`)).toEqual([
    { file: '', row: null, field: null, code: 'folder-missing', values: {} },
  ]);
});

test('a fault is told in one line with its place, in both languages', () => {
  const fault: AreaFolderFault = {
    file: 'villages.csv',
    row: 4,
    field: 'id',
    code: 'id-repeated',
    values: { value: 'one', firstRow: 2 },
  };
  expect(describeFault(fault, 'en')).toBe('villages.csv, row 4, id: The id “one” is already used in row 2');
  expect(describeFault(fault, 'ar')).toBe('villages.csv، الصف 4، id: المعرّف «one» مستعمل في الصف 2');
});

async function faultsOf(path: string): Promise<readonly AreaFolderFault[]> {
  const read = await readAreaFolder(path);
  return read.ok ? [] : read.faults;
}

import { Readable } from 'node:stream';
import type { BatchLegend, CoverageAnswer } from '@nitaq/core';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
const now = new Date('2026-11-24T09:00:10Z');

beforeAll(async () => {
  service = await startTestService({ as: null, now: () => now });
});
afterAll(() => service.close());

const post = (type: string, payload: string | Buffer, query = '') =>
  service.app.inject({
    method: 'POST',
    url: `/api/v1/coverage/batch${query}`,
    headers: { 'content-type': type },
    payload,
  });
type Row = Record<string, string>;
async function csv(text: string, query = ''): Promise<Row[]> {
  const response = await post('text/csv', text, query);
  expect(response.statusCode, response.body).toBe(200);
  return parse(response.body, { columns: true, bom: true });
}
/** The same table, of which every byte comes by itself. */
async function byBytes(text: string): Promise<Row[]> {
  const response = await service.app.inject({
    method: 'POST',
    url: '/api/v1/coverage/batch',
    headers: { 'content-type': 'text/csv' },
    payload: Readable.from([...Buffer.from(text)].map((byte) => Buffer.of(byte))),
  });
  return parse(response.body, { columns: true, bom: true });
}
interface Line extends Record<string, unknown> {
  readonly coverage?: CoverageAnswer;
  readonly error?: { readonly type: string; readonly detail: string };
}
async function ndjson(lines: readonly string[]): Promise<Line[]> {
  const response = await post('application/x-ndjson', lines.join('\n'));
  expect(response.statusCode, response.body).toBe(200);
  return response.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
const single = async (query: string) =>
  (await service.app.inject(`/api/v1/coverage?${query}`)).json<CoverageAnswer>();

describe('a table', () => {
  test('comes back as it was, with who covers each row', async () => {
    const rows = await csv('note,lon,lat\n"a, ""b""\nc",40.447,20.316\n,39.0,20.0\n');
    expect(rows).toEqual([
      {
        note: 'a, "b"\nc',
        lon: '40.447',
        lat: '20.316',
        status: 'covered',
        association_id: 'ghumayqah',
        association: 'Orphan Care Association of Ghumayqah',
        area: 'al-lith',
        plan: 'opening-claims',
        plan_version: '1',
        village_id: '',
        error: '',
      },
      expect.objectContaining({ note: '', status: 'outside', association_id: '', error: '' }),
    ]);
  });

  test('with Arabic columns is answered in Arabic, with its mark of bytes, semicolons and digits', async () => {
    const response = await post(
      'text/csv',
      '\ufeffالقرية;خط الطول;خط العرض\r\nغميقة;;\r\n;٤٠٫٤٤٧;20,316\r\n',
    );
    expect(response.body.startsWith('\ufeffالقرية;خط الطول;خط العرض;الحالة;')).toBe(true);
    const rows = parse(response.body, { columns: true, bom: true, delimiter: ';' }) as Row[];
    for (const row of rows) {
      expect(row).toMatchObject({ الحالة: 'مغطاة', الجمعية: 'جمعية رعاية الأيتام بغميقة', الخطأ: '' });
    }
    expect(rows.map((row) => row['معرف القرية'])).toEqual(['ghumayqah', '']);
  });

  test('has an error of its own in each bad row, and the others are answered', async () => {
    const rows = await csv(
      'lon,lat,village\n40.447,20.316,\n200,20,\n40,,\n,,\n,,no such village at all\n1,2,x,4\n40.447\n,,ghumayqah\nx"y,20,\n,,"Ghumaiqa"\n',
    );
    expect(rows.map(({ status }) => status)).toEqual([
      'covered',
      ...Array(6).fill(''),
      'covered',
      '',
      'covered',
    ]);
    for (const row of rows) expect((row.status === '') === (row.error !== '')).toBe(true);
  });

  test('keeps columns of its own that are named like those that are added', async () => {
    const [row] = await csv('status,village\nmine,ghumayqah\n');
    expect(row).toMatchObject({ status: 'mine', nitaq_status: 'covered' });
  });

  test('that is asked again with its answers is answered again', async () => {
    const first = await post('text/csv', 'village\nal-midrij\n');
    const again = await csv(first.body);
    expect(again[0]).toMatchObject({ status: 'overlap', nitaq_status: 'overlap' });
  });

  test.each([
    ['lines that end as on Windows', 'village,note\r\nghumayqah,"a"\r\n\r\nsaya,b\r\n'],
    ['lines that end as on an old Mac', 'village,note\rghumayqah,a\rsaya,b'],
    ['lines that end as on an old Mac, and one in a cell', 'village,note\rghumayqah,"a\nb"\rsaya,b\r'],
    ['an empty line before a table with quotes', '\r\nvillage,note\r\n"ghumayqah",a\r\nsaya,b'],
    ['letters after a closing quote, and quotes later', 'village,note\nghumayqah,"a"bc\n"saya","b"\n'],
    ['letters after a closing quote, and none later', 'village,note\nghumayqah,"a"bc\nsaya,b\n'],
    ['empty lines', 'village,note\n\nghumayqah,a\n\n\nsaya,"b"'],
    ['a quote within a word', 'village,note\nghumayqah,a"b\nsaya,b'],
  ])('has a row for each row: %s', async (_, text) => {
    const rows = await csv(text);
    expect(rows.map(({ village, error }) => [village, error])).toEqual([
      ['ghumayqah', ''],
      ['saya', ''],
    ]);
    expect(rows.every(({ note }) => !note?.includes('\r'))).toBe(true);
  });

  test('of one column has a row for an empty cell in quotes', async () => {
    const rows = await csv('village\n""\nghumayqah\n');
    expect(rows.map(({ village }) => village)).toEqual(['', 'ghumayqah']);
  });

  test.each([
    'village\n"ghumayqah"\n\nsaya\n',
    'village,note\r\nghumayqah,a\r\n\r\nsaya,b',
    'village,note\rghumayqah,a\rsaya,"b\r"',
  ])('of two rows has two, also when every byte comes by itself: %j', async (text) => {
    const whole = await csv(text);
    expect(whole.map(({ village }) => village)).toEqual(['ghumayqah', 'saya']);
    expect(await byBytes(text)).toEqual(whole);
  });

  test('means the same when every byte comes by itself', async () => {
    const text = 'القرية,ملاحظة\n"غميقة","أ ""ب""\r\nج"\r\nsaya,د\n';
    const whole = await csv(text);
    expect(whole).toHaveLength(2);
    expect(await byBytes(text)).toEqual(whole);
  });

  test('of which a quote is not closed ends with a row that says so', async () => {
    const rows = await csv('village,note\nghumayqah,ok\nsaya,"open\nghumayqah,lost\n');
    expect(rows[0]?.status).toBe('covered');
    expect(rows.at(-1)?.error).toContain('quote');
  });

  test.each(['', 'a,b\n1,2\n', 'lon\n40\n', '\n\n'])(
    'whose columns name no place is refused: %j',
    async (text) => {
      const response = await post('text/csv', text);
      expect([response.statusCode, problemCode(response)]).toEqual([422, 'batch-columns-unknown']);
    },
  );

  test('without a body, or in another form, is refused', async () => {
    const without = await service.app.inject({ method: 'POST', url: '/api/v1/coverage/batch' });
    expect(problemCode(without)).toBe('batch-columns-unknown');
    const other = await post('application/json', '{}');
    expect([other.statusCode, problemCode(other)]).toEqual([415, 'media-type-unknown']);
  });

  test('that is longer than the limit is refused before it is read', async () => {
    const response = await service.app.inject({
      method: 'POST',
      url: '/api/v1/coverage/batch',
      headers: { 'content-type': 'text/csv', 'content-length': String(2 ** 40) },
      payload: 'village\n',
    });
    expect([response.statusCode, problemCode(response)]).toEqual([413, 'batch-too-long']);
  });
});

describe('lines of JSON', () => {
  test('come back as they were, with coverage or an error', async () => {
    const lines = await ndjson([
      '{"id": 1.50, "lon": 40.447, "lat": 20.316}',
      '{"القرية":"غميقة"}',
      'not json',
      '[]',
      '{}',
      '{"lon": "east", "lat": 1, "error": "old"}',
      '',
      '{"q":"al-midrij","coverage":1}',
    ]);
    expect(lines.map(({ coverage, error }) => coverage?.status ?? error?.type.split(':').at(-1))).toEqual([
      'covered',
      'covered',
      'row-not-an-object',
      'row-not-an-object',
      'row-without-place',
      'row-number-invalid',
      'overlap',
    ]);
    expect(lines[0]).toMatchObject({ id: 1.5, lon: 40.447 });
  });
});

test('pairs of numbers are answered by numbers that the legend explains', async () => {
  const pairs = Float64Array.of(40.447, 20.316, 0, 0, 40.6263, 20.6671, Number.NaN, 20);
  const response = await post('application/octet-stream', Buffer.from(pairs.buffer));
  const legend = await service.app.inject('/api/v1/coverage/batch/legend');
  expect(response.headers['nitaq-legend']).toBe(legend.headers.etag);
  const { associations } = legend.json<BatchLegend>();
  const bytes = response.rawPayload;
  const numbers = [...Array(4).keys()].map((i) => bytes.readInt32LE(4 * i));
  expect(numbers.map((number) => associations[number - 1]?.id ?? number)).toEqual(['ghumayqah', 0, -1, -3]);
});

const place = fc.record({
  lon: fc.integer({ min: 3_990_000, max: 4_110_000 }).map((value) => value / 100_000),
  lat: fc.integer({ min: 1_940_000, max: 2_090_000 }).map((value) => value / 100_000),
});

test('each row says what a single lookup says, in every form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 40 }), async (places) => {
      const expected = await Promise.all(
        places.map(async ({ lon, lat }) => {
          const { status, associations, area, plan, version } = await single(`lon=${lon}&lat=${lat}`);
          return { status, associations, area, plan, version };
        }),
      );
      const lines = await ndjson(places.map((one) => JSON.stringify(one)));
      expect(lines.map(({ coverage }) => coverage)).toEqual(expected);
      const rows = await csv(`lon,lat\n${places.map(({ lon, lat }) => `${lon},${lat}`).join('\n')}`);
      expect(rows.map(({ status, association_id }) => [status, association_id])).toEqual(
        expected.map(({ status, associations }) => [status, associations.map(({ id }) => id).join(' | ')]),
      );
    }),
    { numRuns: 20 },
  );
});

test('each name means what it means to a single lookup', async () => {
  const names = ['غميقة', 'Ghumaiqa', 'al-midrij', 'saya', 'الليث', 'qwertyuiop', 'الوسقه'];
  const rows = await csv(`village\n${names.join('\n')}\n`);
  for (const [i, name] of names.entries()) {
    const found = await single(`q=${encodeURIComponent(name)}`);
    const row = rows[i];
    expect([name, row?.status || null, row?.village_id || null]).toEqual([
      name,
      found.associations === undefined ? null : found.status,
      found.village?.id ?? null,
    ]);
  }
});

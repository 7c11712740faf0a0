import { MOST_FILE_BYTES, type RecordEntry, type ShelfDocument } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUS, type InitiativePeople, initiativePeople, type Who } from '../support/initiatives.ts';
import { AREA, problemCode, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const LESSON = {
  title: 'زيارة القرى قبل التوزيع',
  text: 'سألنا إمام المسجد عن الأُسَر، فوجدنا أُسرًا لم تُسجَّل من قبل.',
  tags: ['دروس', 'توزيع'],
  links: [{ kind: 'village', id: 'saya' }],
};
const PDF = Buffer.from('%PDF-1.7\n…');

let service: TestService;
let people: InitiativePeople;

beforeAll(async () => {
  service = await startTestService({ shelfBytes: 2 * MOST_FILE_BYTES });
  people = await initiativePeople(service);
});
afterAll(() => service.close());

async function shelved(content: object = LESSON, who: Who = 'lith'): Promise<ShelfDocument> {
  const response = await people.ask(who, 'POST', '/documents', { payload: content });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<ShelfDocument>();
}

const found = async (query: Record<string, string>, who: Who = 'observer') =>
  (await people.ask(who, 'GET', `/documents?${new URLSearchParams(query)}`))
    .json<{ items: ShelfDocument[] }>()
    .items.map(({ title }) => title);
const putFile = (id: string, bytes: Buffer, name = 'تقرير.pdf', who: Who = 'lith') =>
  people.ask(who, 'PUT', `/documents/${id}/file?${new URLSearchParams({ name })}`, {
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
const rewrite = (id: string, version: number, who: Who) =>
  people.ask(who, 'PUT', `/documents/${id}`, {
    payload: { ...LESSON, title: 'عنوان آخر' },
    headers: { 'if-match': `"${version}"` },
  });
const remove = (id: string, version: number, who: Who) =>
  people.ask(who, 'DELETE', `/documents/${id}`, { headers: { 'if-match': `"${version}"` } });

describe('the shelf', () => {
  test.each(['القرى', 'قرى زيارة', 'اسر', 'الامام', 'توزيع'])('finds a lesson by “%s”', async (q) => {
    await shelved();
    expect(await found({ q })).toContain(LESSON.title);
  });

  test('finds nothing by words that are not in it, and everything without words', async () => {
    const { title } = await shelved({ ...LESSON, title: 'Winter blankets', text: 'Order them in August' });
    expect(await found({ q: 'blankets الصيف' })).toEqual([]);
    expect(await found({ q: '%' })).toContain(title);
    expect(await found({ q: 'BLANKET' })).toEqual([title]);
  });

  test('is not asked for what no database keeps', async () => {
    for (const query of ['tag=%00', 'q=a%00', 'id=x&kind=village&cursor=%00', '%00=1']) {
      const response = await people.ask('lith', 'GET', `/documents?${query}`);
      expect([response.statusCode, problemCode(response)]).toEqual([400, 'text-not-written']);
    }
    expect(await found({ tag: '%00' })).toEqual([]);
  });

  test('tells by tag and by what a document is about, page after page', async () => {
    const { id: initiative } = (await people.open()).json<{ id: string }>();
    const links = [{ kind: 'initiative', id: initiative }];
    for (const title of ['أول', 'ثان', 'ثالث']) await shelved({ ...LESSON, title, tags: ['حافلة'], links });
    expect(await found({ tag: 'حافلة' })).toHaveLength(3);
    expect(await found({ kind: 'initiative', id: initiative })).toHaveLength(3);
    expect(await found({ kind: 'village', id: 'saya', tag: 'حافلة' })).toEqual([]);
    const page = async (cursor: string) =>
      (
        await people.ask('lith', 'GET', `/documents?tag=${encodeURIComponent('حافلة')}&limit=2${cursor}`)
      ).json<{
        items: ShelfDocument[];
        next: string;
      }>();
    const { items, next } = await page('');
    expect([items.length, (await page(`&cursor=${next}`)).items.length]).toEqual([2, 1]);
  });

  test('takes nothing about villages and initiatives that there are not', async () => {
    for (const [kind, code] of [
      ['village', 'village-not-found'],
      ['initiative', 'initiative-not-found'],
    ]) {
      const payload = { ...LESSON, links: [{ kind, id: 'atlantis' }] };
      expect(problemCode(await people.ask('lith', 'POST', '/documents', { payload }))).toBe(code);
    }
    expect(BUS.villages).toContain('saya');
  });

  test('is closed to the public, and to be read by every role', async () => {
    const { id } = await shelved();
    await putFile(id, PDF);
    for (const path of ['', `/${id}`, `/${id}/file`]) {
      const url = `${AREA}/documents${path}`;
      expect((await service.app.inject({ url, headers: { cookie: '' } })).statusCode).toBe(401);
      expect((await people.ask('observer', 'GET', `/documents${path}`)).statusCode).toBe(200);
    }
    const byObserver = await people.ask('observer', 'POST', '/documents', { payload: LESSON });
    expect([byObserver.statusCode, problemCode(byObserver)]).toEqual([403, 'not-allowed']);
  });

  test('is kept by whoever added to it, the coordinators of their association, and the council', async () => {
    const { id, version } = await shelved(LESSON, 'lith');
    for (const response of [
      await rewrite(id, version, 'wasqah'),
      await remove(id, version, 'wasqah'),
      await putFile(id, PDF, 'a.pdf', 'wasqah'),
    ]) {
      expect([response.statusCode, problemCode(response)]).toEqual([403, 'not-allowed']);
    }
    expect((await rewrite(id, version, 'lith')).json<ShelfDocument>().version).toBe(version + 1);
    expect(problemCode(await remove(id, version, 'council'))).toBe('changed-since');
    expect((await remove(id, version + 1, 'council')).statusCode).toBe(204);
    expect((await people.ask('lith', 'GET', `/documents/${id}`)).statusCode).toBe(404);
    const record = (await people.ask('lith', 'GET', `/record?kind=document&id=${id}`)).json<{
      items: RecordEntry[];
    }>();
    // What is taken off is not kept in the record for ever.
    expect(JSON.stringify(record)).not.toContain(LESSON.title);
    expect(record.items.map(({ act }) => act)).toEqual([
      'document-removed',
      'document-changed',
      'document-added',
    ]);
  });

  test('takes a document once for one key', async () => {
    const post = (title: string) =>
      people.ask('lith', 'POST', '/documents', {
        payload: { ...LESSON, title },
        headers: { 'idempotency-key': 'once' },
      });
    const [one, two] = [await post('مرة'), await post('مرة')];
    expect(one.json<ShelfDocument>().id).toBe(two.json<ShelfDocument>().id);
    expect(problemCode(await post('أخرى'))).toBe('idempotency-key-reused');
  });
});

describe('a file', () => {
  test('comes back as it was, only ever as a download that can do nothing', async () => {
    const { id } = await shelved();
    const bytes = Buffer.concat([PDF, Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))]);
    const put = await putFile(id, bytes, '../تقرير \u202efdp.exe');
    expect(put.json<ShelfDocument>().file).toEqual({
      name: 'تقرير fdp.pdf',
      kind: 'pdf',
      bytes: bytes.length,
    });
    const got = await people.ask('observer', 'GET', `/documents/${id}/file`);
    expect(got.rawPayload.equals(bytes)).toBe(true);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('تقرير fdp.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox;.*default-src 'none'/),
      'cache-control': 'private, no-store',
    });
  });

  test('that is a page is given out as text', async () => {
    const { id } = await shelved();
    await putFile(id, Buffer.from('<script>alert(1)</script>'), 'a.html');
    const got = await people.ask('lith', 'GET', `/documents/${id}/file`);
    expect(got.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(got.headers['content-disposition']).toBe("attachment; filename*=UTF-8''a.txt");
  });

  test('is refused by what is in it, whatever it is called, and where it is too large', async () => {
    const { id } = await shelved();
    const program = await putFile(id, Buffer.from([0x4d, 0x5a, 0, 1, 2]), 'report.pdf');
    expect([program.statusCode, problemCode(program)]).toEqual([415, 'file-kind-refused']);
    const large = Buffer.alloc(MOST_FILE_BYTES + 1, ' ');
    const refused = await putFile(id, large);
    expect([refused.statusCode, problemCode(refused)]).toEqual([413, 'file-too-large']);
    expect(problemCode(await people.ask('lith', 'GET', `/documents/${id}/file`))).toBe(
      'document-without-file',
    );
    const largest = await putFile(id, Buffer.alloc(MOST_FILE_BYTES, ' '), 'a.txt');
    expect(largest.json<ShelfDocument>().file?.bytes).toBe(MOST_FILE_BYTES);
    const other = await people.ask('lith', 'PUT', `/documents/${id}/file?name=a.txt`, { payload: {} });
    expect(other.statusCode).toBe(415);
  });

  test('is refused where the files of the area have no room for it, until one of them is taken away', async () => {
    await sql`delete from document_file`.execute(service.db);
    const [{ id }, large, other] = [await shelved(), await shelved(), await shelved()];
    const largest = Buffer.alloc(MOST_FILE_BYTES, ' ');
    expect((await putFile(large.id, largest)).statusCode).toBe(200);
    expect((await putFile(other.id, largest)).statusCode).toBe(200);
    const refused = await putFile(id, PDF);
    expect([refused.statusCode, problemIn(refused)]).toMatchObject([
      409,
      { type: 'urn:nitaq:problem:shelf-full', detail: expect.stringContaining('20 MB') },
    ]);
    // The file whose place it takes is not counted.
    expect((await putFile(other.id, largest)).statusCode).toBe(200);
    expect((await remove(large.id, 2, 'lith')).statusCode).toBe(204);
    expect((await putFile(id, largest)).statusCode).toBe(200);
    await sql`delete from document_file`.execute(service.db);
  });

  test('is given out so often in a minute and no more', async () => {
    const { id } = await shelved();
    await putFile(id, PDF);
    const got = await people.ask('observer', 'GET', `/documents/${id}/file`);
    expect(got.headers['ratelimit-limit']).toBe('60');
  });

  test('takes the place of an earlier one', async () => {
    const { id } = await shelved();
    await putFile(id, PDF);
    const { file, version } = (await putFile(id, Buffer.from('# ملاحظات'), 'notes.md')).json<ShelfDocument>();
    expect([file?.name, version]).toEqual(['notes.txt', 3]);
  });
});

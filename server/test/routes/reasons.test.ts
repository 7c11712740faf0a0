import type { Position, Reason } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, openStream } from '../support/event-stream.ts';
import { AREA, getPlan, makeDraft, problemCode, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

/** Where Afaf and Wasqah meet in the shipped draft. */
const LINE: Position[] = [
  [40.5867, 20.154],
  [40.539, 20.161],
];
const BODY = { line: LINE, associations: ['wasqah', 'afaf'], text: 'يتبع وادي الليث' };
const UNKNOWN = 'b0a7c0de-0000-4000-8000-000000000000';

const add = (plan: string, payload: object = BODY, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url: `${AREA}/plans/${plan}/reasons`, payload, headers });
const change = (plan: string, reason: string, payload: object, ifMatch: string | null = '"1"') =>
  service.app.inject({
    method: 'PUT',
    url: `${AREA}/plans/${plan}/reasons/${reason}`,
    payload,
    headers: ifMatch === null ? {} : { 'if-match': ifMatch },
  });
const remove = (plan: string, reason: string, ifMatch: string | null = '"1"') =>
  service.app.inject({
    method: 'DELETE',
    url: `${AREA}/plans/${plan}/reasons/${reason}`,
    headers: ifMatch === null ? {} : { 'if-match': ifMatch },
  });
const list = (plan: string) => service.app.inject({ url: `${AREA}/plans/${plan}/reasons` });
const reasonsOf = async (plan: string) => (await list(plan)).json<{ items: Reason[]; next: null }>().items;
async function draftWithReason() {
  const { id: plan } = await makeDraft(service.app);
  const reason = (await add(plan)).json<Reason>();
  return { plan, reason };
}

describe('a reason', () => {
  test('is written down in a draft, its associations in their order, and listed', async () => {
    const { id: plan } = await makeDraft(service.app);
    const response = await add(plan);
    expect(response.statusCode, response.body).toBe(201);
    expect(response.headers.etag).toBe('"1"');
    const reason = response.json<Reason>();
    expect(reason).toMatchObject({ ...BODY, associations: ['afaf', 'wasqah'], version: 1 });
    const second = (
      await add(plan, { ...BODY, line: [[40.5, 20.3]], associations: ['lith'] })
    ).json<Reason>();
    expect(second).toMatchObject({ line: [[40.5, 20.3]], associations: ['lith'] });
    expect(await reasonsOf(plan)).toEqual([reason, second]);
    expect((await list(plan)).headers['cache-control']).toBe('private, no-cache');
  });

  test('is no change of the territories, nor of the plan', async () => {
    const { plan } = await draftWithReason();
    expect((await getPlan(service.app, plan)).version).toBe(1);
  });

  test('is stored on the grid, without a position twice in a row and without spaces around it', async () => {
    const { id: plan } = await makeDraft(service.app);
    const line = [
      [40.5, 20.3, 120],
      [40.50000001, 20.3],
    ];
    const reason = (await add(plan, { ...BODY, line, text: '  حدّ المركز \n' })).json<Reason>();
    expect(reason).toMatchObject({ line: [[40.5, 20.3]], text: 'حدّ المركز' });
  });

  test('is rewritten as a whole, with its version', async () => {
    const { plan, reason } = await draftWithReason();
    const body = { line: [LINE[0]], associations: ['afaf'], text: 'Centre boundary' };
    const response = await change(plan, reason.id, body);
    expect([response.statusCode, response.headers.etag]).toEqual([200, '"2"']);
    const changed = response.json<Reason>();
    expect(changed).toMatchObject({ ...body, id: reason.id, createdAt: reason.createdAt, version: 2 });
    expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(reason.updatedAt));
    expect(await reasonsOf(plan)).toEqual([changed]);
  });

  test('is taken away', async () => {
    const { plan, reason } = await draftWithReason();
    const response = await remove(plan, reason.id);
    expect([response.statusCode, response.body]).toEqual([204, '']);
    expect(await reasonsOf(plan)).toEqual([]);
    for (const again of [await remove(plan, reason.id), await change(plan, reason.id, BODY)]) {
      expect([again.statusCode, problemCode(again)]).toEqual([404, 'reason-not-found']);
    }
  });

  test.for([
    ['without If-Match', null, 428, 'if-match-missing'],
    ['on an old version', '"1"', 412, 'changed-since'],
    ['on a weak tag', 'W/"2"', 412, 'changed-since'],
  ] as const)('is neither rewritten nor taken away %s', async ([, ifMatch, status, code]) => {
    const { plan, reason } = await draftWithReason();
    await change(plan, reason.id, { ...BODY, text: 'Second' });
    const before = await reasonsOf(plan);
    const answers = [await change(plan, reason.id, BODY, ifMatch), await remove(plan, reason.id, ifMatch)];
    for (const response of answers) {
      expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
      if (status === 412) expect(problemIn(response).detail).toContain('"2"');
    }
    expect(await reasonsOf(plan)).toEqual(before);
  });

  test('rewritten ten times at once on one version is rewritten once', async () => {
    const { plan, reason } = await draftWithReason();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => change(plan, reason.id, { ...BODY, text: `${i}` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(9).fill(412)]);
  });
});

describe('what a reason cannot be is refused with its place:', () => {
  test.for([
    ['no position', { line: [] }, 'request-invalid', '/line'],
    ['no association', { associations: [] }, 'request-invalid', '/associations'],
    ['three of them', { associations: ['afaf', 'lith', 'wasqah'] }, 'request-invalid', '/associations'],
    ['one twice', { associations: ['afaf', 'afaf'] }, 'request-invalid', '/associations'],
    ['an unknown one', { associations: ['afaf', 'nobody'] }, 'association-not-found', '/associations/1'],
    ['no text', { text: '' }, 'request-invalid', '/text'],
    ['spaces alone', { text: ' \n' }, 'request-invalid', '/text'],
    ['a text too long', { text: 'ا'.repeat(501) }, 'request-invalid', '/text'],
    ['another member', { colour: 'red' }, 'request-invalid', '/colour'],
    ['a place out of range', { line: [LINE[0], [500, 20]] }, 'geometry-invalid', '/line/1'],
    ['a place far away', { line: [LINE[0], [10, 20.1]] }, 'location-outside-area', '/line/1'],
    ['a latitude first', { line: [[20.154, 40.5867]] }, 'location-looks-swapped', '/line/0'],
  ] as const)('%s', async ([, part, code, pointer]) => {
    const { plan, reason } = await draftWithReason();
    for (const response of [
      await add(plan, { ...BODY, ...part }),
      await change(plan, reason.id, { ...BODY, ...part }),
    ]) {
      expect([response.statusCode, problemCode(response)]).toEqual([
        code === 'association-not-found' ? 404 : 422,
        code,
      ]);
      expect(problemIn(response).errors?.map((error) => error.pointer)).toEqual([pointer]);
    }
    expect(await reasonsOf(plan)).toEqual([reason]);
  });

  test('but five hundred characters of any script are not too long', async () => {
    const { id: plan } = await makeDraft(service.app);
    for (const text of ['ق'.repeat(500), '😀'.repeat(500)]) {
      expect((await add(plan, { ...BODY, text })).json<Reason>().text).toBe(text);
    }
  });
});

describe('a creation that is repeated with its key', () => {
  test('adds nothing, also ten times at once, and answers with the reason as it is now', async () => {
    const { id: plan } = await makeDraft(service.app);
    const keyed = () => add(plan, BODY, { 'idempotency-key': 'once' });
    const answers = await Promise.all(Array.from({ length: 10 }, keyed));
    const ids = new Set(answers.map((response) => response.json<Reason>().id));
    expect([ids.size, (await reasonsOf(plan)).length]).toEqual([1, 1]);
    const [id = ''] = ids;
    const changed = (await change(plan, id, { ...BODY, text: 'Now' })).json<Reason>();
    expect((await keyed()).json()).toEqual(changed);
    expect(problemCode(await add(plan, { ...BODY, text: 'Other' }, { 'idempotency-key': 'once' }))).toBe(
      'idempotency-key-reused',
    );
  });

  test('does not bring back what was taken away; in another draft the key is free', async () => {
    const { id: plan } = await makeDraft(service.app);
    const key = { 'idempotency-key': 'short-lived' };
    const { id } = (await add(plan, BODY, key)).json<Reason>();
    await remove(plan, id);
    expect(problemCode(await add(plan, BODY, key))).toBe('reason-not-found');
    expect(await reasonsOf(plan)).toEqual([]);
    const { id: other } = await makeDraft(service.app);
    expect((await add(other, BODY, key)).statusCode).toBe(201);
  });
});

describe('the reasons of a plan', () => {
  test('are copied into a draft that is made from it, and from then on change apart', async () => {
    const { plan, reason } = await draftWithReason();
    await change(plan, reason.id, { ...BODY, text: 'Second' });
    const { id: copy } = await makeDraft(service.app, plan);
    const { createdAt } = reason;
    expect(await reasonsOf(copy)).toMatchObject([
      { ...BODY, associations: ['afaf', 'wasqah'], text: 'Second' },
    ]);
    expect(await reasonsOf(copy)).toMatchObject([{ id: reason.id, createdAt, version: 1 }]);
    await remove(copy, reason.id);
    expect([(await reasonsOf(copy)).length, (await reasonsOf(plan)).length]).toEqual([0, 1]);
  });

  test('go with a draft that is deleted', async () => {
    const { plan } = await draftWithReason();
    await add(plan, BODY, { 'idempotency-key': 'gone' });
    const deleted = await service.app.inject({
      method: 'DELETE',
      url: `${AREA}/plans/${plan}`,
      headers: { 'if-match': '*' },
    });
    expect(deleted.statusCode, deleted.body).toBe(204);
    expect(problemCode(await list(plan))).toBe('plan-not-found');
    expect(problemCode(await add(plan))).toBe('plan-not-found');
    const { rows } = await sql`select plan_id from reason where plan_id = ${plan}
      union all select plan_id from reason_key where plan_id = ${plan}`.execute(service.db);
    expect(rows).toEqual([]);
  });

  test.for(['opening-claims', 'in-force'])('stay as they are in force, named as %s', async (plan) => {
    const answers = [
      await add(plan),
      await change(plan, UNKNOWN, BODY, '*'),
      await remove(plan, UNKNOWN, '*'),
    ];
    for (const response of answers) {
      expect([response.statusCode, problemCode(response)]).toEqual([409, 'plan-not-a-draft']);
    }
    expect(await reasonsOf(plan)).toEqual([]);
    expect((await list(plan)).headers['cache-control']).toMatch(/^public/);
  });

  test('of no plan and of no area are a problem', async () => {
    expect(problemCode(await list('nothing'))).toBe('plan-not-found');
    const elsewhere = await service.app.inject({ url: '/api/v1/areas/atlantis/plans/in-force/reasons' });
    expect(problemCode(elsewhere)).toBe('area-not-found');
  });

  test('once it is no draft, are kept by the database itself', async () => {
    const { plan, reason } = await draftWithReason();
    await sql`update plan set state = 'proposed' where plan_id = ${plan}`.execute(service.db);
    const mine = sql`plan_id = ${plan} and reason_id = ${reason.id}`;
    for (const statement of [
      sql`update reason set text = 'other' where ${mine}`,
      sql`delete from reason where ${mine}`,
      sql`update reason set plan_id = 'draft-whole' where ${mine}`,
      sql`truncate reason`,
    ]) {
      await expect(statement.execute(service.db)).rejects.toMatchObject({ code: 'NT001' });
    }
    expect(problemCode(await remove(plan, reason.id))).toBe('plan-not-a-draft');
    expect(await reasonsOf(plan)).toEqual([reason]);
  });
});

test('what happens to a reason is told, each once and with its version', async () => {
  const { id: plan } = await makeDraft(service.app);
  const stream = await openStream(await listen(service.app));
  const reason = (
    await add(plan, BODY, { 'x-client-id': 'tab-1', 'idempotency-key': 'told' })
  ).json<Reason>();
  await add(plan, BODY, { 'idempotency-key': 'told' });
  await change(plan, reason.id, { ...BODY, text: 'Second' });
  await remove(plan, reason.id, '"2"');
  await stream.received(3);
  const data = { area: 'al-lith', plan, reason: reason.id };
  expect(stream.events.map(({ event, data: told }) => ({ event, told }))).toEqual([
    { event: 'reason', told: { ...data, change: 'created', version: 1, client: 'tab-1' } },
    { event: 'reason', told: { ...data, change: 'changed', version: 2, client: null } },
    { event: 'reason', told: { ...data, change: 'deleted', version: 2, client: null } },
  ]);
  stream.close();
  await stream.ended;
});

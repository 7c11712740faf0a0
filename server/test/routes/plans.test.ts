import type { Plan, TerritoryCollection } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREA, getPlan, makeDraft, problemCode, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ now: () => new Date('2026-11-24T09:00:00Z') });
});
afterAll(() => service.close());

const get = (url: string) => service.app.inject({ url: `${AREA}${url}` });
const create = (payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url: `${AREA}/plans`, payload, headers });
const territories = async (plan: string) =>
  (await get(`/plans/${plan}/territories`)).json<TerritoryCollection>();
const allPlans = async () => (await get('/plans')).json<{ items: Plan[]; next: null }>().items;

describe('the plans of an area', () => {
  test('are listed, the newest first', async () => {
    const plans = await allPlans();
    expect(plans.map(({ id, number, state, base }) => ({ id, number, state, base }))).toEqual([
      { id: 'draft-whole', number: 2, state: 'draft', base: 'opening-claims' },
      { id: 'opening-claims', number: 1, state: 'in-force', base: null },
    ]);
    expect(plans.every(({ example }) => example)).toBe(true);
  });

  test('have the one in force under an alias too, with the same bytes', async () => {
    for (const part of ['', '/territories', '/territories/lith', '/coverage']) {
      const byAlias = await get(`/plans/in-force${part}`);
      expect(byAlias.statusCode).toBe(200);
      expect(byAlias.body).toBe((await get(`/plans/opening-claims${part}`)).body);
    }
  });

  test('may be kept by caches once agreed, and are asked for each time while drafts', async () => {
    for (const part of ['', '/territories', '/territories/lith', '/coverage']) {
      expect((await get(`/plans/in-force${part}`)).headers['cache-control']).toMatch(/^public/);
      expect((await get(`/plans/draft-whole${part}`)).headers['cache-control']).toBe('private, no-cache');
    }
  });

  test('that do not exist are a problem', async () => {
    for (const part of ['', '/territories', '/territories/lith', '/coverage']) {
      expect(problemCode(await get(`/plans/nothing${part}`))).toBe('plan-not-found');
      const elsewhere = await service.app.inject({ url: `/api/v1/areas/atlantis/plans/in-force${part}` });
      expect(problemCode(elsewhere)).toBe('area-not-found');
    }
    expect(problemCode(await get('/plans/in-force/territories/nobody'))).toBe('association-not-found');
  });
});

test.for(['{"title":"\\ud800"}', '{"title":{"ar":"أ","en":"A \\udfff"}}'])(
  'a title with half of a surrogate pair is refused like a text that is no UTF-8: %s',
  async (payload) => {
    const before = await allPlans();
    const refused = await service.app.inject({
      method: 'POST',
      url: `${AREA}/plans`,
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect([refused.statusCode, problemCode(refused)]).toEqual([400, 'text-not-utf8']);
    expect(await allPlans()).toEqual(before);
  },
);

test('a title with a whole surrogate pair in escapes is kept', async () => {
  const response = await service.app.inject({
    method: 'POST',
    url: `${AREA}/plans`,
    payload: '{"title":"\\ud83d\\ude00"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(response.json<Plan>().title).toEqual({ ar: '😀', en: '😀' });
});

describe('a new draft', () => {
  test('made from a plan has its territories, and tells where it stands', async () => {
    const response = await create({ title: { ar: 'مسودة', en: 'Draft' }, from: 'in-force' });
    expect(response.statusCode).toBe(201);
    const plan = response.json<Plan>();
    expect(plan).toMatchObject({
      title: { ar: 'مسودة', en: 'Draft' },
      state: 'draft',
      base: 'opening-claims',
      example: true,
      version: 1,
    });
    expect(response.headers.location).toBe(`${AREA}/plans/${plan.id}`);
    const read = await get(`/plans/${plan.id}`);
    expect(read.body).toBe(response.body);
    expect(read.headers.etag).toBe(response.headers.etag);
    const copy = await territories(plan.id);
    expect(copy.features).toEqual((await territories('opening-claims')).features);
  });

  test('made from nothing has an empty territory for each association', async () => {
    const response = await create({ title: 'من البداية' });
    const plan = response.json<Plan>();
    expect(plan).toMatchObject({ title: { ar: 'من البداية', en: 'من البداية' }, base: null, example: false });
    const { features, version } = await territories(plan.id);
    expect(version).toBe(1);
    expect(features.map(({ id, geometry, properties }) => ({ id, geometry, ...properties }))).toEqual(
      ['afaf', 'ghumayqah', 'lith', 'wasqah'].map((id) => ({
        id,
        association: id,
        geometry: null,
        areaKm2: 0,
        version: 1,
      })),
    );
  });

  test('does not change the plan it was made from', async () => {
    const before = await get('/plans/opening-claims/territories');
    await makeDraft(service.app, 'opening-claims');
    expect((await get('/plans/opening-claims/territories')).body).toBe(before.body);
  });

  test.for([
    [{}, '/title'],
    [{ title: '' }, '/title'],
    [{ title: 12 }, '/title'],
    [{ title: 'x'.repeat(201) }, '/title'],
    [{ title: { ar: 'بلا ترجمة' } }, '/title/en'],
    [{ title: { ar: 'أ', en: 'A', fr: 'A' } }, '/title/fr'],
    [{ title: 'A', from: 'Not An Id' }, '/from'],
    [{ title: 'A', state: 'in-force' }, '/state'],
    [{ title: 'A', 'a/b~c': 1 }, '/a~1b~0c'],
    [[], ''],
  ] as const)('is refused with the place of what is wrong: %j', async ([body, pointer]) => {
    const before = await allPlans();
    const problem = problemIn(await create(body));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:request-invalid' });
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await allPlans()).toEqual(before);
  });

  test('is refused from a plan that does not exist, and in an area that does not', async () => {
    expect(problemCode(await create({ title: 'A', from: 'nothing' }))).toBe('plan-not-found');
    const elsewhere = await service.app.inject({
      method: 'POST',
      url: '/api/v1/areas/atlantis/plans',
      payload: { title: 'A' },
    });
    expect(problemCode(elsewhere)).toBe('area-not-found');
  });

  test('keeps a text as it was written', async () => {
    const title = '﷽ نطاق “’); drop table plan; --” 🧭 \u202E\tB';
    expect((await create({ title })).json<Plan>().title.ar).toBe(title);
  });

  test.each(['\0', '\u0001', '\u000b', '\u001f', '\u007f', '\u0085', '\ufffe', '\uffff'])(
    'is refused with a character that is not written, and says which: %j',
    async (character) => {
      const response = await create({ title: `A${character}B` });
      expect([response.statusCode, problemCode(response)]).toEqual([400, 'text-not-written']);
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      expect(problemIn(response).detail).toContain(`U+${code}`);
    },
  );
});

describe('a creation with an idempotency key', () => {
  test('that is repeated makes nothing new', async () => {
    const headers = { 'idempotency-key': 'first' };
    const first = await create({ title: 'Once' }, headers);
    const again = await create({ title: 'Once' }, headers);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(again.headers.location).toBe(first.headers.location);
  });

  test('that was used for another request is refused', async () => {
    const headers = { 'idempotency-key': 'second' };
    await create({ title: 'One' }, headers);
    for (const other of [{ title: 'Other' }, { title: 'One', from: 'in-force' }]) {
      const response = await create(other, headers);
      expect([response.statusCode, problemCode(response)]).toEqual([422, 'idempotency-key-reused']);
    }
  });

  test('that is sent ten times at once makes one plan', async () => {
    const before = await allPlans();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => create({ title: 'Ten' }, { 'idempotency-key': 'third' })),
    );
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(await allPlans()).toHaveLength(before.length + 1);
  });

  test('must be told by a key of sensible length', async () => {
    const response = await create({ title: 'A' }, { 'idempotency-key': 'x'.repeat(201) });
    expect(problemIn(response)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/headers/idempotency-key' }],
    });
  });
});

test('plans that are made at once are numbered one after the other', async () => {
  const before = await allPlans();
  const made = await Promise.all(Array.from({ length: 10 }, () => makeDraft(service.app)));
  const last = before[0]?.number ?? 0;
  expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, i) => last + 1 + i),
  );
});

test('when another plan comes into force, nobody is told that what they have of the alias is still right', async () => {
  const headersOf = async (part: string) => (await get(`/plans/in-force${part}`)).headers;
  const parts = ['', '/territories', '/territories/lith', '/coverage'];
  const tags = await Promise.all(parts.map(async (part) => String((await headersOf(part)).etag)));
  const next = await getPlan(service.app, 'draft-whole');
  await service.db.transaction().execute(async (db) => {
    const changeAt = new Date('2026-11-20T00:00:00Z');
    const plans = db.updateTable('plan').where('area_id', '=', 'al-lith');
    await plans
      .set({ state: 'superseded', in_force_to: changeAt })
      .where('plan_id', '=', 'opening-claims')
      .execute();
    await plans.set({ state: 'in-force', in_force_from: changeAt }).where('plan_id', '=', next.id).execute();
  });
  for (const [i, part] of parts.entries()) {
    const headers = { 'if-none-match': tags[i] ?? '' };
    const response = await service.app.inject({ url: `${AREA}/plans/in-force${part}`, headers });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe((await get(`/plans/draft-whole${part}`)).body);
  }
  expect(await getPlan(service.app, 'opening-claims')).toMatchObject({
    state: 'superseded',
    inForceFrom: '2026-10-31T21:00:00.000Z',
    inForceTo: '2026-11-20T00:00:00.000Z',
  });
  const lookup = await service.app.inject({ url: '/api/v1/coverage?village=al-barid' });
  expect(lookup.json()).toMatchObject({ status: 'covered', plan: 'draft-whole' });
  const past = await service.app.inject({ url: '/api/v1/coverage?village=al-barid&at=2026-11-10T00:00:00Z' });
  expect(past.json()).toMatchObject({ status: 'gap', plan: 'opening-claims' });
});

import type { Plan } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AREA,
  getPlan,
  getTerritory,
  makeDraft,
  problemCode,
  problemIn,
  putTerritory,
} from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const get = (plan: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url: `${AREA}/plans/${plan}`, headers });
const rename = (plan: string, payload: object, ifMatch: string | null = '"1"') =>
  service.app.inject({
    method: 'PATCH',
    url: `${AREA}/plans/${plan}`,
    payload,
    headers: ifMatch === null ? {} : { 'if-match': ifMatch },
  });
const remove = (plan: string, ifMatch: string | null = '"1"') =>
  service.app.inject({
    method: 'DELETE',
    url: `${AREA}/plans/${plan}`,
    headers: ifMatch === null ? {} : { 'if-match': ifMatch },
  });
const create = (payload: object, key: string) =>
  service.app.inject({
    method: 'POST',
    url: `${AREA}/plans`,
    payload,
    headers: { 'idempotency-key': key },
  });
const allPlans = async () =>
  (await service.app.inject({ url: `${AREA}/plans` })).json<{ items: Plan[] }>().items;

describe('the ETag of a draft', () => {
  test('is its version, from the creation on, and changes with a territory and with the title', async () => {
    const response = await create({ title: 'Tagged', from: 'in-force' }, 'tagged');
    const { id } = response.json<Plan>();
    expect(response.headers.etag).toBe('"1"');
    expect((await get(id)).headers.etag).toBe('"1"');
    expect((await get(id, { 'if-none-match': '"1"' })).statusCode).toBe(304);
    await putTerritory(service.app, { plan: id, body: square() });
    expect((await get(id, { 'if-none-match': '"1"' })).headers.etag).toBe('"2"');
    expect((await rename(id, { title: 'Other' }, '"2"')).headers.etag).toBe('"3"');
    expect((await get(id)).headers.etag).toBe('"3"');
  });
});

describe('renaming a draft', () => {
  test('changes the title and counts as a change, but of no territory', async () => {
    const { id, updatedAt } = await makeDraft(service.app);
    const response = await rename(id, { title: { ar: 'اسم جديد', en: 'New name' } });
    expect(response.statusCode).toBe(200);
    const renamed = response.json<Plan>();
    expect(renamed).toMatchObject({ id, title: { ar: 'اسم جديد', en: 'New name' }, version: 2 });
    expect(Date.parse(renamed.updatedAt)).toBeGreaterThan(Date.parse(updatedAt));
    expect(await getPlan(service.app, id)).toEqual(renamed);
    expect((await getTerritory(service.app, id)).properties.version).toBe(1);
    expect((await rename(id, { title: 'للغتين' }, '*')).json<Plan>().title).toEqual({
      ar: 'للغتين',
      en: 'للغتين',
    });
  });

  test.for([
    ['without If-Match', null, 428, 'if-match-missing'],
    ['on an old version', '"1"', 412, 'changed-since'],
    ['on a version to come', '"3"', 412, 'changed-since'],
    ['on a weak tag', 'W/"2"', 412, 'changed-since'],
  ] as const)('is refused %s, as deleting is', async ([, ifMatch, status, code]) => {
    const { id } = await makeDraft(service.app);
    await rename(id, { title: 'Second' });
    const before = await getPlan(service.app, id);
    for (const response of [await rename(id, { title: 'Third' }, ifMatch), await remove(id, ifMatch)]) {
      expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
      if (status === 412) expect(problemIn(response).detail).toContain('"2"');
    }
    expect(await getPlan(service.app, id)).toEqual(before);
  });

  test.for([
    [{}, '/title'],
    [{ title: '' }, '/title'],
    [{ title: null }, '/title'],
    [{ title: { ar: 'بلا ترجمة' } }, '/title/en'],
    [{ title: 'A', state: 'in-force' }, '/state'],
  ] as const)('is refused with the place of what is wrong: %j', async ([body, pointer]) => {
    const { id } = await makeDraft(service.app);
    const problem = problemIn(await rename(id, body));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:request-invalid' });
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});

test.for(['opening-claims', 'in-force'])(
  'a plan in force is neither renamed nor deleted, named as %s',
  async (plan) => {
    const before = await get('opening-claims');
    for (const response of [await rename(plan, { title: 'A' }, '*'), await remove(plan, '*')]) {
      expect([response.statusCode, problemCode(response)]).toEqual([409, 'plan-not-a-draft']);
    }
    expect((await get('opening-claims')).body).toBe(before.body);
  },
);

describe('deleting a draft', () => {
  test('takes it away with its territories and leaves every other plan as it is', async () => {
    const before = await allPlans();
    const { id } = await makeDraft(service.app);
    const response = await remove(id);
    expect([response.statusCode, response.body]).toEqual([204, '']);
    expect(await allPlans()).toEqual(before);
    for (const part of ['', '/territories', '/territories/lith', '/coverage']) {
      expect(problemCode(await get(`${id}${part}`))).toBe('plan-not-found');
    }
    expect(problemCode(await remove(id))).toBe('plan-not-found');
    expect(problemCode(await rename(id, { title: 'A' }))).toBe('plan-not-found');
  });

  test('frees neither its number nor the key of its creation', async () => {
    const { id, number } = (await create({ title: 'Short' }, 'short-lived')).json<Plan>();
    await remove(id);
    expect(problemCode(await create({ title: 'Short' }, 'short-lived'))).toBe('plan-not-found');
    expect(problemCode(await create({ title: 'Other' }, 'short-lived'))).toBe('idempotency-key-reused');
    expect((await makeDraft(service.app)).number).toBe(number + 1);
  });

  test('on which others stand puts them on its base, as a change of theirs', async () => {
    const first = await makeDraft(service.app, 'opening-claims');
    const second = await makeDraft(service.app, first.id);
    const third = await makeDraft(service.app, second.id);
    const territories = async () =>
      (await service.app.inject({ url: `${AREA}/plans/${third.id}/territories` })).json().features;
    const before = await territories();
    expect((await remove(first.id)).statusCode).toBe(204);
    expect((await remove(second.id, '"2"')).statusCode).toBe(204);
    expect(await getPlan(service.app, third.id)).toMatchObject({ base: 'opening-claims', version: 2 });
    expect(await territories()).toEqual(before);
  });

  test('ten times at once deletes it once', async () => {
    const { id } = await makeDraft(service.app);
    const answers = await Promise.all(Array.from({ length: 10 }, () => remove(id)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, ...Array(9).fill(404)]);
  });

  test('while others copy it, rename it and draw in it ends in one of the two: there or gone', async () => {
    const { id } = await makeDraft(service.app);
    const answers = await Promise.all([
      create({ title: 'Copy', from: id }, `copy-${id}`),
      putTerritory(service.app, { plan: id, body: square() }),
      rename(id, { title: 'Renamed' }, '*'),
      remove(id, '*'),
      create({ title: 'Copy', from: id }, `copy-again-${id}`),
    ]);
    for (const { statusCode } of answers) expect([200, 201, 204, 404]).toContain(statusCode);
    expect((await get(id)).statusCode).toBe(404);
    for (const plan of await allPlans()) expect(plan.base).not.toBe(id);
  });
});

import { Writable } from 'node:stream';
import type { ApiKey, AreaId, AssociationId, MadeApiKey } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const KEYS = `${AREA}/associations/lith/api-keys`;
const LOOKUP = '/api/v1/coverage?village=ghumayqah';
let log = '';
const everything = new Writable({
  write(chunk, _, done) {
    log += String(chunk);
    done();
  },
});
const made: string[] = [];
let clock = Date.parse('2026-11-24T09:00:00Z');

let service: TestService;

beforeAll(async () => {
  service = await startTestService({
    as: { role: 'coordinator', association: 'lith' as AssociationId },
    now: () => new Date(clock),
    log: everything,
  });
});
afterAll(() => service.close());

const post = (payload: object) => service.app.inject({ method: 'POST', url: KEYS, payload });
async function make(payload: object = {}): Promise<MadeApiKey> {
  const response = await post({ title: 'Partner', addresses: ['coverage'], areas: null, ...payload });
  expect(response.statusCode, response.body).toBe(201);
  const answer = response.json<MadeApiKey>();
  made.push(answer.secret);
  return answer;
}
const ask = (secret: string, url = LOOKUP, headers: Record<string, string> = {}) =>
  service.app.inject({ url, headers: { cookie: '', authorization: `Bearer ${secret}`, ...headers } });
const listed = async () => (await service.app.inject({ url: KEYS })).json<{ items: ApiKey[] }>().items;

describe('a key of an association', () => {
  test('is told once, stored as a hash, and shows the day on which it was used last', async () => {
    const { key, secret } = await make({ title: ' Partner ' });
    expect(secret).toMatch(/^nitaq_[\w-]{43}$/);
    expect(key).toMatchObject({ title: 'Partner', addresses: ['coverage'], areas: null, lastUsedOn: null });
    const rows = await service.db.selectFrom('api_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice('nitaq_'.length));
    const list = await service.app.inject({ url: KEYS });
    expect(list.headers['cache-control']).toBe('no-store');
    expect(list.body).not.toContain(secret);
    expect((await ask(secret)).statusCode).toBe(200);
    expect((await listed()).find(({ id }) => id === key.id)?.lastUsedOn).toBe('2026-11-24');
    clock += 86_400_000;
    await ask(secret);
    expect((await listed()).find(({ id }) => id === key.id)?.lastUsedOn).toBe('2026-11-25');
  });

  test('answers as without a key, and says how many requests are left to it', async () => {
    const [one, other] = [await make(), await make()];
    const answer = await ask(one.secret);
    expect(answer.json()).toEqual(
      (await service.app.inject({ url: LOOKUP, headers: { cookie: '' } })).json(),
    );
    await ask(one.secret);
    expect((await ask(one.secret)).headers).toMatchObject({
      'ratelimit-limit': '12000',
      'ratelimit-remaining': '11997',
    });
    expect((await ask(other.secret)).headers['ratelimit-remaining']).toBe('11999');
    expect((await service.app.inject({ url: LOOKUP })).headers['ratelimit-remaining']).not.toBe('11996');
  });

  test('may ask as much as the description of the API says', async () => {
    const { secret } = await make();
    const limit = Number((await ask(secret)).headers['ratelimit-limit']).toLocaleString('en');
    const described = await service.app.inject({ url: '/openapi.json', headers: { cookie: '' } });
    expect(described.json().components.securitySchemes.apiKey.description).toContain(`${limit} lookups`);
  });

  test('that is revoked is known no more', async () => {
    const { key, secret } = await make();
    const revoke = () => service.app.inject({ method: 'DELETE', url: `${KEYS}/${key.id}` });
    expect((await revoke()).statusCode).toBe(204);
    const refused = await ask(secret);
    expect([refused.statusCode, problemCode(refused)]).toEqual([401, 'api-key-unknown']);
    expect(problemCode(await revoke())).toBe('api-key-not-found');
    expect((await listed()).map(({ id }) => id)).not.toContain(key.id);
    const record = await service.app.inject({ url: `${AREA}/record` });
    expect(record.json().items.slice(0, 2)).toMatchObject([
      { act: 'api-key-revoked', data: { key: key.id, text: 'Partner' } },
      { act: 'api-key-made', data: { key: key.id, text: 'Partner' } },
    ]);
    expect(record.body).not.toContain(secret);
  });

  test('opens only what it was made for', async () => {
    const { secret } = await make({ addresses: ['villages'] });
    expect((await ask(secret, '/api/v1/villages?q=saya')).statusCode).toBe(200);
    const searched = await ask(secret, `${AREA}/villages`);
    expect([searched.statusCode, searched.headers['ratelimit-limit']]).toEqual([200, '12000']);
    const refused = await ask(secret);
    expect([refused.statusCode, problemCode(refused)]).toEqual([403, 'api-key-out-of-scope']);
  });

  test('for certain areas asks about these alone', async () => {
    const { secret } = await make({ addresses: ['coverage', 'villages'], areas: ['al-lith'] });
    expect((await ask(secret)).statusCode).toBe(200);
    expect((await ask(secret, '/api/v1/coverage?lon=40.4473&lat=20.3164')).statusCode).toBe(200);
    expect((await ask(secret, '/api/v1/coverage?lon=0&lat=0')).statusCode).toBe(200);
    expect((await ask(secret, '/api/v1/villages?q=saya&area=al-lith')).statusCode).toBe(200);
    expect(problemCode(await ask(secret, '/api/v1/villages?q=saya'))).toBe('api-key-out-of-scope');
    expect(problemCode(await ask(secret, `${LOOKUP}&area=other`))).toBe('api-key-out-of-scope');
    await service.db
      .updateTable('api_key')
      .set({ areas: ['other'] })
      .where('areas', 'is not', null)
      .execute();
    const point = '/api/v1/coverage?lon=40.4473&lat=20.3164';
    expect(problemCode(await ask(secret, point))).toBe('api-key-out-of-scope');
    const { etag } = (await service.app.inject({ url: point, headers: { cookie: '' } })).headers;
    const known = await ask(secret, point, { 'if-none-match': String(etag) });
    expect([known.statusCode, problemCode(known)]).toEqual([403, 'api-key-out-of-scope']);
    expect(known.headers.etag).not.toBe(etag);
    expect(problemCode(await post({ title: 'X', addresses: ['coverage'], areas: ['atlantis'] }))).toBe(
      'area-not-found',
    );
  });

  test('is taken in the header alone, and by reading addresses alone', async () => {
    const { secret } = await make();
    expect(problemCode(await service.app.inject({ url: `${LOOKUP}&key=${secret}` }))).toBe('request-invalid');
    expect(problemCode(await ask(secret, `${AREA}/plans`))).toBe('api-key-not-taken');
    expect(problemCode(await ask('nitaq_wrong'))).toBe('api-key-unknown');
    const basic = await service.app.inject({ url: LOOKUP, headers: { authorization: `Basic ${secret}` } });
    expect(problemCode(basic)).toBe('api-key-unknown');
  });

  test('is made by the coordinator of the association and nobody else, and not without end', async () => {
    const area = 'al-lith' as AreaId;
    for (const as of [
      { role: 'coordinator', association: 'afaf' as AssociationId },
      { role: 'member', association: 'lith' as AssociationId },
      { role: 'council', association: null },
    ] as const) {
      const cookie = await join(service.app, service.db, area, as);
      const response = await service.app.inject({ url: KEYS, headers: { cookie } });
      expect([as.role, response.statusCode]).toEqual([as.role, 403]);
    }
    for (let number = (await listed()).length; number < 20; number++) {
      const id = `key-${number}`;
      await service.db
        .insertInto('api_key')
        .values({
          area_id: area,
          key_id: id,
          association_id: 'lith',
          title: id,
          secret_digest: number.toString(16).padStart(64, '0'),
          addresses: ['coverage'],
          areas: null,
          created_at: new Date(clock),
        })
        .execute();
    }
    expect(problemCode(await post({ title: 'More', addresses: ['coverage'], areas: null }))).toBe(
      'api-keys-too-many',
    );
  });
});

test('no line of the log has a key, however much is logged', async () => {
  const key = `nitaq_${'s'.repeat(43)}`;
  expect((await ask(key)).statusCode).toBe(401);
  await service.app.inject({ url: `${LOOKUP}&key=${key}` });
  service.app.log.info('heard');
  expect(log).toContain('heard');
  expect(log).not.toContain('sssss');
  for (const secret of made) expect(log).not.toContain(secret);
});

import { type AreaId, type AreaRole, type AssociationId, authorize, type Person } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RouteAction } from '../../src/plugins/rights.ts';
import { asking, join, PEOPLE } from '../support/people.ts';
import { AREA, makeDraft, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const AL_LITH = 'al-lith' as AreaId;
const ROLES: Readonly<Record<string, AreaRole | null>> = {
  'nobody who is signed in': null,
  'the council': { role: 'council', association: null },
  'a coordinator': { role: 'coordinator', association: 'wasqah' as AssociationId },
  'a member': { role: 'member', association: 'wasqah' as AssociationId },
  'an observer': { role: 'observer', association: null },
};

let service: TestService;
let draft: string;
const cookies = new Map<string, string>();

beforeAll(async () => {
  service = await startTestService();
  draft = (await makeDraft(service.app)).id;
  for (const [who, role] of Object.entries(ROLES)) {
    cookies.set(who, role === null ? '' : await join(service.app, service.db, AL_LITH, role));
  }
});
afterAll(() => service.close());

/** An address of a route, about things of the shipped area that exist, but for the association, which is another's. */
function addressOf(url: string): string {
  const names: Record<string, string> = {
    area: 'al-lith',
    plan: draft,
    association: 'lith',
    village: 'saya',
  };
  return url.replace(/:(\w+)/g, (_, name: string) => names[name] ?? 'nothing');
}

const REFUSED = new Set(['sign-in-needed', 'not-allowed', 'second-factor-needed']);

describe.each(Object.entries(ROLES))('as %s', (who, role) => {
  test('every address of the API does what the table of rights says, and refusals change nothing', async () => {
    const cookie = cookies.get(who) ?? '';
    const { person } = (await service.app.inject({ url: '/api/v1/session', headers: { cookie } })).json<{
      person: Person | null;
    }>();
    expect(person?.memberships ?? []).toEqual(role === null ? [] : [{ area: AL_LITH, ...role }]);
    const verdictOf = ({ url, action }: RouteAction) => {
      const named = url.includes(':association') ? { association: 'lith' as AssociationId } : {};
      return authorize(person, action, { area: url.includes(':area') ? AL_LITH : null, ...named });
    };
    const ask = ({ method, url }: RouteAction) =>
      service.app.inject({
        method: method as 'GET',
        url: addressOf(url),
        headers: { cookie, 'if-match': '"999"' },
        ...(method === 'GET' ? {} : { payload: {} }),
      });
    // Signing out would end what is asked here, and a stream never ends.
    const routes = service.app.routeActions.filter(
      ({ method, url }) => !(url.endsWith('/session') && method === 'DELETE') && !url.endsWith('/events'),
    );
    const before = await everything();
    for (const route of routes) {
      const verdict = verdictOf(route);
      if (verdict === 'allowed') continue;
      const response = await ask(route);
      const status = verdict === 'sign-in-needed' ? 401 : 403;
      const asked = `${route.method} ${route.url}`;
      expect([asked, response.statusCode, problemCode(response)]).toEqual([asked, status, verdict]);
    }
    expect(await everything()).toEqual(before);
    for (const route of routes.filter((one) => verdictOf(one) === 'allowed')) {
      const response = await ask(route);
      const code = response.statusCode >= 400 ? problemCode(response) : '';
      expect([route.method, route.url, REFUSED.has(code)]).toEqual([route.method, route.url, false]);
    }
  });

  test('drafts are shown to those with a role alone', async () => {
    const cookie = cookies.get(who) ?? '';
    const get = (path: string) => service.app.inject({ url: `${AREA}${path}`, headers: { cookie } });
    const states = (await get('/plans'))
      .json<{ items: { state: string }[] }>()
      .items.map(({ state }) => state);
    expect(states.includes('draft')).toBe(role !== null);
    for (const part of ['', '/territories', '/territories/lith', '/coverage', '/reasons', '/shared-zones']) {
      expect((await get(`/plans/${draft}${part}`)).statusCode).toBe(role === null ? 401 : 200);
      expect((await get(`/plans/in-force${part}`)).statusCode).toBe(200);
      expect((await get(`/plans/opening-claims${part}`)).statusCode).toBe(200);
    }
    expect((await get('/plans/%00')).statusCode).toBe(role === null ? 401 : 400);
  });
});

/** All that the database holds, as a digest of each table; but when a session was last seen. */
async function everything(): Promise<Record<string, string | null>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = current_schema::regnamespace
      and relname not in ('person_session', 'spatial_ref_sys')
    order by relname`.execute(service.db);
  const held: Record<string, string | null> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string | null }>`
      select md5(string_agg(one::text, ' ' order by one::text)) as digest from ${sql.table(name)} one`.execute(
      service.db,
    );
    held[name] = rows[0]?.digest ?? null;
  }
  expect(Object.keys(held).length).toBeGreaterThan(30);
  return held;
}

describe('signing in', () => {
  const post = (url: string, payload: object, headers: Record<string, string> = { cookie: '' }) =>
    service.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers });

  test('a wrong password and an unknown address are told in the same words', async () => {
    const wrong = await post('/session', { email: 'person-1@example.org', password: 'something else' });
    const unknown = await post('/session', { email: 'nobody@example.org', password: 'something else' });
    expect([wrong.statusCode, problemCode(wrong)]).toEqual([401, 'sign-in-wrong']);
    expect(unknown.body).toBe(wrong.body);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('a session that is ended elsewhere is over at once', async () => {
    const app = await service.startAnother();
    const cookie = await join(app, service.db, AL_LITH, { role: 'observer', association: null });
    asking(app, cookie);
    const { items } = (await app.inject({ url: '/api/v1/account/sessions' })).json<{
      items: { id: string }[];
    }>();
    expect(items).toHaveLength(1);
    await app.inject({ method: 'DELETE', url: `/api/v1/account/sessions/${items[0]?.id}` });
    expect((await app.inject({ url: '/api/v1/account/sessions' })).statusCode).toBe(401);
    await app.close();
  });

  test('a page of another site cannot have its reader write', async () => {
    const response = await service.app.inject({
      method: 'POST',
      url: `${AREA}/plans`,
      payload: { title: 'Theirs' },
      headers: { origin: 'https://elsewhere.example.org' },
    });
    expect([response.statusCode, problemCode(response)]).toEqual([403, 'origin-foreign']);
  });

  test('no link is promised where no e-mail can be sent', async () => {
    const response = await post('/session/links', { email: 'person-1@example.org' });
    expect([response.statusCode, problemCode(response)]).toEqual([409, 'mail-not-set-up']);
  });

  test('a made-up secret opens nothing', async () => {
    const secret = 'A'.repeat(43);
    for (const url of ['/invitations/view', '/invitations/accept', '/session/by-link']) {
      const response = await post(url, { secret });
      expect([url, response.statusCode, problemCode(response)]).toEqual([url, 404, 'link-invalid']);
    }
  });
});

describe('an invitation', () => {
  const invite = (payload: object, cookie: string) =>
    service.app.inject({ method: 'POST', url: `${AREA}/invitations`, payload, headers: { cookie } });
  const accept = (secret: string, email: string) =>
    service.app.inject({
      method: 'POST',
      url: '/api/v1/invitations/accept',
      headers: { cookie: '' },
      payload: { secret, account: { name: 'A', email, password: 'nine camels by the wadi' } },
    });
  const secretOf = (link: string) => link.split('=')[1] ?? '';

  test('is made by a coordinator for their own association, works once, and its secret is stored nowhere', async () => {
    const cookie = cookies.get('a coordinator') ?? '';
    const made = await invite({ role: 'member', association: 'wasqah', email: null }, cookie);
    expect(made.statusCode).toBe(201);
    const { link } = made.json<{ link: string }>();
    expect(link).toMatch(new RegExp(`^${PEOPLE.publicUrl.origin}/#invitation=[\\w-]{43}$`));
    const secret = secretOf(link);
    const stored = await service.db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(secret);
    const answers = await Promise.all([accept(secret, 'one@example.org'), accept(secret, 'two@example.org')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 404]);
    const again = await accept(secret, 'three@example.org');
    expect([again.statusCode, problemCode(again)]).toEqual([404, 'link-invalid']);
  });

  test.each([
    [{ role: 'member', association: 'lith', email: null }, 403, 'not-allowed'],
    [{ role: 'council', association: null, email: null }, 403, 'not-allowed'],
    [{ role: 'member', association: null, email: null }, 422, 'role-association-wrong'],
    [{ role: 'council', association: 'wasqah', email: null }, 422, 'role-association-wrong'],
  ])(
    'is refused to a coordinator of another association or for a role that is not theirs to give: %j',
    async (payload, status, code) => {
      const response = await invite(payload, cookies.get('a coordinator') ?? '');
      expect([response.statusCode, problemCode(response)]).toEqual([status, code]);
    },
  );

  test('of the council needs a second proof', async () => {
    const response = await invite(
      { role: 'observer', association: null, email: null },
      cookies.get('the council') ?? '',
    );
    expect([response.statusCode, problemCode(response)]).toEqual([403, 'second-factor-needed']);
  });
});

import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { workOnMail } from '../../src/mail/mail-worker.ts';
import { createMailer } from '../../src/people/mailer.ts';
import { stateMailSetup } from '../../src/repositories/mail-repository.ts';
import { createCoverageLookup } from '../../src/services/coverage-lookup.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { NOW, negotiationOn } from '../support/negotiation.ts';
import { PEOPLE } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const DAY_MS = 86_400_000;
const TEACHER = 'teacher@example.org';

let post: MailServer;
let service: TestService;
let clock = NOW.getTime();
const now = () => new Date(clock);

beforeAll(async () => {
  post = await startMailServer();
  service = await startTestService({ now, as: null, sendMail: createMailer(post.url, 'nitaq@example.org') });
  await stateMailSetup(service.db, true);
});
afterAll(async () => {
  await service.close();
  await post.close();
});
beforeEach(() => {
  post.received.length = 0;
  failures = [];
});
afterEach(() => expect(failures).toEqual([]));

let failures: unknown[] = [];
/** One of the processes of the service does what is due. */
const work = () =>
  workOnMail(
    {
      db: service.db,
      sendMail: createMailer(post.url, 'nitaq@example.org'),
      publicUrl: PEOPLE.publicUrl,
      now,
      onFailure: (error) => failures.push(error),
    },
    createCoverageLookup(service.db),
  );
let places = 0;
/** Each time from another address of the network, as somebody would who wants to fill a mailbox. */
const ask = (email = TEACHER, village = 'al-barid', language = 'en') =>
  service.app.inject({
    method: 'POST',
    url: `${AREA}/watches`,
    remoteAddress: `192.0.2.${++places}`,
    payload: { village, email, language },
  });
const browse = (method: 'GET' | 'POST', url: string) =>
  service.app.inject({
    method,
    url,
    headers: {
      accept: 'text/html',
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { payload: 'List-Unsubscribe=One-Click' }),
  });
/** The path of the page that an e-mail leads to. */
const pageIn = (text: string | undefined) =>
  /http:\/\/localhost:3000(\/api\/v1\/watches\/[\w-]{43})/.exec(text ?? '')?.[1] ?? '';
const bodyOf = ({ statusCode, body }: LightMyRequestResponse) => {
  expect(statusCode, body).toBe(200);
  return body;
};

/** Watches a village, and resolves to the page of the watch. */
async function watch(email: string): Promise<string> {
  await ask(email);
  await work();
  const page = pageIn(post.received.find(({ to }) => to === email)?.text);
  bodyOf(await browse('POST', `${page}/confirmation`));
  post.received.length = 0;
  return page;
}

describe('watching a village', () => {
  test('begins when the address has said so itself, on a page that looking at changes nothing', async () => {
    expect((await ask(TEACHER, 'al-barid', 'ar')).statusCode).toBe(204);
    await work();
    const [mail, ...more] = post.received;
    expect(more).toEqual([]);
    expect([mail?.to, mail?.subject]).toEqual([TEACHER, expect.stringContaining('أكّد متابعة')]);
    const page = pageIn(mail?.text);
    const asked = bodyOf(await browse('GET', page));
    expect(asked).toContain('dir="rtl"');
    expect((await browse('GET', page)).headers['referrer-policy']).toBe('same-origin');
    expect(asked).toContain(`action="${page}/confirmation"`);
    expect(await service.db.selectFrom('watch').select('confirmed_at').execute()).toEqual([
      { confirmed_at: null },
    ]);
    const confirmed = bodyOf(await browse('POST', `${page}/confirmation`));
    expect(confirmed).toContain(`action="${page}/leaving"`);
    expect(JSON.stringify(await service.db.selectFrom('watch_secret').selectAll().execute())).not.toContain(
      page.split('/').at(-1),
    );
    // Nobody learns whether an address watches already, and nobody can have it flooded.
    expect((await ask()).statusCode).toBe(204);
    for (let i = 0; i < 3; i++) await ask('parent@example.org');
    await work();
    expect(post.received.map(({ to }) => to)).toEqual([TEACHER, 'parent@example.org']);
  });

  test('is asked of an address once a day, whatever villages are asked for, and one link confirms them all', async () => {
    const school = 'pupils@example.org';
    for (const village of ['al-barid', 'al-wasqah', 'al-ghalah', 'al-barid']) await ask(school, village);
    await Promise.all(['al-midrij', 'ghumayqah'].map((village) => ask(school.toUpperCase(), village)));
    await work();
    clock += 3 * 3_600_000;
    await ask(school, 'al-barid');
    await work();
    expect(post.received).toHaveLength(1);
    const page = pageIn(post.received[0]?.text);
    const asked = bodyOf(await browse('GET', page));
    for (const village of ['Al Barid', 'Al Wasqah', 'Al Ghalah', 'Al Midrij', 'Ghumayqah']) {
      expect(asked).toContain(village);
    }
    const confirmed = bodyOf(await browse('POST', `${page}/confirmation`));
    expect(confirmed).toContain('Al Ghalah');
    const watched = await service.db
      .selectFrom('watch')
      .select('village_id')
      .where('email', '=', school)
      .where('confirmed_at', 'is not', null)
      .execute();
    expect(watched).toHaveLength(5);
    // Whoever has answered is asked at once about what comes later.
    await ask(school, 'saya');
    await work();
    expect(post.received).toHaveLength(2);
    expect(bodyOf(await browse('GET', pageIn(post.received[1]?.text)))).not.toContain('Al Barid');
    clock = NOW.getTime();
  });

  test('is asked again on another day, with all that waits, where nobody answered', async () => {
    await ask('slow@example.org', 'al-barid');
    await work();
    clock += 2 * DAY_MS;
    await ask('slow@example.org', 'al-wasqah');
    await work();
    expect(post.received).toHaveLength(2);
    const page = pageIn(post.received[1]?.text);
    expect(bodyOf(await browse('GET', page))).toContain('Al Barid');
    // What was asked for first may be confirmed as long as what was asked for last.
    clock += 6 * DAY_MS;
    await work();
    expect(bodyOf(await browse('POST', `${page}/confirmation`))).toContain('Al Barid');
    clock = NOW.getTime();
  });

  test('waits for an address with no more villages than a school has', async () => {
    const rows = await service.db.selectFrom('village').select('village_id').limit(31).execute();
    for (const { village_id } of rows.slice(0, 30)) {
      expect((await ask('filled@example.org', village_id)).statusCode).toBe(204);
    }
    const refused = await ask('filled@example.org', rows[30]?.village_id ?? '');
    expect([refused.statusCode, problemCode(refused)]).toEqual([429, 'too-many-requests']);
    expect((await ask('filled@example.org', rows[0]?.village_id ?? '')).statusCode).toBe(204);
  });

  test('that is not confirmed within a week is forgotten', async () => {
    await ask('late@example.org');
    await work();
    const page = pageIn(post.received[0]?.text);
    clock += 8 * DAY_MS;
    await work();
    expect((await browse('POST', `${page}/confirmation`)).statusCode).toBe(404);
    expect(problemCode(await service.app.inject(page))).toBe('link-invalid');
    clock = NOW.getTime();
  });

  test('of no village, or with no address, is refused', async () => {
    expect(problemCode(await ask(TEACHER, 'atlantis'))).toBe('village-not-found');
    expect(problemCode(await ask('nobody'))).toBe('request-invalid');
  });

  test('is refused where the service sends no e-mail', async () => {
    const silent = await startTestService({ as: null });
    const payload = { village: 'al-barid', email: TEACHER, language: 'en' };
    const refused = await silent.app.inject({ method: 'POST', url: `${AREA}/watches`, payload });
    expect([refused.statusCode, problemCode(refused)]).toEqual([409, 'watching-needs-mail']);
    await silent.close();
  });

  test('that cannot be looked after holds up no e-mail', async () => {
    await ask('newcomer@example.org');
    await sql`alter table watch rename column asked_at to asked`.execute(service.db);
    await work();
    await sql`alter table watch rename column asked to asked_at`.execute(service.db);
    expect(failures.splice(0)).toHaveLength(1);
    expect(post.received.map(({ to }) => to)).toEqual(['newcomer@example.org']);
  });

  test('tells once of the new association, when the plan comes into force and not before, however long the service was away', async () => {
    const page = await watch('school@example.org');
    const analyser = createAnalyser();
    const negotiation = negotiationOn(service, analyser);
    await negotiation.enact(await negotiation.signedByAll(await negotiation.open('draft-whole')));
    await analyser.close();
    await work();
    expect(post.received).toEqual([]);
    clock += 3 * DAY_MS;
    await Promise.all([work(), work(), work()]);
    const mails = post.received.filter(({ to }) => to === 'school@example.org');
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.text).toMatch(/Served now by .*, whose seat is in /);
    expect(mail?.text).toContain('select=village%3Aal-barid');
    await work();
    expect(post.received.filter(({ to }) => to === 'school@example.org')).toHaveLength(1);

    // One request of the mail program ends it, without cookie or page.
    const leave = /^<http:\/\/localhost:3000(.*)>$/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    bodyOf(await browse('POST', leave));
    bodyOf(await browse('POST', leave));
    expect((await browse('GET', page)).statusCode).toBe(404);
  });
});

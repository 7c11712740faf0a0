import type { OwnReportSchedule, Report } from '@nitaq/core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { buildApp } from '../../src/app.ts';
import { workOnMail } from '../../src/mail/mail-worker.ts';
import { createMailer } from '../../src/people/mailer.ts';
import { stateMailSetup } from '../../src/repositories/mail-repository.ts';
import { createCoverageLookup } from '../../src/services/coverage-lookup.ts';
import { keepReports } from '../../src/services/reports/kept/keep-reports.ts';
import { createReportMaker } from '../../src/services/reports/report-maker.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { LITH } from '../support/negotiation.ts';
import { PEOPLE } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const SUNDAYS = { rule: { kind: 'weekly', weekday: 0 }, language: 'en' };

let post: MailServer;
let service: TestService;
let people: MeetingPeople;
// A Tuesday.
let now = new Date('2026-11-24T09:00:00Z');
let failures: unknown[] = [];
const maker = createReportMaker();

beforeAll(async () => {
  post = await startMailServer();
  const sendMail = createMailer(post.url, 'nitaq@example.org');
  service = await startTestService({ now: () => now, as: null, sendMail });
  people = await meetingPeopleOn(service);
  await stateMailSetup(service.db, true);
  const payload = { round: '2026-11', orphans: 37, widows: 12, families: 57 };
  await people.done(people.send(LITH, 'PUT', 'villages/al-ghalah/need', { payload }), 204);
});
afterAll(async () => {
  await maker.close();
  await service.close();
  await post.close();
});
beforeEach(() => {
  post.received.length = 0;
  failures = [];
});
afterEach(() => expect(failures).toEqual([]));

const onFailure = (error: unknown) => failures.push(error);
/** One of the processes of the service makes the reports that are due. */
async function keep(by = maker): Promise<void> {
  const lookup = createCoverageLookup(service.db);
  await keepReports({ db: service.db, lookup, maker: by, now: () => now, onFailure }, new Map());
  lookup.close();
}
const mail = () =>
  workOnMail(
    {
      db: service.db,
      sendMail: createMailer(post.url, 'nitaq@example.org'),
      publicUrl: PEOPLE.publicUrl,
      now: () => now,
      onFailure,
    },
    createCoverageLookup(service.db),
  );
const schedule = (who: string) => people.done<OwnReportSchedule>(people.send(who, 'GET', 'report-schedule'));
const set = (who: string, payload: object) => people.send(who, 'PUT', 'report-schedule', { payload });
const browse = (url: string, method: 'GET' | 'POST' = 'GET') =>
  service.app.inject({
    method,
    url: new URL(url).pathname + new URL(url).search,
    headers: { accept: 'text/html' },
  });
const linksIn = (text: string) => text.match(/https?:\S+/g) ?? [];

let links: string[] = [];

test('a report comes on its day to who asked for it, once, however many processes there are', async () => {
  const { schedule: own } = await people.done<OwnReportSchedule>(set(LITH, SUNDAYS));
  expect(own).toEqual({ ...SUNDAYS, nextAt: '2026-11-29T03:00:00.000Z', lastAt: null });
  await keep();
  await mail();
  expect(post.received).toEqual([]);
  now = new Date('2026-11-29T03:00:10Z');
  await Promise.all([keep(), keep()]);
  await Promise.all([mail(), mail()]);
  await keep();
  await mail();
  const { email } = (
    await people.done<{ person: { email: string } }>(people.send(LITH, 'GET', '/api/v1/session'))
  ).person;
  expect(post.received.map(({ to, subject }) => [to, subject])).toEqual([
    [email, 'Nitaq: coverage report, Al Lith Governorate'],
  ]);
  expect((await schedule(LITH)).schedule).toMatchObject({
    nextAt: '2026-12-06T03:00:00.000Z',
    lastAt: now.toISOString(),
  });
  links = linksIn(post.received[0]?.text ?? '');
  expect(links).toHaveLength(3);
});

test('its link opens the report without signing in, on a page and on paper, and tells no need', async () => {
  const [page = '', paper = ''] = links;
  const read = await browse(page);
  expect([read.statusCode, read.headers['referrer-policy'], read.headers['cache-control']]).toEqual([
    200,
    'no-referrer',
    'private, no-store',
  ]);
  expect(read.body).toContain('Coverage report');
  expect(read.body).not.toContain('Widows');
  expect((await browse(`${page}?lang=ar`)).body).toContain('تقرير التغطية');
  const printed = await browse(paper);
  expect([printed.statusCode, printed.rawPayload.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
  // It says what it said then.
  const { body } = read;
  now = new Date('2026-11-30T03:00:00Z');
  expect((await browse(page)).body).toBe(body);
});

test('of a secret nothing but its digest is stored, and a report that came is no kept one', async () => {
  const secret = links[0]?.split('/').at(-1) ?? '';
  const stored = await service.db.selectFrom('report_link').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(secret);
  const { items } = (await service.app.inject({ url: `${AREA}/reports` })).json<{
    items: { kind: string }[];
  }>();
  expect(items.map(({ kind }) => kind)).toEqual(['enactment']);
});

test('the next says what changed since the last', async () => {
  now = new Date('2026-12-20T03:00:10Z');
  await keep();
  await mail();
  // The service was off for two of them.
  expect(post.received).toHaveLength(1);
  const rows = await service.db.selectFrom('mailed_report').select('model').orderBy('made_at').execute();
  const model: unknown = rows.at(-1)?.model;
  const { report } = (typeof model === 'string' ? JSON.parse(model) : model) as { report: Report };
  expect([report.progress?.since, report.knowledge]).toEqual(['2026-11-29T03:00:10.000Z', 'public']);
});

test('after fourteen days a link says that it has expired, in the language of its reader', async () => {
  const [page = ''] = links;
  const read = await browse(page);
  expect([read.statusCode, read.body.includes('This link has expired')]).toEqual([410, true]);
  expect((await browse(`${page}?lang=ar`)).body).toContain('انتهت مدة هذا الرابط');
  const program = await service.app.inject({ url: new URL(page).pathname });
  expect([program.statusCode, problemCode(program)]).toEqual([410, 'report-link-expired']);
  await keep();
  expect((await browse(page)).statusCode).toBe(410);
  const rows = await service.db.selectFrom('mailed_report').select('model').orderBy('made_at').execute();
  expect(rows.map(({ model }) => model === null)).toEqual([true, false]);
  const unknown = await browse(`${page.slice(0, -3)}abc`);
  expect([unknown.statusCode, unknown.body.includes('This link is not known')]).toEqual([404, true]);
});

test('a link of the e-mail stops it, after a question or with one click', async () => {
  const stop = links[2] ?? '';
  const question = await browse(stop);
  expect(question.body).toContain('Do you want no more coverage reports');
  expect((await schedule(LITH)).schedule).not.toBeNull();
  const stopped = await browse(`${stop}/stopping`, 'POST');
  expect([stopped.statusCode, stopped.body.includes('no more e-mail comes')]).toEqual([200, true]);
  expect((await schedule(LITH)).schedule).toBeNull();
  now = new Date('2026-12-27T03:00:10Z');
  await keep();
  await mail();
  expect(post.received).toEqual([]);
});

test('a link that stops nothing says so, and what was begun since goes on', async () => {
  const stop = links[2] ?? '';
  await people.done(set(LITH, SUNDAYS));
  for (const link of [stop, stop.slice(0, -3)]) {
    const shown = await browse(link);
    const posted = await browse(`${link}/stopping`, 'POST');
    expect([shown.statusCode, posted.statusCode]).toEqual([404, 200]);
    for (const { body } of [shown, posted]) {
      expect(body).toContain('This link stops nothing any more');
      expect(body).not.toMatch(/no more e-mail comes|<form/);
    }
  }
  const program = await service.app.inject({ url: new URL(stop).pathname });
  expect([program.statusCode, problemCode(program)]).toEqual([404, 'link-invalid']);
  expect((await schedule(LITH)).schedule).not.toBeNull();
  await people.done(people.send(LITH, 'DELETE', 'report-schedule'), 204);
});

test('one stops it oneself, and a mail that waits is not sent', async () => {
  await people.done(
    set('council', { rule: { kind: 'monthly', calendar: 'umalqura', day: 1 }, language: 'ar' }),
  );
  expect((await schedule(LITH)).schedule).toBeNull();
  now = new Date((await schedule('council')).schedule?.nextAt ?? '');
  await keep();
  await people.done(people.send('council', 'DELETE', 'report-schedule'), 204);
  await mail();
  expect(post.received).toEqual([]);
});

test('what comes to several people is made once, and each has a link of their own', async () => {
  const first = { ...SUNDAYS, language: 'ar' };
  for (const [who, terms] of [
    [LITH, SUNDAYS],
    ['council', first],
    ['secretary', SUNDAYS],
  ] as const)
    await people.done(set(who, terms));
  now = new Date((await schedule(LITH)).schedule?.nextAt ?? '');
  let made = 0;
  const counting: typeof maker = {
    ...maker,
    make: (...asked) => {
      made++;
      return maker.make(...asked);
    },
  };
  await keep(counting);
  expect(made).toBe(1);
  await mail();
  const opened = post.received.map(({ text }) => linksIn(text)[0] ?? '');
  expect(new Set(opened).size).toBe(3);
  const read = await Promise.all(opened.map(async (link) => (await browse(`${link}?lang=en`)).body));
  expect(new Set(read).size).toBe(1);
  const rows = await service.db
    .selectFrom('mailed_report')
    .select('language')
    .where('made_at', '=', now)
    .orderBy('language')
    .execute();
  expect(rows).toEqual([{ language: 'ar' }, { language: 'en' }]);
  for (const who of [LITH, 'council', 'secretary'])
    await people.done(people.send(who, 'DELETE', 'report-schedule'), 204);
});

test('a report before a meeting does not wait for all that are mailed', async () => {
  await people.done(set(LITH, SUNDAYS));
  now = new Date((await schedule(LITH)).schedule?.nextAt ?? '');
  await keep();
  // One of them compares with the last, and the other with nothing.
  await people.done(set('council', SUNDAYS));
  now = new Date((await schedule(LITH)).schedule?.nextAt ?? '');
  const made: string[] = [];
  await keep({
    ...maker,
    make: async (...asked) => {
      if (made.length === 0) await people.plan(new Date(now.getTime() + 3_600_000).toISOString());
      const drawn = await maker.make(...asked);
      made.push(drawn.report.knowledge);
      return drawn;
    },
  });
  expect(made).toEqual(['public', 'shared', 'public']);
  for (const who of [LITH, 'council']) await people.done(people.send(who, 'DELETE', 'report-schedule'), 204);
});

test('it ends with the role of whose it is', async () => {
  await people.done(set(LITH, SUNDAYS));
  const person = people.idOf(LITH);
  await people.done(people.send('council', 'DELETE', `people/${person}`), 204);
  expect(await service.db.selectFrom('report_schedule').selectAll().execute()).toEqual([]);
  now = new Date('2027-03-07T03:00:10Z');
  await keep();
  await mail();
  expect(post.received).toEqual([]);
});

test.each([
  ['nobody', 'sign-in-needed'],
  ['member', 'not-allowed'],
  ['observer', 'not-allowed'],
])('%s has none', async (who, code) => {
  expect(problemCode(await set(who, SUNDAYS))).toBe(code);
});

test('where the service sends no e-mail it is refused', async () => {
  const analyser = createAnalyser();
  const silent = await buildApp({
    ...{ db: service.db, notifications: service.notifications, analyser, people: PEOPLE },
    logger: { level: 'fatal' },
    now: () => now,
  });
  const asked = { url: `${AREA}/report-schedule`, headers: { cookie: people.cookieOf('council') } };
  const refused = await silent.inject({ ...asked, method: 'PUT', payload: SUNDAYS });
  const told = await silent.inject(asked);
  await silent.close();
  await analyser.close();
  expect(problemCode(refused)).toBe('report-schedule-needs-mail');
  expect(told.json()).toEqual({ schedule: null, sendsMail: false });
});

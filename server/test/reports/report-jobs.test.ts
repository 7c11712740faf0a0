import type { Report, ReportJob, ReportStep } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createCoverageLookup } from '../../src/services/coverage-lookup.ts';
import { startReportJobs } from '../../src/services/reports/jobs/job-worker.ts';
import { workOnReportJobs } from '../../src/services/reports/jobs/work-on-jobs.ts';
import { createReportMaker } from '../../src/services/reports/report-maker.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { LITH } from '../support/negotiation.ts';
import { PEOPLE } from '../support/people.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');
const maker = createReportMaker();
const failures: unknown[] = [];

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(async () => {
  await maker.close();
  await service.close();
  expect(failures).toEqual([]);
});

const workWith = (lookup: ReturnType<typeof createCoverageLookup>) => ({
  ...{ db: service.db, lookup, maker, publicUrl: PEOPLE.publicUrl, now: () => now },
  onFailure: (error: unknown) => failures.push(error),
});
/** One of the processes of the service makes what is waited for. */
async function work(isStopped?: () => boolean): Promise<void> {
  const lookup = createCoverageLookup(service.db);
  await workOnReportJobs(workWith(lookup), isStopped);
  lookup.close();
}
const ask = (who: string, payload: object, key?: string) =>
  people.send(who, 'POST', 'report-jobs', { payload, ...(key && { headers: { 'idempotency-key': key } }) });
const asked = (who: string, payload: object, key?: string) =>
  people.done<ReportJob>(ask(who, payload, key), 202);
const jobOf = (who: string, { id }: ReportJob) =>
  people.done<ReportJob>(people.send(who, 'GET', `report-jobs/${id}`));
const fileOf = (who: string, { id }: ReportJob) => people.send(who, 'GET', `report-jobs/${id}/file`);
const JSON_NOW = { format: 'json', language: 'en' } as const;

test('a report is made in the background, and is the one that is asked for at once', async () => {
  const job = await asked(LITH, { ...JSON_NOW, plan: 'opening-claims' });
  expect(job).toMatchObject({ state: 'waiting', step: null, problem: null, plan: 'opening-claims' });
  expect(problemCode(await fileOf(LITH, job))).toBe('report-job-not-ready');
  await Promise.all([work(), work()]);
  expect(await jobOf(LITH, job)).toMatchObject({ state: 'ready', step: null });
  const made = await people.done<Report>(fileOf(LITH, job));
  const direct = await people.done<Report>(people.send(LITH, 'GET', 'reports/coverage?plan=opening-claims'));
  expect(made).toEqual(direct);
  expect(made.knowledge).toBe('own');
});

test('it says what is being done: reading, figures, each map, and writing', async () => {
  const job = await asked(LITH, { format: 'html', language: 'ar' });
  const steps: ReportStep[] = [];
  await sql`create table step_seen (number serial, step jsonb)`.execute(service.db);
  await sql`create function see_step() returns trigger language plpgsql as $$
    begin insert into step_seen (step) values (new.step); return new; end $$`.execute(service.db);
  await sql`create trigger see_step after update of step on report_job for each row
    when (new.step is not null) execute function see_step()`.execute(service.db);
  onTestFinished(async () => {
    await sql`drop trigger see_step on report_job`.execute(service.db);
    await sql`drop table step_seen`.execute(service.db);
  });
  await work();
  const { rows } = await sql<{ step: ReportStep }>`select step from step_seen order by number`.execute(
    service.db,
  );
  steps.push(...rows.map(({ step }) => step));
  const maps = Array.from({ length: 5 }, (_, done) => ({ name: 'maps', done, of: 5 }));
  expect(steps).toEqual([{ name: 'reading' }, { name: 'numbers' }, ...maps, { name: 'writing' }]);
  const page = await fileOf(LITH, job);
  expect([page.statusCode, page.headers['content-type'], page.body.includes('تقرير التغطية')]).toEqual([
    200,
    'text/html; charset=utf-8',
    true,
  ]);
});

test('what somebody had made is for them alone', async () => {
  const job = await asked(LITH, JSON_NOW);
  await work();
  for (const who of ['council', 'member']) {
    expect(problemCode(await fileOf(who, job))).toBe('report-job-not-found');
    expect(problemCode(await people.send(who, 'GET', `report-jobs/${job.id}`))).toBe('report-job-not-found');
    const { items } = await people.done<{ items: ReportJob[] }>(people.send(who, 'GET', 'report-jobs'));
    expect(items).toEqual([]);
  }
  expect(problemCode(await ask('nobody', JSON_NOW))).toBe('sign-in-needed');
});

test('one that cannot be made says why, in the language of whoever asks', async () => {
  const job = await asked(LITH, { ...JSON_NOW, at: '2026-11-10', since: '2026-11-20' });
  await work();
  const read = (language: string) =>
    people.done<ReportJob>(
      people.send(LITH, 'GET', `report-jobs/${job.id}`, { headers: { 'accept-language': language } }),
    );
  expect(await read('en')).toMatchObject({
    state: 'failed',
    problem: { type: 'report-since-too-late', detail: expect.stringContaining('2026-11-10') },
  });
  expect((await read('ar')).problem?.title).toMatch(/[\u0600-\u06ff]/);
});

test('asked twice with one key it is made once', async () => {
  const [one, other] = await Promise.all([asked(LITH, JSON_NOW, 'k'), asked(LITH, JSON_NOW, 'k')]);
  expect(other.id).toBe(one.id);
  expect(problemCode(await ask(LITH, { ...JSON_NOW, language: 'ar' }, 'k'))).toBe('idempotency-key-reused');
  await work();
});

test('what is left half made is made when the service starts again', async () => {
  const stopped = await asked(LITH, JSON_NOW);
  let asks = 0;
  const closing = createReportMaker();
  await closing.close();
  const lookup = createCoverageLookup(service.db);
  // The thread is gone while the report is made.
  await workOnReportJobs({ ...workWith(lookup), maker: closing }, () => asks++ > 0);
  lookup.close();
  expect(await jobOf(LITH, stopped)).toMatchObject({ state: 'waiting', step: null });
  // A process that died says nothing any more: its hold on the report ends by itself.
  await sql`update report_job set state = 'working', attempts = 1, leased_until = ${new Date(now.getTime() + 60_000)}
    where job_id = ${stopped.id}`.execute(service.db);
  await work();
  expect((await jobOf(LITH, stopped)).state).toBe('working');
  now = new Date(now.getTime() + 61_000);
  await work();
  expect((await jobOf(LITH, stopped)).state).toBe('ready');
});

test.each([
  ['stopped', true],
  ['without room', false],
])('a service that is %s time and again does not use up the attempts of a report', async (_, isStopping) => {
  const job = await asked(LITH, JSON_NOW);
  const closed = createReportMaker();
  await closed.close();
  const lookup = createCoverageLookup(service.db);
  const refused: unknown[] = [];
  const onFailure = (error: unknown) => refused.push(error);
  for (let time = 0; time < 5; time += 1) {
    let asks = 0;
    const isStopped = () => isStopping && asks++ > 0;
    await workOnReportJobs({ ...workWith(lookup), maker: closed, onFailure }, isStopped);
    expect((await jobOf(LITH, job)).state).toBe('waiting');
    now = new Date(now.getTime() + 61_000);
  }
  lookup.close();
  expect(refused).toHaveLength(isStopping ? 0 : 5);
  await work();
  expect((await jobOf(LITH, job)).state).toBe('ready');
});

test.each(['made', 'refused'])(
  'what a process %s that no longer holds a report counts for nothing',
  async (then) => {
    const since = then === 'refused' ? { at: '2026-11-10', since: '2026-11-20' } : {};
    const job = await asked(LITH, { ...JSON_NOW, ...since });
    // Another process takes the report as soon as this one has begun it.
    await sql`create function take_job() returns trigger language plpgsql as $$
    begin new.attempts := new.attempts + 1; return new; end $$`.execute(service.db);
    await sql`create trigger take_job before update of step on report_job for each row
    when (new.step is not null and new.attempts = 1) execute function take_job()`.execute(service.db);
    await work();
    await sql`drop trigger take_job on report_job`.execute(service.db);
    await sql`drop function take_job`.execute(service.db);
    expect(await jobOf(LITH, job)).toMatchObject({ state: 'working', problem: null });
    now = new Date(now.getTime() + 61_000);
    await work();
    expect((await jobOf(LITH, job)).state).toBe(then === 'refused' ? 'failed' : 'ready');
  },
);

test('a worker that is told makes it without being asked again', async () => {
  const stop = startReportJobs({
    ...{ db: service.db, maker, notifications: service.notifications, publicUrl: PEOPLE.publicUrl },
    now: () => now,
    onFailure: (error) => failures.push(error),
  });
  onTestFinished(stop);
  const job = await asked(LITH, JSON_NOW);
  let { state } = job;
  while (state === 'waiting' || state === 'working') ({ state } = await jobOf(LITH, job));
  expect(state).toBe('ready');
});

test('of one person the ten newest are kept, for a day, and as long as their role', async () => {
  for (let at = 0; at < 12; at += 1) {
    now = new Date(now.getTime() + 1000);
    await asked('observer', { ...JSON_NOW, language: at === 0 ? 'ar' : 'en' });
  }
  const listed = async (who: string) =>
    (await people.done<{ items: ReportJob[] }>(people.send(who, 'GET', 'report-jobs'))).items;
  expect((await listed('observer')).map(({ language }) => language)).toEqual(Array(10).fill('en'));
  await people.done(people.send('council', 'DELETE', `people/${people.idOf('observer')}`), 204);
  const rows = await service.db
    .selectFrom('report_job')
    .select('job_id')
    .where('person_id', '=', people.idOf('observer'))
    .execute();
  expect(rows).toEqual([]);
  now = new Date(now.getTime() + 25 * 3_600_000);
  await work();
  expect(await listed(LITH)).toEqual([]);
});

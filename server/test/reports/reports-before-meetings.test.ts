import type { KeptReport, Report } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCoverageLookup } from '../../src/services/coverage-lookup.ts';
import { keepReports } from '../../src/services/reports/kept/keep-reports.ts';
import { createReportMaker } from '../../src/services/reports/report-maker.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');
const maker = createReportMaker();

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(async () => {
  await maker.close();
  await service.close();
});

/** What the service does every half a minute. */
async function keep(): Promise<void> {
  const lookup = createCoverageLookup(service.db);
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  await keepReports({ db: service.db, lookup, maker, now: () => now, onFailure }, new Map());
  lookup.close();
  expect(failures).toEqual([]);
}

const listed = async (who: string) =>
  (await people.done<{ items: KeptReport[] }>(people.send(who, 'GET', 'reports'))).items;
const ofMeetings = async (who = 'observer') => (await listed(who)).filter(({ kind }) => kind === 'meeting');

test('a day before a planned meeting its report is made once, and its page leads there', async () => {
  const meeting = await people.plan('2026-12-06T07:00:00Z');
  now = new Date('2026-12-05T06:59:30Z');
  await keep();
  expect(await ofMeetings()).toEqual([]);
  expect((await people.room(meeting.id)).report).toBeNull();
  now = new Date('2026-12-05T07:00:10Z');
  await keep();
  await Promise.all([keep(), keep()]);
  const kept = await ofMeetings();
  expect(kept).toMatchObject([
    {
      meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt },
      at: '2026-12-05T07:00:00.000Z',
      since: null,
      plan: { id: 'opening-claims' },
    },
  ]);
  expect((await people.room(meeting.id, 'member')).report).toBe(kept[0]?.id);
  // Moved, it keeps the one it has.
  const { version } = (await people.room(meeting.id)).meeting;
  const moved = { startsAt: '2026-12-07T07:00:00Z' };
  await people.done(people.write('council', 'PATCH', `meetings/${meeting.id}`, moved, version));
  now = new Date('2026-12-06T07:00:10Z');
  await keep();
  expect((await ofMeetings()).map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
});

test('it tells what changed since the meeting before', async () => {
  const [first] = await ofMeetings();
  const meeting = first?.kind === 'meeting' ? first.meeting.id : '';
  now = new Date('2026-12-07T07:00:00Z');
  await people.step(meeting, 'open');
  now = new Date('2026-12-07T08:00:00Z');
  await people.step(meeting, 'close');
  const next = await people.plan('2027-02-07T07:00:00Z');
  // The service was off when it was due.
  now = new Date('2027-02-06T20:00:00Z');
  await keep();
  const [report] = await ofMeetings();
  expect(report).toMatchObject({
    meeting: { id: next.id },
    at: '2027-02-06T07:00:00.000Z',
    since: '2026-12-07T08:00:00.000Z',
    madeAt: '2027-02-06T20:00:00.000Z',
  });
  const told = await people.done<Report>(people.send('lith', 'GET', `reports/${report?.id}`));
  expect([told.knowledge, told.progress !== null]).toEqual(['shared', true]);
});

test('the public is told of none', async () => {
  const [report] = await ofMeetings();
  expect(await ofMeetings('nobody')).toEqual([]);
  expect((await people.send('nobody', 'GET', `reports/${report?.id}`)).statusCode).toBe(404);
});

test('a meeting that was cancelled, or is past, has none', async () => {
  const cancelled = await people.plan('2027-02-20T07:00:00Z');
  await people.step(cancelled.id, 'cancel', { reason: 'سيول' });
  const past = await people.plan('2027-02-21T07:00:00Z');
  now = new Date('2027-02-19T08:00:00Z');
  await keep();
  now = new Date('2027-02-21T08:00:00Z');
  await keep();
  expect((await people.room(past.id)).report).toBeNull();
  expect(await ofMeetings()).toHaveLength(2);
});

import type { Meeting, MeetingSeries, NoticePage } from '@nitaq/core';
import ical from 'node-ical';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deliverMail } from '../../src/mail/deliver-mail.ts';
import type { Mail } from '../../src/people/mailer.ts';
import { stateMailSetup } from '../../src/repositories/mail-repository.ts';
import { keepPlanned } from '../../src/services/meetings/keep-planned.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { PEOPLE } from '../support/people.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
const START = new Date('2026-11-25T09:00:00Z');
let now = START;
const sent: Mail[] = [];
const sendMail = async (mail: Mail) => void sent.push(mail);

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null, sendMail });
  await stateMailSetup(service.db, true);
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());
beforeEach(() => {
  now = START;
  sent.length = 0;
});

/** A meeting on the first Sunday of every month, from December on. */
const begin = () =>
  people.done<MeetingSeries>(
    people.write('council', 'POST', 'meeting-series', {
      title: 'الاجتماع الدوري',
      rule: { kind: 'month-weekday', every: 1, calendar: 'gregory', weekday: 0, week: 1 },
      startsOn: '2026-12-01',
      time: '10:00',
      durationMinutes: 90,
      place: 'الليث',
    }),
    201,
  );
const change = ({ id, version }: MeetingSeries, edit: object) =>
  people.done<MeetingSeries>(people.write('council', 'PATCH', `meeting-series/${id}`, edit, version));
const meetingsOf = async ({ id }: MeetingSeries) =>
  (await people.done<{ items: Meeting[] }>(people.send('lith', 'GET', 'meetings'))).items
    .filter(({ series }) => series === id)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
const instants = async (series: MeetingSeries) =>
  (await meetingsOf(series)).map(({ startsAt }) => startsAt.slice(0, 16));
const kinds = async (who: string) =>
  (await people.done<NoticePage>(people.send(who, 'GET', '/api/v1/notices'))).items.map(
    ({ content }) => content.kind,
  );

test('meetings go along with their series, and stay the same meetings', async () => {
  const series = await begin();
  const before = await meetingsOf(series);
  const about = { kind: 'village', village: 'al-ghalah' };
  await people.write('lith', 'POST', `meetings/${before[0]?.id}/agenda`, { about, title: 'بئر الغالة' });
  const changed = await change(series, {
    rule: { kind: 'month-weekday', every: 2, calendar: 'gregory', weekday: 1, week: 2 },
    time: '16:30',
    place: 'غميقة',
    title: 'اجتماع القادة',
  });
  expect(changed).toMatchObject({ time: '16:30', place: 'غميقة', version: 2 });
  const after = await meetingsOf(series);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ startsAt }) => startsAt.slice(0, 16))).toEqual(
    ['2026-12-14', '2027-02-08', '2027-04-12', '2027-06-14', '2027-08-09', '2027-10-11'].map(
      (day) => `${day}T13:30`,
    ),
  );
  for (const { title, place, follows, movedFrom } of after) {
    expect([title.ar, place, follows, movedFrom]).toEqual(['اجتماع القادة', 'غميقة', true, null]);
  }
  const { agenda } = await people.room(after[0]?.id ?? '');
  expect(agenda.map(({ title }) => title.ar)).toContain('بئر الغالة');
});

test('days change places among the meetings in their order', async () => {
  const series = await begin();
  const ids = (await meetingsOf(series)).map(({ id }) => id);
  // From January on: each gets the day of the next.
  await change(series, { startsOn: '2027-01-01' });
  const after = await meetingsOf(series);
  expect(after.map(({ id }) => id)).toEqual(ids);
  expect(after.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
    '2027-01-03',
    '2027-02-07',
    '2027-03-07',
    '2027-04-04',
    '2027-05-02',
    '2027-06-06',
  ]);
});

test('what was moved by hand, convened or cancelled stays as it is, and its day gets no other', async () => {
  const series = await begin();
  const [first, second, third, ...rest] = await meetingsOf(series);
  const convened = await people.done<Meeting>(
    people.write('council', 'POST', `meetings/${first?.id}/invitations`, {}, first?.version),
  );
  expect(convened.follows).toBe(false);
  const moved = await people.done<Meeting>(
    people.write('council', 'PATCH', `meetings/${second?.id}`, { startsAt: '2027-01-05T07:00:00Z' }, 1),
  );
  expect(moved.follows).toBe(false);
  await people.step(third?.id ?? '', 'cancel', { reason: 'رمضان' });
  await change(series, { time: '12:00' });
  const after = await instants(series);
  expect(after).toEqual([
    '2026-12-06T07:00',
    '2027-01-05T07:00',
    '2027-02-07T07:00',
    ...rest.map(({ startsAt }) => `${startsAt.slice(0, 10)}T09:00`),
    // In place of the one that was cancelled.
    '2027-06-06T09:00',
  ]);
  now = new Date('2027-01-06T09:00:00Z');
  await keepPlanned(service.db, now);
  expect((await instants(series)).slice(-2)).toEqual(['2027-07-04T09:00', '2027-08-01T09:00']);
});

test('across the Hijri year a series goes over from one calendar to the other and back', async () => {
  const series = await begin();
  const hijri = await change(series, {
    rule: { kind: 'month-day', every: 1, calendar: 'umalqura', day: 1 },
    startsOn: '2027-05-01',
  });
  // Dhu al-Hijjah 1448 and Muharram 1449.
  expect((await instants(series)).slice(0, 2)).toEqual(['2027-05-07T07:00', '2027-06-06T07:00']);
  await change(hijri, {
    rule: { kind: 'month-weekday', every: 1, calendar: 'gregory', weekday: 0, week: 1 },
    startsOn: '2026-12-01',
  });
  expect((await instants(series)).slice(0, 2)).toEqual(['2026-12-06T07:00', '2027-01-03T07:00']);
});

test('calendars move the events, everybody is told, and the record knows', async () => {
  const series = await begin();
  const made = await people.done<{ address: string }>(people.send('lith', 'POST', 'calendar'), 201);
  const { pathname, search } = new URL(made.address);
  const events = async () => {
    const { body } = await service.app.inject({ url: `${pathname}${search}`, headers: { cookie: '' } });
    return Object.values(ical.sync.parseICS(body)).flatMap((part) => (part?.type === 'VEVENT' ? [part] : []));
  };
  const ids = (await meetingsOf(series)).map(({ id }) => String(id));
  const own = async () => (await events()).filter(({ uid }) => ids.some((id) => uid.startsWith(id)));
  const before = await own();
  expect(before).toHaveLength(6);
  await change(series, { time: '18:00' });
  for (const event of await own()) {
    const earlier = before.find(({ uid }) => uid === event.uid);
    expect(event.start.toISOString().slice(11, 16)).toBe('15:00');
    expect(Number(event.sequence)).toBeGreaterThan(Number(earlier?.sequence));
  }
  expect(await kinds('afaf')).toContain('series-changed');
  expect(await kinds('observer')).not.toContain('series-changed');
  // The e-mail of the next morning.
  now = new Date('2026-11-26T05:00:00Z');
  const onFailure = (error: unknown) => {
    throw error;
  };
  await deliverMail({ db: service.db, sendMail, publicUrl: PEOPLE.publicUrl, now: () => now, onFailure });
  expect(sent.some(({ text }) => text.includes('تغيّر الاجتماع الدوري'))).toBe(true);
  const record = await people.done<{ items: { act: string; data: { meetings?: string[] } }[] }>(
    people.send('council', 'GET', 'record'),
  );
  const entry = record.items.find(({ act }) => act === 'series-changed');
  expect(entry?.data.meetings).toEqual(ids);
});

test('a series is changed on the version that was read, by the council, and not once it has ended', async () => {
  const series = await begin();
  const edit = { time: '11:00' };
  const ask = (who: string, version: number) =>
    people.write(who, 'PATCH', `meeting-series/${series.id}`, edit, version);
  expect(problemCode(await ask('lith', 1))).toBe('not-allowed');
  expect(problemCode(await ask('council', 9))).toBe('changed-since');
  const { version } = await change(series, edit);
  await people.done(
    people.send('council', 'POST', `meeting-series/${series.id}/end`, {
      headers: { 'if-match': `"${version}"` },
    }),
  );
  expect(await instants(series)).toHaveLength(6);
  expect(problemCode(await ask('council', version + 1))).toBe('series-has-ended');
});

test('a series ends with what is still to come of it, and whoever was invited is told', async () => {
  const series = await begin();
  const [first] = await meetingsOf(series);
  await people.done(people.write('council', 'POST', `meetings/${first?.id}/invitations`, {}, 1));
  const ended = await people.done<MeetingSeries>(
    people.write(
      'council',
      'POST',
      `meeting-series/${series.id}/end`,
      { cancel: { reason: 'نجتمع شهريًا' } },
      1,
    ),
  );
  expect(ended.ended).toBe(true);
  for (const meeting of await meetingsOf(series)) {
    expect(meeting).toMatchObject({ state: 'cancelled', reason: 'نجتمع شهريًا' });
  }
  const told = await kinds('afaf');
  for (const kind of ['meeting-convened', 'meeting-cancelled', 'series-ended']) expect(told).toContain(kind);
});

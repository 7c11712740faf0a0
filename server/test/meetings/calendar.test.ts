import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Meeting } from '@nitaq/core';
import { sql } from 'kysely';
import ical from 'node-ical';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverMail } from '../../src/mail/deliver-mail.ts';
import type { Mail } from '../../src/people/mailer.ts';
import { stateMailSetup } from '../../src/repositories/mail-repository.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { PEOPLE } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const KHAL: string = 'khal';
const hasKhal = spawnSync(KHAL, ['--version']).status === 0;

let service: TestService;
let people: MeetingPeople;
/** Of a series across Muharram 1449, which begins on 6 June 2027. */
let planned: Meeting[];
const now = () => new Date('2026-11-28T09:00:00Z');
const sent: Mail[] = [];
const sendMail = async (mail: Mail) => void sent.push(mail);

beforeAll(async () => {
  service = await startTestService({ now, as: null, sendMail });
  await stateMailSetup(service.db, true);
  people = await meetingPeopleOn(service);
  await people.done(
    people.write('council', 'POST', 'meeting-series', {
      title: { ar: 'الاجتماع الدوري', en: 'Regular meeting' },
      rule: { kind: 'month-day', every: 1, calendar: 'umalqura', day: 1 },
      startsOn: '2027-05-01',
      time: '10:00',
      durationMinutes: 90,
      place: 'مقر المجلس، الليث',
    }),
    201,
  );
  const { items } = await people.done<{ items: Meeting[] }>(people.send('council', 'GET', 'meetings'));
  planned = items.toReversed();
});
afterAll(() => service.close());
beforeEach(() => {
  sent.length = 0;
});

const deliver = () =>
  deliverMail({
    db: service.db,
    sendMail,
    publicUrl: PEOPLE.publicUrl,
    now,
    onFailure: (error) => {
      throw error;
    },
  });

/** The feed that somebody follows, as a calendar program gets it. */
async function feedOf(who: string): Promise<{ url: string; text: () => Promise<string> }> {
  const made = await people.done<{ address: string }>(people.send(who, 'POST', 'calendar'), 201);
  const { pathname, search } = new URL(made.address);
  const url = `${pathname}${search}`;
  return {
    url,
    async text() {
      const response = await service.app.inject({ url, headers: { cookie: '' } });
      expect(response.statusCode, response.body).toBe(200);
      expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
      return response.body;
    },
  };
}

/** The events of a calendar, as a library reads them. */
function eventsIn(text: string) {
  return Object.values(ical.sync.parseICS(text)).flatMap((part) =>
    part?.type === 'VEVENT'
      ? [
          {
            start: part.start.toISOString(),
            end: part.end?.toISOString(),
            summary: String(part.summary),
            part,
          },
        ]
      : [],
  );
}

describe('the feed', () => {
  test('is read by a library with the instants of the meetings, across the Hijri year', async () => {
    const feed = await feedOf('lith');
    const events = eventsIn(await feed.text());
    expect(events.map(({ start }) => start)).toEqual(planned.map(({ startsAt }) => startsAt));
    const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone: 'Asia/Riyadh',
      day: 'numeric',
      month: 'numeric',
    });
    const months = events.map(({ start }) => hijri.format(new Date(start)));
    expect(months.map((text) => text.replace(/ AH$/, ''))).toEqual([
      '12/1',
      '1/1',
      '2/1',
      '3/1',
      '4/1',
      '5/1',
    ]);
    for (const { start, end, summary, part } of events) {
      expect(start).toMatch(/T07:00:00\.000Z$/);
      expect(Date.parse(end ?? '') - Date.parse(start)).toBe(90 * 60_000);
      expect(summary).toBe('الاجتماع الدوري');
      expect(part.location).toBe('مقر المجلس، الليث');
    }
  });

  test('moves an event that is moved, and says what is cancelled', async () => {
    const feed = await feedOf('member');
    const [, second, third] = planned as [Meeting, Meeting, Meeting];
    const before = eventsIn(await feed.text()).find(({ start }) => start === second.startsAt);
    const moved = { startsAt: '2027-06-08T07:30:00Z' };
    await people.done(people.write('council', 'PATCH', `meetings/${second.id}`, moved, second.version));
    await people.step(third.id, 'cancel', { reason: 'العيد' });
    const events = eventsIn(await feed.text());
    const after = events.find(({ part }) => part.uid === before?.part.uid);
    expect(after?.start).toBe('2027-06-08T07:30:00.000Z');
    expect(Number(after?.part.sequence)).toBeGreaterThan(Number(before?.part.sequence));
    expect(events.find(({ start }) => start === third.startsAt)?.part.status).toBe('CANCELLED');
    // Another one is planned in its place.
    expect(events).toHaveLength(7);
  });

  test('is nobody’s without the secret, and no more when another was made or the role has ended', async () => {
    const get = (url: string) => service.app.inject({ url, headers: { cookie: '' } });
    expect((await get(`${AREA}/meetings.ics`)).statusCode).toBe(400);
    expect(problemCode(await get(`${AREA}/meetings.ics?key=${'A'.repeat(43)}`))).toBe('calendar-unknown');
    const first = await feedOf('observer');
    await first.text();
    const second = await feedOf('observer');
    expect(problemCode(await get(first.url))).toBe('calendar-unknown');
    await second.text();
    await people.done(people.send('observer', 'DELETE', `people/${people.idOf('observer')}`), 204);
    expect(problemCode(await get(second.url))).toBe('calendar-unknown');
  });

  /** Debian: apt-get install khal. */
  test.skipIf(!hasKhal)('is read by khal, in the time zone of the area', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-khal-'));
    const feed = path.join(folder, 'meetings.ics');
    const config = path.join(folder, 'config');
    mkdirSync(path.join(folder, 'calendar'));
    writeFileSync(feed, await (await feedOf('wasqah')).text());
    writeFileSync(
      config,
      `[calendars]\n[[nitaq]]\npath = ${folder}/calendar\n[default]\ndefault_calendar = nitaq
[sqlite]\npath = ${folder}/khal.db
[locale]\nlocal_timezone = Asia/Riyadh\ndefault_timezone = Asia/Riyadh\ntimeformat = %H:%M\ndateformat = %Y-%m-%d
longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
    );
    const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
    const khal = (...args: string[]) =>
      execFileSync(KHAL, ['-c', config, ...args], { env, encoding: 'utf8' });
    khal('import', '--batch', '-a', 'nitaq', feed);
    const format = ['--format', '{start-long} {end-time} {title}', '--day-format', ''];
    const lines = khal('list', ...format, '2027-04-01', '365d')
      .split('\n')
      .filter(Boolean);
    expect(lines[0]).toBe('2027-05-07 10:00 11:30 الاجتماع الدوري');
    expect(lines).toHaveLength(7);
    rmSync(folder, { recursive: true });
  });
});

describe('an invitation by e-mail', () => {
  test('goes to everybody who takes part, with the meeting for their calendar, and again when it is moved', async () => {
    const { id, version } = await people.plan('2027-05-20T07:00:00Z');
    const convened = await people.done<Meeting>(
      people.write('council', 'POST', `meetings/${id}/invitations`, {}, version),
    );
    await deliver();
    // Four coordinators, a member and two of the council.
    expect(sent).toHaveLength(7);
    for (const { to, icalEvent, subject, text, html } of sent) {
      expect(icalEvent?.content.replaceAll('\r\n ', '')).toContain(`:MAILTO:${to}`);
      expect(icalEvent?.method).toBe('REQUEST');
      expect(eventsIn(icalEvent?.content ?? '').map(({ start }) => start)).toEqual([
        '2027-05-20T07:00:00.000Z',
      ]);
      expect(subject).toContain('اجتماع القادة');
      expect(text).toContain('١٠:٠٠');
      expect(html).toContain('dir="rtl"');
    }
    sent.length = 0;
    const move = { startsAt: '2027-05-21T07:00:00Z' };
    await people.done(people.write('council', 'PATCH', `meetings/${id}`, move, convened.version));
    await people.step(id, 'cancel', { reason: 'العيد' });
    await deliver();
    // What is told when it is sent is how it stands then, once.
    expect(sent).toHaveLength(7);
    expect(sent.map(({ icalEvent }) => icalEvent?.method)).toEqual(Array(7).fill('CANCEL'));
    const kinds = (
      await people.done<{ items: { content: { kind: string } }[] }>(
        people.send('lith', 'GET', '/api/v1/notices'),
      )
    ).items.map(({ content }) => content.kind);
    expect(kinds.toSorted()).toEqual(['meeting-cancelled', 'meeting-convened', 'meeting-moved']);
  });
});

test('whoever leaves the area follows its calendar no longer, also when they come back', async () => {
  await people.done(people.send('wasqah', 'POST', 'calendar'), 201);
  const count = async () =>
    (await sql`select 1 from calendar_secret where person_id = ${people.idOf('wasqah')}`.execute(service.db))
      .rows.length;
  expect(await count()).toBe(1);
  await people.done(people.send('council', 'DELETE', `people/${people.idOf('wasqah')}`), 204);
  expect(await count()).toBe(0);
});

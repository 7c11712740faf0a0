import type { ActionDetail, ActionItem, Meeting, MeetingSeries } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;

beforeAll(async () => {
  service = await startTestService({ now: () => new Date('2026-11-24T09:00:00Z'), as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

const create = (who: string, url: string, payload: object, key: string) =>
  people.send(who, 'POST', url, { payload, headers: { 'idempotency-key': key } });
const title = { ar: 'اجتماع القادة', en: 'Leaders’ meeting' };
const place = { durationMinutes: 90, place: 'الليث' };
const ACTION = {
  title: 'زيارة ساية',
  owner: { association: 'lith', person: null },
  dueOn: '2026-12-01',
};

test.each([
  ['meetings', { title, startsAt: '2026-12-06T07:00:00Z', ...place }],
  [
    'meeting-series',
    {
      title,
      rule: { kind: 'month-day', every: 1, calendar: 'umalqura', day: 1 },
      startsOn: '2026-12-01',
      time: '10:00',
      ...place,
    },
  ],
  ['actions', ACTION],
])('of two requests at once with one key each of %s is made once', async (url, payload) => {
  const made = await Promise.all(
    [1, 2, 3].map(() =>
      people.done<Meeting | MeetingSeries | ActionItem>(create('council', url, payload, 'twice'), 201),
    ),
  );
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
});

test('a comment on an action whose request is repeated is said once', async () => {
  const { id } = await people.done<ActionItem>(create('council', 'actions', ACTION, 'to-discuss'), 201);
  const say = (who: string, text: string) => create(who, `actions/${id}/comments`, { text }, 'said');
  const [one, other] = await Promise.all([say('lith', 'زرناها'), say('lith', 'زرناها')]);
  expect([one.statusCode, other.statusCode]).toEqual([201, 201]);
  expect(problemCode(await say('lith', 'لم نزرها'))).toBe('idempotency-key-reused');
  // A key is one’s own.
  await people.done(say('afaf', 'شكرًا'), 201);
  const { history } = await people.done<ActionDetail>(people.send('observer', 'GET', `actions/${id}`));
  expect(history.map(({ text }) => text)).toEqual([null, 'زرناها', 'شكرًا']);
});

test('nobody is invited twice by a request that is repeated', async () => {
  const { id, version } = await people.plan();
  const invite = () => people.write('council', 'POST', `meetings/${id}/invitations`, {}, version);
  expect(problemCode(await people.send('council', 'POST', `meetings/${id}/invitations`))).toBe(
    'if-match-missing',
  );
  await people.done<Meeting>(invite());
  expect(problemCode(await invite())).toBe('changed-since');
});

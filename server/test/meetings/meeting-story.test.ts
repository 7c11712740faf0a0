import type {
  ActionItem,
  Decision,
  Meeting,
  MeetingSeries,
  Minutes,
  Progress,
  RecordEntry,
} from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

test('a regular meeting from its series to approved minutes, and what the next one finds', async () => {
  const { done, write, send, room } = people;
  // Every two months, the first Sunday at ten in Riyadh.
  const series = await done<MeetingSeries>(
    write('council', 'POST', 'meeting-series', {
      title: { ar: 'الاجتماع الدوري', en: 'Regular meeting' },
      rule: { kind: 'month-weekday', every: 2, calendar: 'gregory', weekday: 0, week: 1 },
      startsOn: '2026-12-01',
      time: '10:00',
      durationMinutes: 90,
      place: 'مقر المجلس',
    }),
    201,
  );
  const listed = await done<{ items: Meeting[] }>(send('observer', 'GET', 'meetings'));
  const planned = listed.items.filter((one) => one.series === series.id).toReversed();
  expect(planned.map(({ startsAt }) => startsAt)).toEqual([
    '2026-12-06T07:00:00.000Z',
    '2027-02-07T07:00:00.000Z',
    '2027-04-04T07:00:00.000Z',
    '2027-06-06T07:00:00.000Z',
    '2027-08-01T07:00:00.000Z',
    '2027-10-03T07:00:00.000Z',
  ]);
  const [first, second] = planned as [Meeting, Meeting];

  // The agenda has written itself; a member adds something to it, the public sees nothing.
  const late = await done<ActionItem>(
    write('council', 'POST', 'actions', {
      title: 'حصر قرى الوادي',
      owner: { association: 'afaf', person: null },
      dueOn: '2026-11-20',
    }),
    201,
  );
  expect(late.timing).toBe('late');
  const proposal = await people.agreedProposal();
  await done(
    write('member', 'POST', `meetings/${first.id}/agenda`, {
      about: { kind: 'village', village: 'saya' },
      title: 'طريق ساية',
    }),
    204,
  );
  const before = await room(first.id, 'observer');
  const reasons = [...new Set(before.agenda.map(({ reason }) => reason))];
  expect(reasons).toEqual(['action-late', 'proposal-agreed', 'gap', 'overlap', 'added']);
  expect((await send('nobody', 'GET', `meetings/${first.id}`)).statusCode).toBe(401);

  // It is held: somebody is there, something is said, two things are decided.
  now = new Date('2026-12-06T07:00:00Z');
  await people.step(first.id, 'open');
  for (const who of ['council', 'lith', 'afaf']) {
    const noted = { presence: 'present' };
    await done(write('council', 'PUT', `meetings/${first.id}/attendance/${people.idOf(who)}`, noted), 204);
  }
  const [item] = (await room(first.id)).agenda;
  const minute = `meetings/${first.id}/agenda/${item?.id}/minute`;
  await done(write('council', 'PUT', minute, { text: 'تأخر الحصر بسبب السيول.' }, 0));
  await done(
    write('council', 'PUT', `meetings/${first.id}/position`, { item: item?.id ?? '', view: null }),
    204,
  );
  expect((await room(first.id, 'lith')).meeting).toMatchObject({ position: { item: item?.id } });
  const decide = (input: object, key: string) =>
    send('council', 'POST', `meetings/${first.id}/decisions`, {
      payload: input,
      headers: { 'idempotency-key': key },
    });
  const { contentHash } = proposal.revision;
  const enact = { kind: 'enact', proposal: proposal.id, contentHash, from: '2026-12-07' };
  const enacting = { text: 'تسري الخطة من الغد.', outcome: enact };
  const enacted = await done<Decision>(decide(enacting, 'a'), 201);
  expect(enacted).toMatchObject({ number: 1, outcome: { kind: 'enacted' }, carriedOut: false });
  // A repeated request decides nothing more.
  expect((await done<Decision>(decide(enacting, 'a'), 201)).number).toBe(1);
  const owner = { association: 'lith', person: people.idOf('lith') };
  const assigning = { text: 'زيارة القرى الجديدة', outcome: { kind: 'action', owner, dueOn: '2027-02-01' } };
  const assigned = await done<Decision>(decide({ ...assigning, item: item?.id }, 'b'), 201);
  expect(assigned.number).toBe(2);

  // Closed, and approved by all who were present: then nothing of it changes.
  now = new Date('2026-12-06T08:30:00Z');
  await people.step(first.id, 'close');
  await people.approvedByAll(first.id);
  const approved = await done<Minutes>(send('observer', 'GET', `meetings/${first.id}/minutes`));
  expect(approved.meeting).toMatchObject({ state: 'approved', number: 1 });
  expect(approved.decisions.map(({ number }) => number)).toEqual([1, 2]);
  expect(approved.actions.map(({ title }) => title)).toEqual(['زيارة القرى الجديدة']);
  expect(problemCode(await write('council', 'PUT', minute, { text: 'غير ذلك' }, 1))).toBe('minutes-approved');
  expect(problemCode(await decide({ text: 'ولاحقًا', outcome: { kind: 'note' } }, 'c'))).toBe(
    'minutes-approved',
  );

  // The next meeting finds what was done, and what was not.
  now = new Date('2027-02-07T06:00:00Z');
  const { agenda } = await room(second.id);
  expect(agenda.filter(({ reason }) => reason === 'action-late').map(({ title }) => title.ar)).toEqual([
    'حصر قرى الوادي',
    'زيارة القرى الجديدة',
  ]);
  const progress = await done<Progress>(send('lith', 'GET', `meetings/${second.id}/progress`));
  expect(progress.since).toMatchObject({ meeting: first.id });
  expect(progress.actions).toEqual({ openThen: 2, opened: 0, closed: 0, openNow: 2 });
  expect(progress.decisions).toEqual({ taken: 2, carriedOut: 1, open: 1 });
  expect(progress.points.map(({ plan }) => plan)).toEqual([
    'opening-claims',
    proposal.revision.plan,
    proposal.revision.plan,
  ]);
  expect(progress.points[0]?.villages.gap).toBeGreaterThan(progress.points.at(-1)?.villages.gap ?? 0);
  const record = await done<{ items: RecordEntry[] }>(send('observer', 'GET', 'record?kind=decision&id=1'));
  expect(record.items.map(({ act }) => act)).toEqual(['decision-taken']);
});

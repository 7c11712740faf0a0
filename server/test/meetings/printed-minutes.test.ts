import { LANGUAGES, type Meeting, type MeetingRoom, type Minutes } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { hasPoppler, infoOf, textOf } from '../support/poppler.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');
let meeting: Meeting;
/** What is said something about: a gap, a village, an overlap. */
let spokenOf: MeetingRoom['agenda'];

const path = (query: string) => `meetings/${meeting.id}/minutes${query}`;
const printed = async (language: string, who = 'observer') => {
  const response = await people.send(who, 'GET', path(`?format=pdf&lang=${language}&digits=latn`));
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(response.headers['content-language']).toBe(language);
  return response.rawPayload;
};
const json = () => people.done<Minutes>(people.send('observer', 'GET', path('?format=json')));
/** Poppler has spaces within words where letters do not join. */
const squashed = (text: string) => text.replace(/\s+/g, '');

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
  const { done, write, room } = people;
  meeting = await people.plan();
  await done(
    write('member', 'POST', `meetings/${meeting.id}/agenda`, {
      about: { kind: 'village', village: 'saya' },
      title: 'زيارة ساية',
    }),
    204,
  );
  now = new Date('2026-12-06T07:00:00Z');
  await people.step(meeting.id, 'open');
  for (const who of ['council', 'lith', 'afaf'])
    await done(
      write('council', 'PUT', `meetings/${meeting.id}/attendance/${people.idOf(who)}`, {
        presence: 'present',
      }),
      204,
    );
  await done(
    write('council', 'POST', `meetings/${meeting.id}/guests`, { name: 'سالم', from: 'بلدية الليث' }),
    201,
  );
  const { agenda } = await room(meeting.id);
  spokenOf = [
    ...agenda.filter(({ about }) => about.kind === 'gap').slice(0, 1),
    ...agenda.filter(({ about }) => about.kind === 'village'),
    ...agenda.filter(({ about }) => about.kind === 'overlap').slice(0, 1),
  ];
  for (const [item, text] of [
    [spokenOf[0], 'تأخر عدد القرى'],
    [spokenOf[1], 'The road is closed.\nIt opens in January.'],
    [spokenOf[2], 'يعود إلى جمعية عفف.'],
  ] as const)
    await done(write('council', 'PUT', `meetings/${meeting.id}/agenda/${item?.id}/minute`, { text }, 0));
  const owner = { association: 'lith', person: null };
  for (const [text, outcome] of [
    ['زيارة القرى الجديدة', { kind: 'action', owner, dueOn: '2027-02-01' }],
    ['Everyone brings a map', { kind: 'note' }],
  ] as const)
    await done(
      write('council', 'POST', `meetings/${meeting.id}/decisions`, { text, item: spokenOf[0]?.id, outcome }),
      201,
    );
  now = new Date('2026-12-06T08:30:00Z');
  await people.step(meeting.id, 'close');
});
afterAll(() => service.close());

describe.skipIf(!hasPoppler)('the minutes on paper', () => {
  test.each(LANGUAGES)('have what was said, decided and assigned, in %s', async (language) => {
    const { decisions, actions, contentHash, attendance } = await json();
    const pdf = await printed(language);
    expect(infoOf(pdf)).toMatchObject({ isTagged: true });
    const text = squashed(textOf(pdf));
    expect(decisions.map(({ number }) => number)).toEqual([1, 2]);
    expect(actions).toHaveLength(1);
    for (const said of [
      ...decisions.map((one) => one.text),
      ...actions.map(({ title }) => title),
      ...attendance.map(({ name }) => name),
      'سالم',
      'بلدية الليث',
      'تأخر عدد القرى',
      'The road is closed.',
      'It opens in January.',
      'زيارة ساية',
    ])
      expect(text).toContain(squashed(said));
    expect(text).toContain(contentHash);
    // The first of February 2027 and its day in the other calendar; the sixth of December.
    const days =
      language === 'ar' ? ['24 شعبان', '26 جمادى'] : ['February 1, 2027', 'Shaʻban 24,', 'December 6, 2026'];
    for (const day of days) expect(text).toContain(squashed(day));
    expect(text).toContain(
      squashed(language === 'ar' ? 'لم يعتمده بعد' : 'These minutes are not approved yet.'),
    );
  });

  test('say the same to whoever may read them, and nothing to others', async () => {
    const texts = await Promise.all(
      ['lith', 'member', 'council'].map(async (who) => textOf(await printed('en', who))),
    );
    expect(new Set(texts).size).toBe(1);
    const refused = await people.send('nobody', 'GET', path('?format=pdf'));
    expect([refused.statusCode, problemCode(refused)]).toEqual([401, 'sign-in-needed']);
  });

  test('say who approved, and when', async () => {
    now = new Date('2026-12-07T10:00:00Z');
    await people.approvedByAll(meeting.id);
    const text = squashed(textOf(await printed('en')));
    expect(text).toContain(squashed('These minutes were approved on December 7, 2026'));
    expect(text).not.toContain('notapprovedyet');
    const { attendance } = await json();
    expect(text.split('approvedonDec7,2026')).toHaveLength(attendance.length + 1);
  });

  test('of a meeting to come say that it was not held', async () => {
    const next = await people.plan('2027-02-07T07:00:00Z');
    const response = await people.send('observer', 'GET', `meetings/${next.id}/minutes?format=pdf&lang=en`);
    expect(textOf(response.rawPayload)).toContain('This meeting was not held yet.');
  });
});

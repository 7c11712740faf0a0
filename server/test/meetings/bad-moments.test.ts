import type { ActionItem, Decision, Meeting, NoticePage, Proposal, Wording } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { remindOwners } from '../../src/services/actions/remind-owners.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { problemCode } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
const START = new Date('2026-11-24T09:00:00Z');
let now = START;

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());
beforeEach(() => {
  now = START;
});
// An area has one open meeting.
afterEach(async () => {
  const { items } = await people.done<{ items: Meeting[] }>(people.send('council', 'GET', 'meetings'));
  for (const { id, state } of items) if (state === 'running') await people.step(id, 'close');
});

const notices = async (who: string) =>
  (await people.done<NoticePage>(people.send(who, 'GET', '/api/v1/notices'))).items;
const kinds = async (who: string) => (await notices(who)).map(({ content }) => content.kind);
const decide = (meeting: string, text: string, outcome: object) =>
  people.write('council', 'POST', `meetings/${meeting}/decisions`, { text, outcome });

/** A meeting that is open, with one item that somebody added. */
async function openMeeting(): Promise<{ id: string; item: string }> {
  const { id } = await people.plan();
  const added = await people.write('lith', 'POST', `meetings/${id}/agenda`, {
    about: { kind: 'note' },
    title: 'تبادل الخبرات',
  });
  await people.step(id, 'open');
  return { id, item: String(added.headers.location).split('/').at(-1) ?? '' };
}
const endMeeting = (id: string) => people.step(id, 'close');

test('two who write one minute at once lose nothing: the second is told what stands there', async () => {
  const { id, item } = await openMeeting();
  const minute = `meetings/${id}/agenda/${item}/minute`;
  const [one, other] = await Promise.all([
    people.write('council', 'PUT', minute, { text: 'كتب المجلس' }, 0),
    people.write('secretary', 'PUT', minute, { text: 'كتبت الأمانة' }, 0),
  ]);
  expect([one.statusCode, other.statusCode].toSorted()).toEqual([200, 412]);
  const [won, lost] = one.statusCode === 200 ? [one, other] : [other, one];
  const { present } = lost.json<{ present: { text: string; version: number; by: { name: string } } }>();
  expect(present).toEqual(won.json());
  // Both texts together are written on what stands there.
  const both = { text: `${present.text}\nومعه الآخر` };
  await people.done(people.write('secretary', 'PUT', minute, both, present.version));
  // A request that is repeated because the network dropped its answer changes nothing.
  const again = await people.done<{ version: number }>(
    people.write('secretary', 'PUT', minute, both, present.version),
  );
  expect(again.version).toBe(2);
  expect(problemCode(await people.write('council', 'PUT', minute, { text: 'x' }))).toBe('if-match-missing');
});

test('a decision on a proposal that changes meanwhile decides nothing', async () => {
  const { id } = await openMeeting();
  const proposal = await people.agreedProposal();
  const copy = { title: 'Copy', from: 'draft-whole' };
  const { id: draft } = await people.done<{ id: string }>(people.write('lith', 'POST', 'plans', copy), 201);
  const territory = `plans/${draft}/territories/afaf`;
  await people.done(people.write('lith', 'PUT', territory, square(40.45), 1));
  const revise = people.write(
    'lith',
    'POST',
    `proposals/${proposal.id}/revisions`,
    { draft },
    proposal.version,
  );
  await people.done(revise, 201);
  const { contentHash } = proposal.revision;
  const enact = { kind: 'enact', proposal: proposal.id, contentHash, from: '2026-11-25' };
  expect(problemCode(await decide(id, 'تسري', enact))).toBe('content-changed');
  const back = { kind: 'send-back', proposal: proposal.id, contentHash };
  expect(problemCode(await decide(id, 'تعاد', back))).toBe('content-changed');
  const present = await people.done<Proposal>(people.send('lith', 'GET', `proposals/${proposal.id}`));
  const hash = present.revision.contentHash;
  expect(problemCode(await decide(id, 'تسري', { ...enact, contentHash: hash }))).toBe('proposal-not-agreed');
  expect((await people.room(id)).decisions).toEqual([]);
  // With the present content it is sent back, and whose it is hears of it.
  const sent = await people.done<Decision>(
    decide(id, 'تُراجع الحدود عند ساية', { ...back, contentHash: hash }),
    201,
  );
  expect(sent.outcome.kind).toBe('sent-back');
  expect((await kinds('lith')).filter((kind) => kind === 'mentioned')).toHaveLength(1);
});

test('of two decisions at once each has its own number, and none is missing', async () => {
  const { id } = await openMeeting();
  const made = await Promise.all(
    ['أ', 'ب', 'ج', 'د'].map((text) => people.done<Decision>(decide(id, text, { kind: 'note' }), 201)),
  );
  const numbers = made.map(({ number }) => number).toSorted((a, b) => a - b);
  const [first = 0] = numbers;
  expect(numbers).toEqual([0, 1, 2, 3].map((i) => first + i));
});

test('a decision is said in other words until the minutes are approved, and what it said before is kept', async () => {
  const { id } = await openMeeting();
  const noted = { presence: 'present' };
  await people.done(
    people.write('council', 'PUT', `meetings/${id}/attendance/${people.idOf('council')}`, noted),
    204,
  );
  const { number } = await people.done<Decision>(decide(id, 'تزور الليث القرى', { kind: 'note' }), 201);
  const say = (who: string, text: string, version: number) =>
    people.write(who, 'PATCH', `decisions/${number}`, { text }, version);
  expect(problemCode(await say('lith', 'x', 1))).toBe('not-allowed');
  const said = await people.done<Decision>(say('secretary', ' تزور الليث قرى الوادي ', 1));
  expect([said.text, said.version]).toEqual(['تزور الليث قرى الوادي', 2]);
  expect(problemCode(await say('council', 'غير ذلك', 1))).toBe('changed-since');
  // A request whose answer was lost changes nothing when it is repeated.
  expect((await people.done<Decision>(say('secretary', 'تزور الليث قرى الوادي', 1))).version).toBe(2);
  await people.step(id, 'close');
  await people.done(say('council', 'تزور الليث قرى الوادي كلها', 2));
  await people.approvedByAll(id);
  expect(problemCode(await say('council', 'بعد الاعتماد', 3))).toBe('minutes-approved');
  const { items } = await people.done<{ items: Wording[] }>(
    people.send('observer', 'GET', `decisions/${number}/wordings`),
  );
  expect(items.map(({ version, text }) => [version, text])).toEqual([
    [1, 'تزور الليث القرى'],
    [2, 'تزور الليث قرى الوادي'],
    [3, 'تزور الليث قرى الوادي كلها'],
  ]);
  expect(items.map(({ by }) => by?.person)).toEqual(
    ['council', 'secretary', 'council'].map((who) => people.idOf(who)),
  );
  for (const statement of [
    sql`update decision_wording set text = 'x'`,
    sql`delete from decision_wording where number = ${number}`,
  ]) {
    await expect(statement.execute(service.db)).rejects.toMatchObject({ code: 'NT008' });
  }
});

test('a decision to enact takes the second proof', async () => {
  const { id } = await openMeeting();
  const proposal = await people.agreedProposal();
  const { contentHash } = proposal.revision;
  const enact = { kind: 'enact', proposal: proposal.id, contentHash, from: '2026-11-25' };
  await sql`update person_session set proven_twice = false`.execute(service.db);
  expect(problemCode(await decide(id, 'تسري', enact))).toBe('second-factor-needed');
  await sql`update person_session set proven_twice = true where person_id in (
    select person_id from membership where role = 'council')`.execute(service.db);
});

test('a meeting is moved only while it is planned, and on the version that was read', async () => {
  const planned = await people.plan();
  const to = { startsAt: '2026-12-13T07:00:00Z' };
  const move = (version: number, edit: object = to) =>
    people.write('council', 'PATCH', `meetings/${planned.id}`, edit, version);
  const moved = await people.done<Meeting>(move(planned.version));
  expect([moved.startsAt, moved.movedFrom]).toEqual(['2026-12-13T07:00:00.000Z', '2026-12-06T07:00:00.000Z']);
  expect(problemCode(await move(planned.version))).toBe('changed-since');
  expect(problemCode(await move(moved.version, { startsAt: '2026-11-01T07:00:00Z' }))).toBe(
    'meeting-in-the-past',
  );
  const opened = await people.step(planned.id, 'open');
  expect(problemCode(await move(opened.version))).toBe('meeting-state-forbids');
});

test('an area has one open meeting', async () => {
  await openMeeting();
  const other = await people.plan();
  const state = `meetings/${other.id}/state`;
  expect(problemCode(await people.write('council', 'PUT', state, { act: 'open' }, other.version))).toBe(
    'another-meeting-running',
  );
});

test('the agenda is put in order and taken from; what was taken off stays off', async () => {
  const { id } = await people.plan();
  const idsNow = async () => (await people.room(id)).agenda.map((item) => item.id);
  const order = (items: readonly (string | undefined)[]) =>
    people.done(people.write('council', 'PUT', `meetings/${id}/agenda`, { items }), 204);
  const add = async (who: string) => {
    const about = { kind: 'place', position: [40.3, 20.2] };
    const added = await people.write(who, 'POST', `meetings/${id}/agenda`, { about, title: 'بئر' });
    return String(added.headers.location).split('/').at(-1);
  };
  const remove = (who: string, item: string | undefined) =>
    people.send(who, 'DELETE', `meetings/${id}/agenda/${item}`);
  const [first, second, ...rest] = await idsNow();
  await people.done(remove('council', second), 204);
  // Somebody adds something while another one puts the rest in order: it is not lost.
  const meanwhile = await add('afaf');
  await order([...rest, first]);
  expect(await idsNow()).toEqual([...rest, first, meanwhile]);
  await people.step(id, 'open');
  expect(await idsNow()).toEqual([...rest, first, meanwhile]);
  await order([meanwhile, second]);
  expect(await idsNow()).toEqual([meanwhile, second, ...rest, first]);
  // A member takes off what they added themselves, and nothing else; what was minuted stays.
  const own = await add('member');
  expect(problemCode(await remove('member', first))).toBe('not-allowed');
  expect(problemCode(await remove('afaf', own))).toBe('not-allowed');
  await people.done(remove('member', own), 204);
  await people.done(
    people.write('council', 'PUT', `meetings/${id}/agenda/${first}/minute`, { text: 'نوقش' }, 0),
  );
  expect(problemCode(await remove('council', first))).toBe('agenda-item-minuted');
  expect(await idsNow()).toEqual([meanwhile, second, ...rest, first]);
});

test('what is added is tied to a border, an overlap, an action or a village that there is', async () => {
  const { id } = await people.plan();
  const add = (about: object) =>
    people.write('member', 'POST', `meetings/${id}/agenda`, { about, title: 'بند' });
  const position = [40.3, 20.2];
  const border = { kind: 'border', position, associations: ['lith', 'afaf'] };
  const overlap = {
    kind: 'overlap',
    plan: 'opening-claims',
    position,
    associations: ['lith', 'afaf'],
    villages: [],
  };
  for (const about of [border, overlap, { kind: 'village', village: 'al-ghalah' }]) {
    expect((await add(about)).statusCode).toBe(204);
    const { agenda } = await people.room(id, 'afaf');
    expect(agenda).toContainEqual(expect.objectContaining({ about, reason: 'added', standing: 'current' }));
  }
  const nobody = { associations: ['lith', 'atlantis'] };
  expect(problemCode(await add({ ...border, ...nobody }))).toBe('association-not-found');
  expect(problemCode(await add({ ...overlap, ...nobody }))).toBe('association-not-found');
  expect(problemCode(await add({ kind: 'action', action: 'none' }))).toBe('action-not-found');
  expect(problemCode(await add({ kind: 'village', village: 'atlantis' }))).toBe('village-not-found');
});

test('what is added about a gap names villages that there are, and not more than a meeting can read', async () => {
  const { id } = await people.plan();
  const add = (villages: readonly string[]) =>
    people.write('member', 'POST', `meetings/${id}/agenda`, {
      about: { kind: 'gap', plan: 'opening-claims', position: [40.3, 20.2], villages },
      title: 'فجوة',
    });
  expect(problemCode(await add(['al-ghalah', 'atlantis']))).toBe('village-not-found');
  expect((await add(Array(201).fill('al-ghalah'))).statusCode).toBe(422);
  expect((await add(['al-ghalah'])).statusCode).toBe(204);
});

test('an agenda item whose plan was superseded says so, and keeps its minutes', async () => {
  const { id } = await people.plan();
  await people.step(id, 'open');
  const gap = (await people.room(id)).agenda.find(({ about }) => about.kind === 'gap');
  expect(gap?.standing).toBe('current');
  await people.done(
    people.write('council', 'PUT', `meetings/${id}/agenda/${gap?.id}/minute`, { text: 'تتولاها الليث' }, 0),
  );
  const proposal = await people.agreedProposal();
  const { contentHash } = proposal.revision;
  const enact = { kind: 'enact', proposal: proposal.id, contentHash, from: '2026-11-25' };
  await people.done(decide(id, 'تسري الخطة', enact), 201);
  now = new Date('2026-11-25T09:00:00Z');
  const after = (await people.room(id)).agenda.find((item) => item.id === gap?.id);
  expect(after).toMatchObject({ standing: 'superseded', minute: { text: 'تتولاها الليث' } });
});

describe('minutes', () => {
  test('that change after an approval need it anew, and are closed to who was not there', async () => {
    const { id, item } = await openMeeting();
    for (const who of ['council', 'lith', 'member']) {
      const noted = { presence: 'present' };
      await people.done(
        people.write(who, 'PUT', `meetings/${id}/attendance/${people.idOf(who)}`, noted),
        204,
      );
    }
    const other = people.write('lith', 'PUT', `meetings/${id}/attendance/${people.idOf('afaf')}`, {
      presence: 'present',
    });
    expect(problemCode(await other)).toBe('not-allowed');
    await endMeeting(id);
    expect(await kinds('lith')).toContain('minutes-ready');
    const approve = async (who: string) => {
      const { contentHash } = await people.room(id);
      return people.write(who, 'POST', `meetings/${id}/approvals`, { contentHash });
    };
    expect((await people.done<Meeting>(approve('lith'))).state).toBe('held');
    expect(problemCode(await approve('afaf'))).toBe('not-present');
    const { contentHash } = await people.room(id);
    await people.done(
      people.write('council', 'PUT', `meetings/${id}/agenda/${item}/minute`, { text: 'تصحيح' }, 0),
    );
    const stale = people.write('council', 'POST', `meetings/${id}/approvals`, { contentHash });
    expect(problemCode(await stale)).toBe('minutes-changed');
    const approvals = async () =>
      (await people.room(id)).attendance.map(({ approval }) => approval).toSorted();
    expect(await approvals()).toEqual(['none', 'none', 'stale']);
    await people.done(approve('council'));
    // The member was there, but approves nothing; nobody waits for them.
    expect((await people.done<Meeting>(approve('lith'))).state).toBe('approved');
    for (const statement of [
      sql`update agenda_item set minute_text = 'x' where meeting_id = ${id}`,
      sql`delete from attendance where meeting_id = ${id}`,
      sql`update meeting set place = 'x' where meeting_id = ${id}`,
    ]) {
      await expect(statement.execute(service.db)).rejects.toMatchObject({ code: 'NT007' });
    }
  });
});

describe('actions', () => {
  const act = (who: string, owner: object, dueOn = '2026-12-01') =>
    people.write(who, 'POST', 'actions', { title: 'زيارة ساية', owner, dueOn });

  test('are given by coordinators to their own association alone', async () => {
    expect(problemCode(await act('lith', { association: 'afaf', person: null }))).toBe('not-allowed');
    const observer = { association: null, person: people.idOf('observer') };
    expect(problemCode(await act('council', observer))).toBe('action-owner-unknown');
    const stranger = { association: 'lith', person: people.idOf('afaf') };
    expect(problemCode(await act('council', stranger))).toBe('action-owner-unknown');
    const own = await people.done<ActionItem>(act('lith', { association: 'lith', person: null }), 201);
    const close = (who: string, version: number) =>
      people.write(who, 'PATCH', `actions/${own.id}`, { state: 'done', comment: 'تمت' }, version);
    expect(problemCode(await close('afaf', 1))).toBe('not-allowed');
    const done = await people.done<ActionItem>(close('lith', 1));
    expect(done).toMatchObject({ state: 'done', timing: 'closed' });
    const { history } = await people.done<{ history: { change: string; text: string | null }[] }>(
      people.send('observer', 'GET', `actions/${own.id}`),
    );
    expect(history.map(({ change, text }) => [change, text])).toEqual([
      ['opened', null],
      ['done', 'تمت'],
    ]);
  });

  test('remind their owners before the day and after it, once', async () => {
    await people.done(
      act('council', { association: 'wasqah', person: people.idOf('wasqah') }, '2026-12-10'),
      201,
    );
    const reminders = async () => (await kinds('wasqah')).filter((kind) => kind.startsWith('action-'));
    for (const [day, expected] of [
      ['2026-12-01', ['action-given']],
      ['2026-12-04', ['action-soon', 'action-given']],
      ['2026-12-05', ['action-soon', 'action-given']],
      ['2026-12-11', ['action-late', 'action-soon', 'action-given']],
      ['2026-12-12', ['action-late', 'action-soon', 'action-given']],
    ] as const) {
      now = new Date(`${day}T09:00:00Z`);
      await Promise.all([remindOwners(service.db, now), remindOwners(service.db, now)]);
      expect(await reminders(), day).toEqual(expected);
    }
  });

  test('fall to the association when their owner leaves, and to the council with the last who acts for it', async () => {
    const ofMember = await people.done<ActionItem>(
      act('council', { association: 'afaf', person: people.idOf('member') }),
      201,
    );
    const ofLast = await people.done<ActionItem>(
      act('council', { association: 'ghumayqah', person: people.idOf('ghumayqah') }),
      201,
    );
    const leave = (who: string) => people.send(who, 'DELETE', `people/${people.idOf(who)}`);
    const ownerOf = async ({ id }: ActionItem) =>
      (await people.done<{ action: ActionItem }>(people.send('council', 'GET', `actions/${id}`))).action
        .owner;
    await people.done(leave('member'), 204);
    expect(await ownerOf(ofMember)).toEqual({ association: 'afaf', person: null, name: null });
    expect(await kinds('afaf')).toContain('action-fell-back');
    await people.done(leave('ghumayqah'), 204);
    expect(await ownerOf(ofLast)).toEqual({ association: null, person: null, name: null });
    expect(await kinds('council')).toContain('action-fell-back');
    const mine = await people.done<{ items: ActionItem[] }>(
      people.send('council', 'GET', 'actions?mine=true'),
    );
    expect(mine.items.map(({ id }) => id)).toContain(ofLast.id);
  });
});

import type { ActionItem, Meeting, MeetingRoom, MeetingSeries } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPlanned } from '../../src/services/meetings/keep-planned.ts';
import { listen, openStream } from '../support/event-stream.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { signedIn } from '../support/people.ts';
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

test('a phone follows the projector, the minutes and the decisions as they come, and goes on after a break', async () => {
  const address = await listen(service.app);
  const { id } = await people.plan();
  await people.step(id, 'open');
  const [first, second] = (await people.room(id)).agenda;
  signedIn.cookie = people.cookieOf('observer');
  const phone = await openStream(address);
  const show = (item: string | undefined) =>
    people.done(
      people.write('council', 'PUT', `meetings/${id}/position`, { item: item ?? null, view: null }),
      204,
    );
  await show(first?.id);
  await people.done(
    people.write('council', 'PUT', `meetings/${id}/agenda/${first?.id}/minute`, { text: 'نوقش' }, 0),
  );
  const events = await phone.received(2);
  expect(events.map(({ event, data }) => [event, data.meeting, data.change, data.item])).toEqual([
    ['meeting', id, 'position', first?.id],
    ['meeting', id, 'minute', first?.id],
  ]);
  const lastEventId = phone.lastEventId();
  phone.close();
  // The network is gone while the meeting goes on.
  await show(second?.id);
  const decision = {
    text: 'يُحصر الوادي',
    outcome: { kind: 'action', owner: { association: 'lith', person: null }, dueOn: '2026-12-20' },
  };
  await people.done(people.write('council', 'POST', `meetings/${id}/decisions`, decision), 201);
  const again = await openStream(address, { lastEventId });
  const missed = await again.received(3);
  expect(missed.map(({ event, data }) => [event, data.change])).toEqual([
    ['meeting', 'position'],
    ['action', undefined],
    ['meeting', 'decision'],
  ]);
  again.close();
  const position = await people.done(people.send('observer', 'GET', `meetings/${id}/position`));
  expect(position).toEqual({ item: second?.id, view: null });
  const minute = await people.done(people.send('member', 'GET', `meetings/${id}/agenda/${first?.id}/minute`));
  expect(minute).toMatchObject({ text: 'نوقش', version: 1 });
  await people.step(id, 'close');
});

test('an agenda tells the need of a place as far as whoever reads it may know, and its order tells no more', async () => {
  const villages = (room: MeetingRoom) =>
    room.agenda.flatMap(({ about }) => (about.kind === 'gap' ? [about.villages] : []));
  const { id } = await people.plan();
  const [few, many] = villages(await people.room(id)).filter((ids) => ids.length > 0);
  const count = (village: string | undefined, orphans: number) =>
    people.done(
      people.write('council', 'PUT', `villages/${village}/need`, {
        round: '2026-10',
        orphans,
        widows: 0,
        families: 0,
      }),
      204,
    );
  // Three in one and four in the other are both a band from one to nine: neither goes before the other by it.
  await count(few?.[0], 3);
  await count(many?.[0], 4);
  const needs = async (who: string) =>
    (await people.room(id, who)).agenda.flatMap(({ about, need }) =>
      about.kind === 'gap' && need ? [need.orphans] : [],
    );
  for (const who of ['council', 'lith', 'observer']) {
    expect(await needs(who)).toEqual([
      { least: 1, most: 9 },
      { least: 1, most: 9 },
    ]);
  }
  const before = villages(await people.room(id)).flat();
  await count(many?.[0], 9);
  expect(villages(await people.room(id)).flat()).toEqual(before);
  await count(many?.[0], 60);
  expect(villages(await people.room(id))[0]).toContain(many?.[0]);
});

test('items are about what there is', async () => {
  const { id } = await people.plan();
  const add = (about: object) => people.write('lith', 'POST', `meetings/${id}/agenda`, { about, title: 'T' });
  expect(problemCode(await add({ kind: 'village', village: 'nowhere' }))).toBe('village-not-found');
  expect(problemCode(await add({ kind: 'proposal', proposal: 'none' }))).toBe('proposal-not-found');
  expect(problemCode(await add({ kind: 'action', action: 'none' }))).toBe('action-not-found');
  expect(problemCode(await add({ kind: 'initiative', initiative: 'none' }))).toBe('initiative-not-found');
});

test('what is sent twice with one key is made once', async () => {
  const payload = { title: 'حصر', owner: { association: null, person: null }, dueOn: '2026-12-20' };
  const make = (body: object) =>
    people.send('council', 'POST', 'actions', { payload: body, headers: { 'idempotency-key': 'k' } });
  const [one, other] = [
    await people.done<ActionItem>(make(payload), 201),
    await people.done<ActionItem>(make(payload), 201),
  ];
  expect(other.id).toBe(one.id);
  expect(problemCode(await make({ ...payload, title: 'غيره' }))).toBe('idempotency-key-reused');
});

test('actions come in pages, each once', async () => {
  const owner = { association: 'lith', person: null };
  const made: ActionItem[] = [];
  for (const day of ['01', '02', '03']) {
    const payload = { title: day, owner, dueOn: `2027-03-${day}` };
    made.push(await people.done<ActionItem>(people.write('lith', 'POST', 'actions', payload), 201));
  }
  const of = (query: string) =>
    people.done<{ items: ActionItem[]; next: string | null }>(
      people.send('observer', 'GET', `actions?association=lith&${query}`),
    );
  const titles: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query: string = next === '' ? '' : `&cursor=${next}`;
    const page = await of(`state=open&limit=2${query}`);
    titles.push(...page.items.filter(({ dueOn }) => dueOn.startsWith('2027-03')).map(({ title }) => title));
    next = page.next;
  }
  expect(titles).toEqual(['01', '02', '03']);

  // The last of a page is done before the next page is asked for.
  const all = (await of('')).items;
  const at = all.findIndex(({ id }) => id === made[1]?.id);
  const page = await of(`limit=${at + 1}`);
  await people.done(
    people.send('lith', 'PATCH', `actions/${made[1]?.id}`, {
      payload: { state: 'done' },
      headers: { 'if-match': `"${made[1]?.version}"` },
    }),
  );
  const rest = (await of(`cursor=${page.next}`)).items.map(({ id }) => id);
  expect(rest).toContain(made[2]?.id);
});

test('a series whose meetings nobody holds is planned on, and one that has ended is not', async () => {
  const terms = { time: '10:00', durationMinutes: 60, place: '' };
  const rule = { kind: 'weekly', every: 1, weekday: 0 };
  const series = await people.done<MeetingSeries>(
    people.write('council', 'POST', 'meeting-series', {
      title: 'أسبوعي',
      rule,
      startsOn: '2026-12-01',
      ...terms,
    }),
    201,
  );
  const planned = async () =>
    (await people.done<{ items: Meeting[] }>(people.send('lith', 'GET', 'meetings'))).items
      .filter((one) => one.series === series.id)
      .map(({ startsAt }) => startsAt.slice(0, 10))
      .toSorted();
  const days = ['2026-12-06', '2026-12-13', '2026-12-20', '2026-12-27', '2027-01-03', '2027-01-10'];
  expect(await planned()).toEqual(days);
  now = new Date('2026-12-21T09:00:00Z');
  await Promise.all([keepPlanned(service.db, now), keepPlanned(service.db, now)]);
  expect(await planned()).toEqual([...days, '2027-01-17', '2027-01-24', '2027-01-31']);
  await people.done(people.write('council', 'POST', `meeting-series/${series.id}/end`, {}, series.version));
  now = new Date('2027-01-21T09:00:00Z');
  await keepPlanned(service.db, now);
  expect((await planned()).at(-1)).toBe('2027-01-31');
});

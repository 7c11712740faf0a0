import type { Initiative } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUS, type InitiativePeople, initiativePeople } from '../support/initiatives.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let parties: InitiativePeople;
let now = new Date('2026-11-26T09:00:00Z');

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
  parties = await initiativePeople(service);
});
afterAll(() => service.close());

test('an initiative is on the agenda by itself when it is late, and at the meeting after it was done', async () => {
  const { id } = (await parties.open('lith', BUS)).json<Initiative>();
  await parties.move(id, 'proposed');
  for (const who of ['lith', 'ghumayqah', 'wasqah'] as const) await parties.answer(id, who, 'signed');
  await parties.move(id, 'running');
  const first = await people.plan('2027-01-20T07:00:00Z');
  const second = await people.plan('2027-03-20T07:00:00Z');
  const onAgenda = async (meeting: string) =>
    (await people.room(meeting)).agenda
      .filter(({ about }) => about.kind === 'initiative')
      .map(({ reason, standing }) => [reason, standing]);
  expect(await onAgenda(first.id)).toEqual([]);
  // The bus was to be bought by the tenth.
  now = new Date('2027-01-20T07:00:00Z');
  expect(await onAgenda(first.id)).toEqual([['initiative-off-track', 'current']]);
  await people.step(first.id, 'open');
  const decided = { text: 'تستمر المبادرة', outcome: { kind: 'initiative', initiative: id } };
  const deciding = people.write('council', 'POST', `meetings/${first.id}/decisions`, decided);
  await people.done(deciding, 201);
  await people.step(first.id, 'close');
  await parties.reachMilestone(id, 'bus', '2027-01-18');
  await parties.reachMilestone(id, 'ride', '2027-01-19');
  now = new Date('2027-02-01T07:00:00Z');
  expect((await parties.move(id, 'done')).statusCode).toBe(200);
  expect(await onAgenda(second.id)).toEqual([['initiative-done', 'current']]);
});

import type { Guest } from '@nitaq/core';
import { sql } from 'kysely';
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

const note = (meeting: string, who: string, guest: object, key?: string) =>
  people.send(who, 'POST', `meetings/${meeting}/guests`, {
    payload: guest,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });

test('guests are noted down by the council alone, as a part of the minutes', async () => {
  const { id } = await people.plan();
  await people.step(id, 'open');
  const present = { presence: 'present' };
  const attendance = `meetings/${id}/attendance/${people.idOf('council')}`;
  await people.done(people.write('council', 'PUT', attendance, present), 204);
  const salem = { name: ' سالم ', from: 'بلدية الليث' };
  expect(problemCode(await note(id, 'lith', salem))).toBe('not-allowed');
  expect((await note(id, 'council', { name: ' ' })).statusCode).toBe(422);
  const first = await people.done<Guest>(note(id, 'council', salem, 'once'), 201);
  expect(await people.done<Guest>(note(id, 'council', salem, 'once'), 201)).toEqual(first);
  expect(problemCode(await note(id, 'council', { name: 'خالد' }, 'once'))).toBe('idempotency-key-reused');
  const { id: other } = await people.done<Guest>(note(id, 'council', { name: 'خالد' }), 201);
  const { guests } = await people.room(id, 'observer');
  expect(guests.map(({ name, from }) => [name, from])).toEqual([
    ['خالد', null],
    ['سالم', 'بلدية الليث'],
  ]);
  await people.step(id, 'close');
  const before = (await people.room(id)).contentHash;
  const remove = () => people.send('council', 'DELETE', `meetings/${id}/guests/${other}`);
  await people.done(remove(), 204);
  expect(problemCode(await remove())).toBe('guest-not-found');
  expect((await people.room(id)).contentHash).not.toBe(before);
  await people.approvedByAll(id);
  expect(problemCode(await note(id, 'council', { name: 'متأخر' }))).toBe('minutes-approved');
  expect(problemCode(await remove())).toBe('minutes-approved');
  await expect(
    sql`delete from meeting_guest where meeting_id = ${id}`.execute(service.db),
  ).rejects.toMatchObject({ code: 'NT007' });
});

test('a meeting has as many guests as a hall', async () => {
  const { id } = await people.plan();
  for (let i = 0; i < 50; i += 1) await people.done(note(id, 'council', { name: `ضيف ${i}` }), 201);
  expect(problemCode(await note(id, 'council', { name: 'ضيف آخر' }))).toBe('guests-full');
});

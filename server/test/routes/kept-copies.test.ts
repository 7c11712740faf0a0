import type { ActionItem, Decision, Initiative } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUS, initiativePeople } from '../support/initiatives.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** The area is three hours ahead: its day ends at nine in the evening, UTC. */
const BEFORE_MIDNIGHT = new Date('2026-11-28T20:59:00Z');
const AFTER_MIDNIGHT = new Date('2026-11-28T21:01:00Z');
let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

/** Asks as a browser does that kept this answer. */
const again = (url: string, kept: { readonly headers: Record<string, unknown> }) =>
  people.send('council', 'GET', url, { headers: { 'if-none-match': String(kept.headers.etag) } });

const actionOf = (body: string): ActionItem => JSON.parse(body).action;

test('a kept action says that it is late from midnight of the area on, and its tag still allows to change it', async () => {
  now = new Date('2026-11-24T09:00:00Z');
  const { id } = await people.done<ActionItem>(
    people.write('council', 'POST', 'actions', {
      title: 'حصر قرى الوادي',
      owner: { association: 'lith', person: null },
      dueOn: '2026-11-28',
    }),
    201,
  );
  const url = `actions/${id}`;
  now = BEFORE_MIDNIGHT;
  const kept = await people.send('council', 'GET', url);
  expect(actionOf(kept.body).timing).toBe('soon');
  expect((await again(url, kept)).statusCode).toBe(304);
  now = AFTER_MIDNIGHT;
  const after = await again(url, kept);
  expect([after.statusCode, actionOf(after.body).timing]).toEqual([200, 'late']);
  const headers = { 'if-match': String(kept.headers.etag) };
  const done = people.send('council', 'PATCH', url, { payload: { state: 'done' }, headers });
  expect((await people.done<ActionItem>(done)).timing).toBe('closed');
});

test('a kept initiative says from midnight on that a milestone is late', async () => {
  now = new Date('2026-11-24T09:00:00Z');
  const initiatives = await initiativePeople(service);
  const [first, ...others] = BUS.milestones;
  const milestones = [{ ...first, dueOn: '2026-11-28' }, ...others];
  const { id } = (await initiatives.open('lith', { ...BUS, milestones })).json<Initiative>();
  await initiatives.move(id, 'proposed');
  for (const who of ['lith', 'ghumayqah', 'wasqah'] as const) await initiatives.answer(id, who, 'signed');
  now = BEFORE_MIDNIGHT;
  const url = `initiatives/${id}`;
  const kept = await people.send('council', 'GET', url);
  expect(kept.json<Initiative>()).toMatchObject({ state: 'agreed', troubles: [] });
  expect((await again(url, kept)).statusCode).toBe(304);
  now = AFTER_MIDNIGHT;
  const after = await again(url, kept);
  expect([after.statusCode, after.json<Initiative>().troubles]).toMatchObject([
    200,
    [{ kind: 'late', milestone: 'bus' }],
  ]);
});

test('a kept decision says that it was carried out once it is', async () => {
  now = new Date('2026-11-24T09:00:00Z');
  const { id: meeting } = await people.plan();
  await people.step(meeting, 'open');
  const { number, outcome } = await people.done<Decision>(
    people.write('council', 'POST', `meetings/${meeting}/decisions`, {
      text: 'يُحصر الوادي',
      outcome: { kind: 'action', owner: { association: 'lith', person: null }, dueOn: '2026-12-20' },
    }),
    201,
  );
  const url = `decisions/${number}`;
  const kept = await people.send('council', 'GET', url);
  expect(kept.json<Decision>().carriedOut).toBe(false);
  expect((await again(url, kept)).statusCode).toBe(304);
  const action = outcome.kind === 'action' ? outcome.action : '';
  await people.done(people.write('council', 'PATCH', `actions/${action}`, { state: 'done' }, 1));
  const after = await again(url, kept);
  expect([after.statusCode, after.json<Decision>().carriedOut]).toEqual([200, true]);
});

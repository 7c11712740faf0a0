import type { Minutes } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;

beforeAll(async () => {
  service = await startTestService({ now: () => new Date('2026-11-24T09:00:00Z'), as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

test('what strangers called a missing village is read at a meeting while it is reported, and stays in no minutes', async () => {
  const report = { name: 'قرية الغدير', location: null };
  await people.done(people.send('nobody', 'POST', 'missing-villages', { payload: report }), 204);
  const { id } = await people.plan();
  const titleIn = async () => {
    const { agenda } = await people.room(id);
    return agenda.find(({ about }) => about.kind === 'missing-village')?.title;
  };
  const named = { ar: 'قرية يُقال إنها ناقصة: قرية الغدير', en: 'Reported missing: قرية الغدير' };
  expect(await titleIn()).toEqual(named);
  await people.step(id, 'open');
  expect(await titleIn()).toEqual(named);
  await sql`delete from missing_village`.execute(service.db);
  await people.step(id, 'close');
  const minutes = await people.done<Minutes>(people.send('lith', 'GET', `meetings/${id}/minutes`));
  expect(JSON.stringify(minutes)).not.toContain('الغدير');
  expect(await titleIn()).toEqual({ ar: 'قرية يُقال إنها ناقصة', en: 'A village reported missing' });
});

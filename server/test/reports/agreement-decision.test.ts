import type { Decision } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { hasPoppler, textOf } from '../support/poppler.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');
beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

describe.skipIf(!hasPoppler)('an agreement', () => {
  test('names the decision of the meeting that put it into force, to those who may read of meetings', async () => {
    const { id: meeting } = await people.plan();
    await people.step(meeting, 'open');
    const proposal = await people.agreedProposal();
    const { contentHash, plan } = proposal.revision;
    const outcome = { kind: 'enact', proposal: proposal.id, contentHash, from: '2026-11-25' };
    const deciding = people.write('council', 'POST', `meetings/${meeting}/decisions`, {
      text: 'The plan comes into force tomorrow',
      outcome,
    });
    const { number } = await people.done<Decision>(deciding, 201);
    const textFor = async (who: 'observer' | 'nobody') => {
      const response = await people.send(who, 'GET', `reports/agreement?plan=${plan}&lang=en`);
      expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
      return textOf(response.rawPayload).replaceAll(/\s+/g, ' ');
    };
    expect(await textFor('observer')).toContain(
      `By decision no. ${number}, taken at the meeting on November 24, 2026`,
    );
    expect(await textFor('observer')).toContain('The plan comes into force tomorrow');
    // From the day on which it is in force everybody may read it.
    now = new Date('2026-11-25T09:00:00Z');
    expect(await textFor('nobody')).not.toContain('By decision no.');
  });
});

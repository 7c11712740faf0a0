import type { Decision, Plan, Proposal } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { problemCode } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;

beforeAll(async () => {
  service = await startTestService({ now: () => new Date('2026-11-24T09:00:00Z'), as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

/** Another content for a proposal, as a draft. */
async function otherContent(): Promise<string> {
  const copy = { title: 'Copy', from: 'draft-whole' };
  const { id } = await people.done<Plan>(people.write('lith', 'POST', 'plans', copy), 201);
  await people.done(people.write('lith', 'PUT', `plans/${id}/territories/afaf`, square(40.45), 1));
  return id;
}

test('of a decision and a change of its proposal at the same moment the second sees the first', async () => {
  const { id: meeting } = await people.plan();
  await people.step(meeting, 'open');
  const proposal = await people.agreedProposal();
  const { contentHash } = proposal.revision;
  const draft = await otherContent();
  const [decided, revised] = await Promise.all([
    people.write('council', 'POST', `meetings/${meeting}/decisions`, {
      text: 'تسري الخطة',
      outcome: { kind: 'enact', proposal: proposal.id, contentHash, from: '2026-11-25' },
    }),
    people.write('lith', 'POST', `proposals/${proposal.id}/revisions`, { draft }, proposal.version),
  ]);
  const present = await people.done<Proposal>(people.send('lith', 'GET', `proposals/${proposal.id}`));
  const { decisions } = await people.room(meeting);
  if (decided.statusCode === 201) {
    expect(['proposal-closed', 'changed-since']).toContain(problemCode(revised));
    expect([present.state, present.revision.contentHash]).toEqual(['scheduled', contentHash]);
    expect(decisions.map(({ number }) => number)).toEqual([decided.json<Decision>().number]);
  } else {
    expect([problemCode(decided), revised.statusCode]).toEqual(['content-changed', 201]);
    expect(present.state).toBe('open');
    expect(decisions).toEqual([]);
  }
});

import type {
  AreaId,
  AreaRole,
  AssociationId,
  CoverageAnswer,
  CoverageReport,
  PlanZone,
  Proposal,
} from '@nitaq/core';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let now = new Date('2026-11-24T09:00:00Z');
/** The session of each coordinator, by association; and of the council. */
const cookies: Record<string, string> = {};

beforeAll(async () => {
  service = await startTestService({ now: () => now });
  const roles: [string, AreaRole][] = [
    ...ALL.map((association): [string, AreaRole] => [association, { role: 'coordinator', association }]),
    ['council', { role: 'council', association: null }],
  ];
  for (const [name, role] of roles)
    cookies[name] = await join(service.app, service.db, 'al-lith' as AreaId, role);
  await sql`update person_session set proven_twice = true where person_id in (
    select person_id from membership where role = 'council')`.execute(service.db);
});
afterAll(() => service.close());

async function send<T>(
  who: string,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  rest: InjectOptions = {},
): Promise<T> {
  const headers = { ...rest.headers, cookie: cookies[who] ?? '' };
  const response = await service.app.inject({ ...rest, method, url: `${AREA}/${url}`, headers });
  expect(response.statusCode, response.body).toBeLessThan(300);
  return response.json<T>();
}

const reportOf = (plan: string) => send<CoverageReport>('lith', 'GET', `plans/${plan}/coverage`);
const lookUp = async (village: string, at: string) =>
  (await service.app.inject(`/api/v1/coverage?village=${village}&at=${at}`)).json<CoverageAnswer>();

test('an overlap is agreed, proposed, signed by those it concerns, in force until its end, and then an overlap again', async () => {
  const claims = await reportOf('opening-claims');
  const overlap = claims.overlaps.features.find(
    ({ properties }) => properties.villages.length > 0 && properties.associations.length === 2,
  );
  const [village] = overlap?.properties.villages ?? [];
  const [partner, lead] = overlap?.properties.associations ?? [];
  if (!overlap || !village || !lead || !partner) throw new Error('Nothing overlaps where a village is');

  const draft = await send<{ id: string }>(lead, 'POST', 'plans', {
    payload: { title: 'Shared', from: 'in-force' },
  });
  const zone = await send<PlanZone>(lead, 'POST', `plans/${draft.id}/shared-zones`, {
    payload: {
      geometry: overlap.geometry,
      lead,
      partners: [partner],
      services: ['كفالة الأيتام'],
      endsOn: '2027-03-01',
    },
  });
  const agreed = await reportOf(draft.id);
  expect(agreed.overlaps.features).toHaveLength(claims.overlaps.features.length - 1);
  expect(agreed.slivers.features).toHaveLength(claims.slivers.features.length);

  // Only those who share it have anything to sign.
  const opened = await send<Proposal>(lead, 'POST', 'proposals', {
    payload: {
      draft: draft.id,
      title: 'Shared',
      reason: 'We serve it together',
      deadline: '2026-12-24T00:00:00Z',
    },
  });
  const parties: AssociationId[] = [lead, partner].sort();
  expect(opened.revision.affected).toEqual(parties);
  // What becomes of the draft makes no difference to what is signed.
  await service.app.inject({
    method: 'DELETE',
    url: `${AREA}/plans/${draft.id}/shared-zones/${zone.id}`,
    headers: { cookie: cookies[lead] ?? '', 'if-match': '"1"' },
  });
  expect(
    (await send<{ items: PlanZone[] }>(lead, 'GET', `plans/${opened.revision.plan}/shared-zones`)).items,
  ).toMatchObject([{ id: zone.id, lead, partners: [partner] }]);
  let present = opened;
  for (const association of parties) {
    present = await send<Proposal>(association, 'PUT', `proposals/${opened.id}/answers/${association}`, {
      payload: { answer: 'signed', contentHash: present.revision.contentHash },
    });
  }
  expect(present.state).toBe('agreed');
  await send<Proposal>('council', 'POST', `proposals/${opened.id}/enactment`, {
    payload: { from: '2026-11-25' },
    headers: { 'if-match': `"${present.version}"` },
  });

  // Contested before, covered while it lasts with the lead first, contested again from its end.
  const standing = ({ status, associations, shared }: CoverageAnswer) => ({
    status,
    associations: associations.map(({ id }) => id),
    endsSoon: shared?.endsSoon,
  });
  expect(standing(await lookUp(village, '2026-11-24T20:59:59Z'))).toEqual({
    status: 'overlap',
    associations: [partner, lead],
    endsSoon: undefined,
  });
  expect(standing(await lookUp(village, '2026-11-25T09:00:00Z'))).toEqual({
    status: 'covered',
    associations: [lead, partner],
    endsSoon: false,
  });
  expect((await lookUp(village, '2027-02-28T20:59:59Z')).shared).toEqual({
    zone: zone.id,
    lead,
    partners: [partner],
    services: ['كفالة الأيتام'],
    endsOn: '2027-03-01',
    endsSoon: true,
  });
  expect(standing(await lookUp(village, '2027-02-28T21:00:00Z'))).toEqual({
    status: 'overlap',
    associations: [partner, lead],
    endsSoon: undefined,
  });
  now = new Date('2026-11-25T09:00:00Z');
  expect((await reportOf('in-force')).shared.features).toHaveLength(1);
  now = new Date('2027-03-01T09:00:00Z');
  expect((await reportOf('in-force')).overlaps.features).toHaveLength(claims.overlaps.features.length);
});

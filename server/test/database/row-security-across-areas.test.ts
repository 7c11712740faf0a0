import type { AreaId, AssociationId, Person, PersonId } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../support/negotiation.ts';
import { type Act, addSomethingOfAll, PEOPLE_OF_THE_AREA, reaches } from '../support/row-security.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
const HASH = 'e'.repeat(64);

/** An initiative of Lith here and of the association of the same name elsewhere. */
const JOINT = [
  `insert into initiative (area_id, initiative_id, state, lead_id, parties, opened_by, opened_by_name, opened_at)
    values ('al-lith', 'joint', 'proposed', 'lith', '{lith,elsewhere/lith}', 'p-lith', 'P', '2026-11-01')`,
  `insert into initiative_revision
    values ('al-lith', 'joint', 1, '{}', '${HASH}', '{lith,elsewhere/lith}', 'p-lith', 'P', '2026-11-01')`,
  `insert into initiative_milestone values ('al-lith', 'joint', 'ride', '2026-11-02', null)`,
  `insert into person (id, name, email) values ('p-third', 'Third', 'third@example.org')`,
  `insert into area (area_id, name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2)
    select 'third', name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2
    from area where area_id = 'al-lith'`,
  `insert into association (area_id, association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour)
    values ('third', 'lith', 'أ', 'A', 'أ', 'A', 0)`,
  `insert into membership (area_id, person_id, role, association_id) values ('third', 'p-third', 'coordinator', 'lith')`,
];

beforeAll(async () => {
  service = await startTestService({ now: () => NOW });
  await addSomethingOfAll(service.db);
  for (const statement of JOINT) await sql.raw(statement).execute(service.db);
});
afterAll(() => service.close());

function person(id: string, area: string, role: 'coordinator' | 'observer'): Person {
  const association = role === 'coordinator' ? ('lith' as AssociationId) : null;
  return {
    id: id as PersonId,
    name: id,
    email: `${id}@example.org`,
    memberships: [{ role, association, area: area as AreaId } as Person['memberships'][number]],
    secondFactor: false,
    provenTwice: false,
  };
}

const PEOPLE: Readonly<Record<string, Person | null>> = {
  partner: PEOPLE_OF_THE_AREA['a coordinator of another area'] ?? null,
  observer: person('p-far', 'elsewhere', 'observer'),
  stranger: person('p-third', 'third', 'coordinator'),
  neighbour: PEOPLE_OF_THE_AREA['another coordinator'] ?? null,
  nobody: null,
};

/** What is done in another area than the one that keeps it, and by whom it may be. */
const ACTS: readonly (readonly [what: string, statement: string, may: readonly string[]])[] = [
  ['reads it', `select from initiative where initiative_id = 'joint'`, ['partner', 'observer', 'neighbour']],
  [
    'reads its content',
    `select from initiative_revision where initiative_id = 'joint'`,
    ['partner', 'observer', 'neighbour'],
  ],
  ['reads others of the area', `select from initiative where initiative_id = 'bus'`, ['neighbour']],
  ['reads the record of the area', `select from record_entry where area_id = 'al-lith'`, ['neighbour']],
  ['reads what is proposed there', `select from proposal where area_id = 'al-lith'`, ['neighbour']],
  [
    'approves it for the partner',
    `insert into initiative_answer (area_id, initiative_id, number, association_id, answer, revision, content_hash,
        given_by, given_by_name, given_at)
      values ('al-lith', 'joint', 1, 'elsewhere/lith', 'signed', 1, '${HASH}', :me, 'P', '2026-11-03') returning 1`,
    ['partner'],
  ],
  [
    'approves it for the lead',
    `insert into initiative_answer (area_id, initiative_id, number, association_id, answer, revision, content_hash,
        given_by, given_by_name, given_at)
      values ('al-lith', 'joint', 1, 'lith', 'signed', 1, '${HASH}', :me, 'P', '2026-11-03') returning 1`,
    [],
  ],
  [
    'moves it on',
    `update initiative set version = version + 1 where initiative_id = 'joint' returning 1`,
    ['partner'],
  ],
  [
    'moves another on',
    `update initiative set version = version + 1 where initiative_id = 'bus' returning 1`,
    ['neighbour'],
  ],
  [
    'takes a milestone back',
    `delete from initiative_milestone where initiative_id = 'joint' returning 1`,
    ['partner'],
  ],
  [
    'enters who was reached',
    `insert into initiative_reached (area_id, initiative_id, entry_id, village_id, round, orphans, widows, families,
        entered_by, entered_at)
      values ('al-lith', 'joint', 'x', 'al-ghalah', '2026-11', 1, 1, 1, :me, '2026-11-03') returning 1`,
    ['partner'],
  ],
  [
    'tells the other area of it',
    `insert into event (area_id, number, kind, data) values ('al-lith', 99, 'initiative', '{}') returning 1`,
    ['partner', 'neighbour'],
  ],
  [
    'tells the other area of something else',
    `insert into event (area_id, number, kind, data) values ('al-lith', 99, 'reset', '{}') returning 1`,
    ['neighbour'],
  ],
  [
    'writes in the record of the other area',
    `insert into record_entry (area_id, number, happened_at, person_id, act, subject_kind, subject_id, data, previous_hash, hash)
      select 'al-lith', max(number) + 1, now(), :me, 'initiative-signed', 'initiative', 'joint', '{}', '', '${HASH}'
      from record_entry where area_id = 'al-lith' returning 1`,
    [],
  ],
];

test.each(ACTS)('whoever %s by way of the database alone may', async (what, statement, may) => {
  const act: Act = { what, statement, may: () => false };
  const reached: string[] = [];
  for (const [name, who] of Object.entries(PEOPLE))
    if (await reaches(service.db, who, act)) reached.push(name);
  expect(reached).toEqual(may);
});

import type { AreaId, AssociationId, Person, PersonId } from '@nitaq/core';
import type { Database } from '../../src/database/open-database.ts';
import { type Act, PEOPLE_OF_THE_AREA, reaches } from './row-security.ts';

const HASH = 'e'.repeat(64);

/** An initiative of Lith here and of the association of the same name elsewhere. */
export const SOMETHING_JOINT = [
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
  `insert into notice_choice values ('p-colleague', 'daily', 'ar'), ('p-third', 'daily', 'ar')`,
  `insert into notice (area_id, notice_id, person_id, initiative_area_id, initiative_id, content, written_at, in_digest)
    values ('al-lith', 'of-joint', 'p-colleague', 'al-lith', 'joint', '{}', '2026-11-02', true)`,
  `insert into notice (area_id, notice_id, person_id, proposal_id, content, written_at, in_digest)
    values ('al-lith', 'of-agreed', 'p-wasqah', 'agreed', '{}', '2026-11-02', true)`,
  `insert into mail (area_id, mail_id, kind, person_id, due_at)
    values ('al-lith', 'digest-of-joint', 'digest', 'p-colleague', '2026-11-03'),
      ('al-lith', 'digest-of-agreed', 'digest', 'p-wasqah', '2026-11-03')`,
  `insert into mail (area_id, mail_id, kind, person_id, notice_id, due_at)
    values ('al-lith', 'mail-of-agreed', 'notice', 'p-wasqah', 'of-agreed', '2026-11-03')`,
];

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

/** Those of the area that keeps it, of another one, and of one that has no part in it. */
export const PEOPLE_ACROSS: Readonly<Record<string, Person | null>> = {
  partner: PEOPLE_OF_THE_AREA['a coordinator of another area'] ?? null,
  observer: person('p-far', 'elsewhere', 'observer'),
  stranger: person('p-third', 'third', 'coordinator'),
  neighbour: PEOPLE_OF_THE_AREA['another coordinator'] ?? null,
  nobody: null,
};

/** What is done in another area than the one that keeps it, and by whom it may be. */
export const ACTS_ACROSS: readonly (readonly [what: string, statement: string, may: readonly string[]])[] = [
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
  ['reads who has a role there', `select from membership where area_id = 'al-lith'`, ['neighbour']],
  [
    'reads the names of all who are there',
    `select id, name from person where id = 'p-colleague'`,
    ['neighbour'],
  ],
  [
    'reads how they are told of everything',
    `select from notice_choice where person_id = 'p-colleague'`,
    ['neighbour'],
  ],
  [
    'learns whom to tell of it there',
    `select from joint_colleagues('al-lith', 'al-lith', 'joint')`,
    ['partner', 'neighbour'],
  ],
  [
    'learns whom to tell of it where nobody takes part',
    `select from joint_colleagues('third', 'al-lith', 'joint')`,
    [],
  ],
  ['learns whom to tell of another', `select from joint_colleagues('al-lith', 'al-lith', 'bus')`, []],
  ['learns how they are told of it', `select from joint_choices('{p-colleague}')`, ['partner', 'neighbour']],
  ['learns how others are told', `select from joint_choices('{p-third}')`, []],
  [
    'has an e-mail of it wait',
    `insert into mail (area_id, mail_id, kind, person_id, notice_id, due_at)
      select 'al-lith', 'm', 'notice', 'p-colleague', 'of-joint', now() returning 1`,
    ['partner', 'neighbour'],
  ],
  [
    'has an e-mail of something else wait',
    `insert into mail (area_id, mail_id, kind, person_id, notice_id, due_at)
      select 'al-lith', 'm', 'notice', 'p-wasqah', 'of-agreed', now() returning 1`,
    ['neighbour'],
  ],
  [
    'adds to the e-mail of a day that tells of it',
    `insert into mail (area_id, mail_id, kind, person_id, due_at) values ('al-lith', 'm', 'digest', 'p-colleague', now())
      on conflict (area_id, person_id) where kind = 'digest' do update set given_up = false returning 1`,
    ['partner', 'neighbour'],
  ],
  [
    'changes an e-mail of something else',
    `update mail set given_up = true where mail_id in ('digest-of-agreed', 'mail-of-agreed') returning 1`,
    ['neighbour'],
  ],
  [
    'reads an e-mail of something else',
    `select from mail where mail_id in ('digest-of-agreed', 'mail-of-agreed')`,
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

/** Who of these gets anything by an act. */
export async function whoReaches(db: Database, what: string, statement: string): Promise<string[]> {
  const act: Act = { what, statement, may: () => false };
  const reached: string[] = [];
  for (const [name, who] of Object.entries(PEOPLE_ACROSS))
    if (await reaches(db, who, act)) reached.push(name);
  return reached;
}

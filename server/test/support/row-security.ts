import {
  type Action,
  type AreaId,
  type AssociationId,
  authorize,
  type Membership,
  type Person,
  type PersonId,
} from '@nitaq/core';
import { sql } from 'kysely';
import { actFor, forPeople } from '../../src/database/acting.ts';
import type { Database } from '../../src/database/open-database.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { INITIATIVE_ROWS } from './initiative-rows.ts';
import { AREA_ID, LITH, NOW } from './negotiation.ts';

const WASQAH = 'wasqah' as AssociationId;
const ELSEWHERE = 'elsewhere' as AreaId;

/** Everybody who may ask, by what they are. */
export const PEOPLE_OF_THE_AREA: Readonly<Record<string, Person | null>> = {
  'nobody who is signed in': null,
  'a coordinator of another area': person('p-elsewhere', {
    role: 'coordinator',
    association: LITH,
    area: ELSEWHERE,
  }),
  'an observer': person('p-observer', { role: 'observer', association: null, area: AREA_ID }),
  'a member': person('p-member', { role: 'member', association: LITH, area: AREA_ID }),
  'the council': person('p-council', { role: 'council', association: null, area: AREA_ID }),
  'the council, proven twice': person(
    'p-proven',
    { role: 'council', association: null, area: AREA_ID },
    true,
  ),
  'the coordinator': person('p-lith', { role: 'coordinator', association: LITH, area: AREA_ID }),
  'another coordinator': person('p-wasqah', { role: 'coordinator', association: WASQAH, area: AREA_ID }),
};

function person(id: string, membership: Membership, provenTwice = false): Person {
  const email = `${id}@example.org`;
  return {
    id: id as PersonId,
    name: id,
    email,
    memberships: [membership],
    secondFactor: provenTwice,
    provenTwice,
  };
}

/** Something done to rows, in plain SQL as no route does it, and who may, by the rights of the core. */
export interface Act {
  readonly what: string;
  /** Answers the rows that it read or changed; `:me` stands for who does it. */
  readonly statement: string;
  readonly may: (who: Person | null) => boolean;
}

export const nobody = () => false;
export const everybody = () => true;

/** Whoever has a right to something of the area. */
export function right(action: Action, association?: AssociationId | null): Act['may'] {
  const thing = { area: AREA_ID, ...(association === undefined ? {} : { association }) };
  return (who) => authorize(who, action, thing) === 'allowed';
}

/** Whoever has a right and acts for Lith. */
export function rightOfLith(action: Action): Act['may'] {
  const may = right(action);
  return (who) => may(who) && who?.memberships[0]?.association === LITH;
}

/** What refuses: no policy lets the row through, or a trigger guards it against everybody. */
const REFUSALS = new Set([
  '42501',
  'NT001',
  'NT002',
  'NT003',
  'NT004',
  'NT005',
  'NT007',
  'NT008',
  'NT009',
  'NT010',
]);
class Undone extends Error {}

/** Whether an act, done through the handle that routes have, reads or changes anything. What it changed is undone. */
export async function reaches(service: Database, who: Person | null, { statement }: Act): Promise<boolean> {
  let rows = 0;
  const work = () =>
    inTransaction(forPeople(service), async (db) => {
      const said = statement.replaceAll(':me', `'${who?.id ?? 'p-nobody'}'`);
      rows = (await sql.raw(said).execute(db)).rows.length;
      throw new Undone();
    });
  try {
    await actFor({ person: who, now: () => NOW }, work);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (REFUSALS.has(code)) return false;
    if (!(error instanceof Undone)) throw error;
  }
  return rows > 0;
}

/** Adds the people, and to the shipped area something of each kind. */
export async function addSomethingOfAll(db: Database): Promise<void> {
  for (const statement of [...SOMETHING_OF_ALL, ...INITIATIVE_ROWS]) await sql.raw(statement).execute(db);
  for (const one of Object.values(PEOPLE_OF_THE_AREA)) {
    if (one === null) continue;
    const { id, name, email, memberships } = one;
    await sql`insert into person (id, name, email) values (${id}, ${name}, ${email})`.execute(db);
    for (const { area, role, association } of memberships) {
      await sql`insert into membership (area_id, person_id, role, association_id)
        values (${area}, ${id}, ${role}, ${association})`.execute(db);
    }
  }
}

const HASH = 'a'.repeat(64);

const SOMETHING_OF_ALL = [
  `insert into area (area_id, name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2)
    select '${ELSEWHERE}', name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2
    from area`,
  `insert into association (area_id, association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour)
    values ('${ELSEWHERE}', 'lith', 'أ', 'A', 'أ', 'A', 0)`,
  // The plan in force ends with the year, and another follows.
  `update plan set state = 'superseded', in_force_to = '2026-12-31T21:00Z' where plan_id = 'opening-claims'`,
  `insert into plan (area_id, plan_id, number, title_ar, title_en, state)
    values ('al-lith', 'scheduled', 50, 'أ', 'A', 'draft'), ('al-lith', 'frozen', 51, 'أ', 'A', 'draft'),
      ('al-lith', 'bare', 52, 'أ', 'A', 'draft'), ('al-lith', 'revised', 53, 'أ', 'A', 'proposed')`,
  `insert into territory (area_id, plan_id, association_id, boundary)
    select area_id, new_id, association_id, boundary from territory, unnest(array['scheduled', 'frozen']) as new_id
    where plan_id = 'draft-whole'`,
  `insert into reason (area_id, plan_id, reason_id, line, association_id, text)
    select 'al-lith', of_plan, 'why', ST_SetSRID(ST_MakePoint(40.4, 20.2), 4326), 'lith', 'The valley'
    from unnest(array['scheduled', 'draft-whole']) as of_plan`,
  `insert into reason_key values ('al-lith', 'draft-whole', 'key', 'digest', 'why')`,
  `update plan set state = 'in-force', in_force_from = '2026-12-31T21:00Z' where plan_id = 'scheduled'`,
  `update plan set state = 'proposed' where plan_id = 'frozen'`,
  `insert into deleted_plan (area_id, number, plan_id, title_ar, title_en) values ('al-lith', 60, 'gone', 'أ', 'A')`,
  `insert into proposal (area_id, proposal_id, association_id, title_ar, title_en, reason, deadline, state,
      opened_by, opened_by_name, opened_at)
    values ('al-lith', 'agreed', 'lith', 'أ', 'A', 'Why', '2027-01-01', 'agreed', 'p-lith', 'P', '2026-11-01')`,
  `insert into proposal_revision values
    ('al-lith', 'agreed', 1, 'proposed', 'frozen', null, '${HASH}', '{lith}', '{}', 'p-lith', 'P', '2026-11-01')`,
  `insert into proposal_answer values
    ('al-lith', 'agreed', 1, 'lith', 'signed', 1, '${HASH}', null, 'p-lith', 'P', '2026-11-02')`,
  `insert into thread (area_id, proposal_id, thread_id, pin, revision, opened_at)
    values ('al-lith', 'agreed', 'talk', '{"kind":"whole"}', 1, '2026-11-01')`,
  `insert into comment values
    ('al-lith', 'agreed', 'talk', 'first', 1, 'Well', '{}', 'p-lith', 'P', '2026-11-01', null, null)`,
  `insert into event_log (area_id, last_number) values ('al-lith', 1) on conflict do nothing`,
  `insert into event (area_id, number, kind, data) values ('al-lith', 1, 'reset', '{}') on conflict do nothing`,
  `insert into invitation (area_id, invitation_id, secret_digest, role, association_id, expires_at)
    values ('al-lith', 'for-lith', 'digest 1', 'member', 'lith', '2027-01-01'),
      ('al-lith', 'for-nobody', 'digest 2', 'observer', null, '2027-01-01')`,
  `insert into person (id, name, email) values ('p-colleague', 'Colleague', 'colleague@example.org'),
    ('p-far', 'Far', 'far@example.org')`,
  `insert into membership (area_id, person_id, role, association_id)
    values ('al-lith', 'p-colleague', 'member', 'lith'), ('elsewhere', 'p-far', 'observer', null)`,
  `insert into person_session (id, token, person_id, expires_at)
    values ('s', 'token', 'p-colleague', '2027-01-01')`,
  `insert into need values ('al-lith', 'al-ghalah', '2026-10', 3, 12, 57), ('al-lith', 'al-barid', '2026-10', 3, 12, 57)`,
  `insert into need_share values ('al-lith', 'lith', 'wasqah', '2027-01-01')`,
];

import { type Kysely, sql } from 'kysely';

/**
 * Partners of several areas in one initiative: it stays with the area of its lead, and names what is of another one with
 * that area before it (`area/association`). The areas that were ever asked see it; whoever acts for one of their
 * associations that takes part writes what a partner writes. Decision 10 says why it is made like this. And notices may be
 * of an initiative.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...COLUMNS, ...NOTICES, ...FUNCTIONS]) await sql.raw(statement).execute(db);
  for (const [table, command, clause] of POLICIES) {
    await sql.raw(`drop policy people_${command} on ${table}`).execute(db);
    await sql.raw(`create policy people_${command} on ${table} for ${command} ${clause}`).execute(db);
  }
}

/** The two parts of a name, so that the database knows what it refers to. */
const partsOf = (column: string, part: string) => `
  add column ${part}_area_id text collate "C" not null generated always as
    (case when strpos(${column}, '/') > 0 then split_part(${column}, '/', 1) else area_id end) stored,
  add column ${part}_own_id text collate "C" not null generated always as
    (substring(${column} from '[^/]*$')) stored`;

const COLUMNS = [
  `alter table initiative add column guest_areas text[] not null default '{}'`,
  `create index initiative_guests on initiative using gin (guest_areas)`,
  `alter table initiative_answer drop constraint initiative_answer_area_id_association_id_fkey,
    ${partsOf('association_id', 'party')},
    add foreign key (party_area_id, party_own_id) references association`,
  `alter table initiative_reached drop constraint initiative_reached_area_id_village_id_fkey,
    ${partsOf('village_id', 'village')},
    add foreign key (village_area_id, village_own_id) references village`,
];

/** As the service, until it is answered: without a person its policies hold, also where the owner is bound itself. */
const asService = (
  statement: string,
) => `stable language plpgsql security definer set search_path from current as $$
  declare who text := coalesce(current_setting('nitaq.person', true), '');
  begin
    perform set_config('nitaq.person', '', true);
    ${statement};
    perform set_config('nitaq.person', who, true);
  end $$`;

const FUNCTIONS = [
  // Whoever was once asked keeps seeing what became of it.
  `create function initiative_keeps_guests() returns trigger language plpgsql as $$
    begin
      new.guest_areas := array(
        select distinct one from (
          select split_part(party, '/', 1) from unnest(new.parties) party where strpos(party, '/') > 0
          union all
          select unnest(old.guest_areas) where tg_op = 'UPDATE'
        ) as guest (one) order by one);
      return new;
    end $$`,
  `create trigger initiative_keeps_guests before insert or update on initiative
    for each row execute function initiative_keeps_guests()`,
  // A party as whoever acts for it is known to the policies.
  `create function party_key(of_area text, party text) returns text immutable language sql as $$
    select case when strpos(party, '/') > 0 then party else of_area || '/' || party end $$`,
  // The areas that initiatives which who asks may see are of, beside others.
  `create function joint_areas() returns text[] stable language sql as $$
    select coalesce(array_agg(distinct one), '{}') from initiative, unnest(guest_areas || area_id) one
    where guest_areas <> '{}' $$`,
  // Of initiatives of several areas alone, and for those who act in one of these: no more than it takes to tell the others.
  `create function joint_colleagues(of_area text, kept_in text, of_initiative text)
    returns table (id text, name text, role text, association_id text) ${asService(`return query
      select person.id, person.name, membership.role, membership.association_id
      from initiative join membership on membership.area_id = of_area join person on person.id = membership.person_id
      where initiative.area_id = kept_in and initiative.initiative_id = of_initiative and guest_areas <> '{}'
        and of_area = any (guest_areas || initiative.area_id)
        and (guest_areas || initiative.area_id) && areas_as('coordinator', 'council')`)}`,
  `create function joint_choices(of_people text[])
    returns table (person_id text, mail text, language text) ${asService(`return query
      select choice.person_id, choice.mail, choice.language from notice_choice choice
      where choice.person_id = any (of_people) and exists (
        select from initiative join membership on membership.area_id = any (guest_areas || initiative.area_id)
        where membership.person_id = choice.person_id and guest_areas <> '{}'
          and (guest_areas || initiative.area_id) && areas_as('coordinator', 'council'))`)}`,
  // Whether an e-mail to somebody tells of an initiative: the notice that it bears, or one of those that a digest gathers.
  `create function mails_initiative(of_area text, of_person text, the_notice text, out tells boolean)
    ${asService(`tells := exists (select from notice
      where area_id = of_area and person_id = of_person and initiative_id is not null
        and case when the_notice is null then in_digest else notice_id = the_notice end)`)}`,
];

const NOTICES = [
  `alter table notice add column initiative_area_id text collate "C", add column initiative_id text collate "C",
    add foreign key (initiative_area_id, initiative_id) references initiative,
    add check ((initiative_area_id is null) = (initiative_id is null))`,
  // Of which milestones it was told that their day has passed, as `milestone day`.
  `alter table initiative add column late_told text[] not null default '{}'`,
  // What was late before anybody was told of such things is no news: nobody hears of it all at once.
  `update initiative set late_told = array(
    select (milestone ->> 'id') || ' ' || (milestone ->> 'dueOn')
    from initiative_revision present, json_array_elements(present.content -> 'milestones') milestone
    where present.area_id = initiative.area_id and present.initiative_id = initiative.initiative_id
      and present.number = (select max(number) from initiative_revision last
        where last.area_id = initiative.area_id and last.initiative_id = initiative.initiative_id)
      and milestone ->> 'dueOn' < to_char(now() at time zone
        (select time_zone from area where area.area_id = initiative.area_id), 'YYYY-MM-DD'))
    where state in ('proposed', 'agreed', 'running')`,
];

/** In an area where who asks has one of these roles. */
const as = (...roles: string[]) =>
  `area_id = any ((select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
const asGuest = (...roles: string[]) =>
  `guest_areas && (select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[]`;
const me = (column: string) => `${column} = (select acting_person())`;
const ofOwnParty = (area: string, party: string) =>
  `party_key(${area}, ${party}) = any ((select own_as('coordinator'))::text[])`;

const ROLES = ['council', 'coordinator', 'member', 'observer'] as const;
const EVERY_ROLE = as(...ROLES);
const WRITERS = as('council', 'coordinator', 'member');
const COUNCIL = as('council');
const JOINT = `area_id = any ((select joint_areas())::text[])`;
/** Who writes in an area of their own tells the others of what they do together. */
const JOINT_WRITERS = `${JOINT} and (select areas_as('council', 'coordinator', 'member')) <> '{}'`;
const JOINT_NOTICE = `kind = 'notice' and ${JOINT_WRITERS} and mails_initiative(area_id, person_id, notice_id)`;
const JOINT_DIGEST = `kind = 'digest' and ${JOINT_WRITERS} and mails_initiative(area_id, person_id, null)`;
const TAKES_PART = `exists (select from unnest(parties) as party where ${ofOwnParty('area_id', 'party')})`;
/** Whoever sees the initiative sees what is in it. */
const OF_SEEN = (table: string) =>
  `exists (select from initiative seen where seen.area_id = ${table}.area_id
    and seen.initiative_id = ${table}.initiative_id)`;
const OF_OWN_INITIATIVE = (table: string) =>
  `exists (select from initiative of_own, unnest(of_own.parties) as party where of_own.area_id = ${table}.area_id
    and of_own.initiative_id = ${table}.initiative_id and ${ofOwnParty('of_own.area_id', 'party')})`;
/** What is recorded of an initiative stands in the record of the area in which it was done. */
const OF_SEEN_SUBJECT = `subject_kind = 'initiative' and exists (
  select from initiative seen where seen.initiative_id = record_entry.subject_id
    and (seen.area_id = record_entry.area_id or record_entry.area_id = any (seen.guest_areas)))`;

const POLICIES: readonly (readonly [
  table: string,
  command: 'select' | 'insert' | 'update' | 'delete',
  clause: string,
])[] = [
  ['initiative', 'select', `using (${EVERY_ROLE} or ${asGuest(...ROLES)})`],
  [
    'initiative',
    'update',
    `using (${TAKES_PART} or ${COUNCIL}) with check (${as('coordinator', 'council')} or ${asGuest('coordinator')})`,
  ],
  ['initiative_revision', 'select', `using (${EVERY_ROLE} or ${OF_SEEN('initiative_revision')})`],
  [
    'initiative_revision',
    'insert',
    `with check ((${OF_OWN_INITIATIVE('initiative_revision')} or ${COUNCIL}) and ${me('made_by')})`,
  ],
  ['initiative_answer', 'select', `using (${EVERY_ROLE} or ${OF_SEEN('initiative_answer')})`],
  [
    'initiative_answer',
    'insert',
    `with check (${ofOwnParty('area_id', 'association_id')} and ${OF_SEEN('initiative_answer')} and ${me('given_by')})`,
  ],
  ['initiative_milestone', 'select', `using (${EVERY_ROLE} or ${OF_SEEN('initiative_milestone')})`],
  ['initiative_milestone', 'insert', `with check (${OF_OWN_INITIATIVE('initiative_milestone')})`],
  ['initiative_milestone', 'update', `using (${OF_OWN_INITIATIVE('initiative_milestone')})`],
  ['initiative_milestone', 'delete', `using (${OF_OWN_INITIATIVE('initiative_milestone')})`],
  [
    'initiative_reached',
    'select',
    `using (covering(village_area_id, village_own_id, false) && (select own_as('coordinator', 'member'))::text[])`,
  ],
  [
    'initiative_reached',
    'insert',
    `with check (${OF_OWN_INITIATIVE('initiative_reached')} and ${me('entered_by')})`,
  ],
  ['record_entry', 'select', `using (${EVERY_ROLE} or ${OF_SEEN_SUBJECT})`],
  ['event_log', 'select', `using (${EVERY_ROLE} or ${JOINT})`],
  ['event_log', 'insert', `with check (${EVERY_ROLE} or ${JOINT_WRITERS})`],
  ['event_log', 'update', `using (${WRITERS} or ${JOINT_WRITERS})`],
  ['event', 'insert', `with check (${WRITERS} or kind = 'initiative' and ${JOINT_WRITERS})`],
  ['notice', 'insert', `with check (${WRITERS} or initiative_id is not null and ${JOINT_WRITERS})`],
  // Of a digest there is only one, which is found and held.
  ['mail', 'select', `using (${WRITERS} or ${JOINT_DIGEST})`],
  ['mail', 'insert', `with check (${WRITERS} or ${JOINT_DIGEST} or ${JOINT_NOTICE})`],
  ['mail', 'update', `using (${WRITERS} or ${JOINT_DIGEST})`],
];

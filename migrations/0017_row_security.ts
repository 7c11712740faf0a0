import { type Kysely, sql } from 'kysely';

/**
 * Who may read and write which row, as the rights of the core say, should a route ever forget to ask. A request acts in a
 * transaction that began with `act_for`; whatever else uses the database is the service itself and bound by none of it.
 * Decision 8 says why it is made like this. A later migration that adds a table gives it policies of the same form.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const definition of FUNCTIONS) await sql.raw(definition).execute(db);
  for (const [table, rules] of Object.entries(POLICIES)) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql.raw(`create policy service on ${table} using ((select acts_as_service()))`).execute(db);
    for (const [command, rule] of Object.entries(rules)) {
      await sql
        .raw(`create policy people_${command} on ${table} for ${command} ${clauseOf(command, rule)}`)
        .execute(db);
    }
  }
}

/** Which rows there are for a command. Of an update also what they may become: whoever may lock may not always change. */
type Rule = string | { readonly from: string; readonly to: string };
type Rules = Partial<Record<'select' | 'insert' | 'update' | 'delete', Rule>>;

function clauseOf(command: string, rule: Rule): string {
  if (typeof rule !== 'string') return `using (${rule.from}) with check (${rule.to})`;
  return command === 'insert' ? `with check (${rule})` : `using (${rule})`;
}

/** In an area where who asks has one of these roles; `proven-council` is the council in a session proven twice. */
const as = (...roles: string[]) =>
  `area_id = any ((select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
/** Of the association that who asks acts for, in one of these roles. */
const ofOwn = (column: string, ...roles: string[]) =>
  `area_id || '/' || ${column} = any ((select own_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
const me = (column: string) => `${column} = (select acting_person())`;

const ANYONE = 'true';
const NOBODY = 'false';
const EVERY_ROLE = as('council', 'coordinator', 'member', 'observer');
const WRITERS = as('council', 'coordinator', 'member');
const COORDINATORS = as('coordinator');
const INVITERS = `${as('proven-council')} or ${ofOwn('association_id', 'coordinator')}`;
const COUNTERS = `covering(area_id, village_id, false) && (select own_as('coordinator'))::text[]
  or ${as('council')} and covering(area_id, village_id, true) = '{}'`;
/** Whoever sees the plan sees what is in it. */
const OF_VISIBLE_PLAN = (table: string) =>
  `exists (select from plan where plan.area_id = ${table}.area_id and plan.plan_id = ${table}.plan_id)`;
/** Of a proposal of the own association. */
const OF_OWN_PROPOSAL = `exists (select from proposal where proposal.area_id = proposal_revision.area_id
  and proposal.proposal_id = proposal_revision.proposal_id
  and proposal.area_id || '/' || proposal.association_id = any ((select own_as('coordinator'))::text[]))`;
const AFFECTS_OWN = `exists (select from proposal_revision revision, unnest(revision.affected) as one
  where revision.area_id = proposal.area_id and revision.proposal_id = proposal.proposal_id
  and revision.area_id || '/' || one = any ((select own_as('coordinator'))::text[]))`;

const POLICIES: Readonly<Record<string, Rules>> = {
  // To lock an area is all that anyone does to its row: so creations of plans follow each other.
  area: { select: ANYONE, update: { from: as('council', 'coordinator'), to: NOBODY } },
  association: {
    select: ANYONE,
    update: `${as('council')} or ${ofOwn('association_id', 'coordinator')}`,
  },
  village: { select: ANYONE, update: as('council', 'coordinator') },
  plan: {
    select: `in_force_from <= (select acting_at()) or ${EVERY_ROLE}`,
    insert: `${COORDINATORS} and state = 'draft'`,
    update: {
      from: as('council', 'coordinator'),
      // Where a draft is deleted, what was made from it counts as made from its base, in force or not.
      to: `${as('proven-council')} and in_force_from is not null
          and changed_in(plan.*) <@ array['state', 'in_force_from', 'in_force_to', 'updated_at']
        or ${COORDINATORS} and (in_force_from is null or changed_in(plan.*) <@ array['base_plan_id', 'updated_at'])`,
    },
    delete: `${COORDINATORS} and state = 'draft'`,
  },
  territory: partOfPlan('territory'),
  reason: partOfPlan('reason'),
  shared_zone: partOfPlan('shared_zone'),
  shared_zone_key: { select: COORDINATORS, insert: COORDINATORS, delete: COORDINATORS },
  reason_key: { select: COORDINATORS, insert: COORDINATORS, delete: COORDINATORS },
  deleted_plan: { select: COORDINATORS, insert: COORDINATORS },
  event_log: { select: EVERY_ROLE, insert: EVERY_ROLE, update: WRITERS },
  event: { select: EVERY_ROLE, insert: WRITERS, delete: WRITERS },
  person: {
    select: `${me('id')} or exists (select from membership where membership.person_id = person.id)`,
  },
  membership: {
    select: `${me('person_id')} or ${EVERY_ROLE}`,
    update: { from: EVERY_ROLE, to: NOBODY },
    delete: `${me('person_id')} or ${INVITERS}`,
  },
  invitation: {
    select: EVERY_ROLE,
    insert: `(${INVITERS}) and ${me('invited_by')}`,
    update: { from: INVITERS, to: `(${INVITERS}) and accepted_at is null` },
  },
  need: {
    select: `${COUNTERS} or covering(area_id, village_id, false) && (select own_as('member'))::text[]`,
    insert: COUNTERS,
    update: COUNTERS,
  },
  need_share: {
    select: EVERY_ROLE,
    insert: ofOwn('owner_id', 'coordinator'),
    update: ofOwn('owner_id', 'coordinator'),
    delete: ofOwn('owner_id', 'coordinator'),
  },
  record_entry: { select: EVERY_ROLE, insert: `${EVERY_ROLE} and ${me('person_id')}` },
  proposal: {
    select: EVERY_ROLE,
    insert: `${ofOwn('association_id', 'coordinator')} and ${me('opened_by')}`,
    update: {
      from: WRITERS,
      to: `${as('proven-council')} or ${ofOwn('association_id', 'coordinator')} or ${AFFECTS_OWN}`,
    },
  },
  proposal_revision: { select: EVERY_ROLE, insert: `${OF_OWN_PROPOSAL} and ${me('made_by')}` },
  proposal_answer: {
    select: EVERY_ROLE,
    insert: `${ofOwn('association_id', 'coordinator')} and ${me('given_by')}`,
  },
  thread: { select: EVERY_ROLE, insert: WRITERS, update: WRITERS },
  comment: { select: EVERY_ROLE, insert: `${WRITERS} and ${me('made_by')}` },
  notice: { select: me('person_id'), insert: WRITERS, update: me('person_id') },
  // Who tells somebody of something has to know how they want to be told.
  notice_choice: {
    select: `${me('person_id')} or exists (select from membership where membership.person_id = notice_choice.person_id)`,
    insert: me('person_id'),
    update: me('person_id'),
  },
  mail: { select: WRITERS, insert: WRITERS, update: WRITERS },
  mail_setup: { select: ANYONE },
  watch: {},
  watch_secret: {},
  // How people sign in is the business of the service alone.
  person_session: {},
  person_account: {},
  verification: {},
  second_factor: {},
  passkey: {},
};

function partOfPlan(table: string): Rules {
  return {
    select: OF_VISIBLE_PLAN(table),
    insert: COORDINATORS,
    update: COORDINATORS,
    delete: COORDINATORS,
  };
}

const FUNCTIONS = [
  `create function people_role() returns name stable language sql as $$
    select (left(current_database(), 56) || '_people')::name $$`,
  // Found out by trying: what it takes differs between versions of PostgreSQL.
  `create function may_take_people_role() returns boolean language plpgsql as $$
    begin
      perform set_config('role', people_role(), true);
      raise exception 'undo' using errcode = 'NT000';
    exception
      when sqlstate 'NT000' then return true;
      when undefined_object or invalid_parameter_value or insufficient_privilege then return false;
    end $$`,
  // From here to the end of the transaction: as this person, or as nobody who is signed in, at this instant.
  `create function act_for(who text, proven_twice boolean, instant timestamptz) returns void language plpgsql as $$
    begin
      perform set_config('nitaq.memberships', (
        select coalesce(jsonb_agg(jsonb_build_object('area', area_id, 'own', area_id || '/' || association_id, 'as',
          case when role = 'council' and proven_twice then array['council', 'proven-council'] else array[role] end)), '[]')
        from membership where person_id = who)::text, true);
      perform set_config('nitaq.at', instant::text, true), set_config('nitaq.person', coalesce(who, '-'), true);
      begin
        perform set_config('role', people_role(), true);
      exception when undefined_object or invalid_parameter_value or insufficient_privilege then null; -- Then the owner is bound itself.
      end;
      if not row_security_active('record_entry') then
        raise exception 'Row-level security does not bind %', current_user using errcode = 'NT006';
      end if;
    end $$`,
  `create function acts_as_service() returns boolean stable language sql as $$
    select coalesce(current_setting('nitaq.person', true), '') = '' and current_user <> people_role() $$`,
  `create function acting_person() returns text stable language sql as $$
    select nullif(current_setting('nitaq.person', true), '') $$`,
  `create function acting_at() returns timestamptz stable language sql as $$
    select coalesce(nullif(current_setting('nitaq.at', true), '')::timestamptz, now()) $$`,
  `create function acting_memberships() returns jsonb stable language sql as $$
    select coalesce(nullif(current_setting('nitaq.memberships', true), ''), '[]')::jsonb $$`,
  `create function areas_as(variadic roles text[]) returns text[] stable language sql as $$
    select coalesce(array_agg(one ->> 'area'), '{}') from jsonb_array_elements(acting_memberships()) one
    where one -> 'as' ?| roles $$`,
  `create function own_as(variadic roles text[]) returns text[] stable language sql as $$
    select coalesce(array_agg(one ->> 'own') filter (where one ->> 'own' is not null), '{}')
    from jsonb_array_elements(acting_memberships()) one where one -> 'as' ?| roles $$`,
  // The core decides to whom a place on a border belongs: here both have it within 1e-6 degree, or surely neither.
  `create function covering(in_area text, the_village text, surely boolean) returns text[] stable language sql as $$
    select coalesce(array_agg(area_id || '/' || association_id), '{}')
    from village join plan using (area_id) join territory using (area_id, plan_id)
    where area_id = in_area and village_id = the_village
      and in_force_from <= acting_at() and (in_force_to is null or in_force_to > acting_at())
      and ST_DWithin(boundary, location, 1e-6)
      and not (surely and ST_DWithin(ST_Boundary(boundary), location, 1e-6)) $$`,
  `create function changed_in(after plan) returns text[] stable language sql as $$
    select coalesce(array_agg(key), '{}') from plan before, jsonb_each(to_jsonb(before))
    where before.area_id = after.area_id and before.plan_id = after.plan_id
      and value is distinct from to_jsonb(after) -> key $$`,
];

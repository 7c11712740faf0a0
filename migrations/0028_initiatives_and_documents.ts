import { type Kysely, sql } from 'kysely';

/**
 * Joint initiatives: what associations carry together, in contents of which each approves exactly one; revisions, answers
 * and entries of people reached are only ever added. And the shelf: documents and lessons, with at most one file each.
 * Policies are of the form of migration 17. Nothing refers to the area itself: that would wait for whoever locks its plans.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...INITIATIVES, ...DOCUMENTS]) await sql.raw(statement).execute(db);
  for (const table of ['initiative_revision', 'initiative_answer', 'initiative_reached']) {
    await sql
      .raw(
        `create trigger ${table}_only_added before update or delete on ${table}
          for each row execute function proposal_only_added()`,
      )
      .execute(db);
  }
  for (const [table, rules] of Object.entries(POLICIES)) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql.raw(`create policy service on ${table} using ((select acts_as_service()))`).execute(db);
    for (const [command, rule] of Object.entries(rules)) {
      await sql
        .raw(`create policy people_${command} on ${table} for ${command} ${clauseOf(command, rule)}`)
        .execute(db);
    }
  }
  await alsoAllow(db, { table: 'event', check: 'event_kind_check', kinds: ['initiative', 'document'] });
  await alsoAllow(db, {
    table: 'creation_key',
    check: 'creation_key_kind_check',
    kinds: ['initiative', 'document'],
  });
  for (const command of ['select', 'insert']) {
    const clause = command === 'insert' ? 'with check' : 'using';
    await sql
      .raw(
        `create policy members_${command} on creation_key for ${command} ${clause} (kind = 'document' and ${WRITERS})`,
      )
      .execute(db);
  }
}

/** Adds to the kinds that a check names, whichever these are by now: other migrations add to them as well. */
async function alsoAllow(
  db: Kysely<unknown>,
  { table, check, kinds }: { table: string; check: string; kinds: readonly string[] },
): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conname = ${check} and conrelid = ${table}::regclass`.execute(db);
  const before = rows[0]?.definition ?? '';
  const after = before.replace('ARRAY[', `ARRAY[${kinds.map((kind) => `'${kind}'::text, `).join('')}`);
  if (after === before) throw new Error(`${check} is not a list of kinds: ${before}`);
  await sql.raw(`alter table ${table} drop constraint ${check}`).execute(db);
  await sql.raw(`alter table ${table} add constraint ${check} ${after}`).execute(db);
}

/** Which rows there are for a command. Of an update also what they may become. */
type Rule = string | { readonly from: string; readonly to: string };
type Rules = Partial<Record<'select' | 'insert' | 'update' | 'delete', Rule>>;

function clauseOf(command: string, rule: Rule): string {
  if (typeof rule !== 'string') return `using (${rule.from}) with check (${rule.to})`;
  return command === 'insert' ? `with check (${rule})` : `using (${rule})`;
}

const as = (...roles: string[]) =>
  `area_id = any ((select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
const ofOwn = (column: string) =>
  `area_id || '/' || ${column} = any ((select own_as('coordinator'))::text[])`;
const me = (column: string) => `${column} = (select acting_person())`;

const EVERY_ROLE = as('council', 'coordinator', 'member', 'observer');
const WRITERS = as('council', 'coordinator', 'member');
const TAKES_PART = `exists (select from unnest(parties) as party where ${ofOwn('party')})`;
/** Of an initiative in which the own association takes part. */
const OF_OWN_INITIATIVE = (table: string) =>
  `exists (select from initiative of_own where of_own.area_id = ${table}.area_id
    and of_own.initiative_id = ${table}.initiative_id and exists (
      select from unnest(of_own.parties) as party
      where of_own.area_id || '/' || party = any ((select own_as('coordinator'))::text[])))`;
const KEEPS = `${me('made_by')} and ${WRITERS} or ${ofOwn('association_id')} or ${as('council')}`;
const OF_KEPT_DOCUMENT = (table: string) =>
  `exists (select from document kept where kept.area_id = ${table}.area_id and kept.document_id = ${table}.document_id
    and (kept.made_by = (select acting_person()) or kept.area_id = any ((select areas_as('council'))::text[])
      or kept.area_id || '/' || kept.association_id = any ((select own_as('coordinator'))::text[])))`;

const POLICIES: Readonly<Record<string, Rules>> = {
  initiative: {
    select: EVERY_ROLE,
    insert: `(${ofOwn('lead_id')} or ${as('council')}) and ${me('opened_by')}`,
    // Whoever leaves takes no part afterwards.
    update: { from: `${TAKES_PART} or ${as('council')}`, to: as('coordinator', 'council') },
  },
  initiative_revision: {
    select: EVERY_ROLE,
    insert: `(${OF_OWN_INITIATIVE('initiative_revision')} or ${as('council')}) and ${me('made_by')}`,
  },
  initiative_answer: { select: EVERY_ROLE, insert: `${ofOwn('association_id')} and ${me('given_by')}` },
  initiative_milestone: {
    select: EVERY_ROLE,
    insert: OF_OWN_INITIATIVE('initiative_milestone'),
    update: OF_OWN_INITIATIVE('initiative_milestone'),
    delete: OF_OWN_INITIATIVE('initiative_milestone'),
  },
  // As the counts of need: exactly for whoever covers the village; what others may know is worked out by the service.
  initiative_reached: {
    select: `covering(area_id, village_id, false) && (select own_as('coordinator', 'member'))::text[]`,
    insert: `${OF_OWN_INITIATIVE('initiative_reached')} and ${me('entered_by')}`,
  },
  document: {
    select: EVERY_ROLE,
    insert: `${WRITERS} and ${me('made_by')}`,
    update: KEEPS,
    delete: KEEPS,
  },
  document_link: {
    select: EVERY_ROLE,
    insert: OF_KEPT_DOCUMENT('document_link'),
    delete: OF_KEPT_DOCUMENT('document_link'),
  },
  document_file: {
    select: EVERY_ROLE,
    insert: OF_KEPT_DOCUMENT('document_file'),
    update: OF_KEPT_DOCUMENT('document_file'),
    delete: OF_KEPT_DOCUMENT('document_file'),
  },
};

const INITIATIVES = [
  `create table initiative (
    area_id text collate "C" not null,
    initiative_id text collate "C" not null check (initiative_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    state text not null check (state in ('idea', 'proposed', 'agreed', 'running', 'done', 'stopped')),
    lead_id text collate "C" not null,
    parties text[] not null check (cardinality(parties) > 0),
    version integer not null default 1,
    opened_by text collate "C" not null,
    opened_by_name text not null,
    opened_at timestamptz not null,
    ended_at timestamptz,
    end_reason text check (char_length(end_reason) between 1 and 5000),
    primary key (area_id, initiative_id),
    foreign key (area_id, lead_id) references association,
    check (lead_id = any (parties)),
    check ((state in ('done', 'stopped')) = (ended_at is not null)),
    check ((state = 'stopped') = (end_reason is not null))
  )`,
  `create table initiative_revision (
    area_id text collate "C" not null,
    initiative_id text collate "C" not null,
    number integer not null check (number > 0),
    content json not null,
    content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
    parties text[] not null check (cardinality(parties) > 0),
    made_by text collate "C" not null,
    made_by_name text not null,
    made_at timestamptz not null,
    primary key (area_id, initiative_id, number),
    unique (area_id, initiative_id, number, content_hash),
    foreign key (area_id, initiative_id) references initiative
  )`,
  `create table initiative_answer (
    area_id text collate "C" not null,
    initiative_id text collate "C" not null,
    number integer not null check (number > 0),
    association_id text collate "C" not null,
    answer text not null check (answer in ('signed', 'objected')),
    revision integer not null,
    content_hash text not null,
    reason text check (char_length(reason) between 1 and 5000),
    given_by text collate "C" not null,
    given_by_name text not null,
    given_at timestamptz not null,
    primary key (area_id, initiative_id, number),
    foreign key (area_id, association_id) references association,
    foreign key (area_id, initiative_id, revision, content_hash)
      references initiative_revision (area_id, initiative_id, number, content_hash)
  )`,
  `create table initiative_milestone (
    area_id text collate "C" not null,
    initiative_id text collate "C" not null,
    milestone_id text collate "C" not null,
    reached_on date not null,
    evidence text check (char_length(evidence) between 1 and 300),
    primary key (area_id, initiative_id, milestone_id),
    foreign key (area_id, initiative_id) references initiative
  )`,
  `create table initiative_reached (
    area_id text collate "C" not null,
    initiative_id text collate "C" not null,
    entry_id text collate "C" not null,
    village_id text collate "C" not null,
    round text collate "C" not null check (round ~ '^[0-9]{4}(-[0-9]{2})?$'),
    orphans integer not null check (orphans >= 0),
    widows integer not null check (widows >= 0),
    families integer not null check (families >= 0),
    entered_by text collate "C" not null,
    entered_at timestamptz not null,
    primary key (area_id, initiative_id, entry_id),
    foreign key (area_id, initiative_id) references initiative,
    foreign key (area_id, village_id) references village
  )`,
  // What must never happen: an initiative that counts as agreed while somebody who takes part has not approved just that.
  `create function initiative_agreed_by_all() returns trigger language plpgsql as $$
    begin
      if new.state in ('agreed', 'running', 'done') and exists (
        select from unnest(new.parties) as party where not exists (
          select from initiative_answer answer
          where answer.area_id = new.area_id and answer.initiative_id = new.initiative_id
            and answer.association_id = party and answer.answer = 'signed'
            and answer.revision = (select max(number) from initiative_revision last
              where last.area_id = new.area_id and last.initiative_id = new.initiative_id)
            and answer.number = (select max(number) from initiative_answer own
              where own.area_id = new.area_id and own.initiative_id = new.initiative_id
                and own.association_id = party))
      ) then
        raise exception 'Initiative % of area % is not approved by all who take part', new.initiative_id, new.area_id
          using errcode = 'NT010';
      end if;
      return new;
    end $$`,
  `create trigger initiative_agreed_by_all before insert or update on initiative
    for each row execute function initiative_agreed_by_all()`,
];

const DOCUMENTS = [
  `create table document (
    area_id text collate "C" not null,
    document_id text collate "C" not null check (document_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text not null check (char_length(title) between 1 and 200),
    text text not null check (char_length(text) between 1 and 20000),
    tags text[] not null,
    search_text text not null,
    association_id text collate "C",
    made_by text collate "C" not null,
    made_by_name text not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null default 1,
    primary key (area_id, document_id),
    foreign key (area_id, association_id) references association
  )`,
  `create index document_words on document using gin (search_text gin_trgm_ops)`,
  `create table document_link (
    area_id text collate "C" not null,
    document_id text collate "C" not null,
    kind text not null check (kind in ('village', 'initiative', 'meeting')),
    thing_id text collate "C" not null,
    primary key (area_id, document_id, kind, thing_id),
    foreign key (area_id, document_id) references document on delete cascade
  )`,
  `create index document_link_thing on document_link (area_id, kind, thing_id)`,
  `create table document_file (
    area_id text collate "C" not null,
    document_id text collate "C" not null,
    name text not null check (char_length(name) between 1 and 200),
    kind text not null check (kind in ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'text')),
    bytes bytea not null check (octet_length(bytes) between 1 and 10485760),
    primary key (area_id, document_id),
    foreign key (area_id, document_id) references document on delete cascade
  )`,
];

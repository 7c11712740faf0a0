import { type Kysely, sql } from 'kysely';

/**
 * Meetings with their agendas, minutes and attendance, the decisions taken at them, and actions. The minutes of an approved
 * meeting and its decisions never change, whoever asks the database. Nothing refers to the area itself: that would wait for
 * whoever locks its plans.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...NOTICES, ...GUARDS]) await sql.raw(statement).execute(db);
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

type Rule = string | { readonly from: string; readonly to: string };

function clauseOf(command: string, rule: Rule): string {
  if (typeof rule !== 'string') return `using (${rule.from}) with check (${rule.to})`;
  return command === 'insert' ? `with check (${rule})` : `using (${rule})`;
}

const TABLES = [
  `create table meeting_series (
    area_id text collate "C" not null,
    series_id text collate "C" not null,
    title_ar text not null,
    title_en text not null,
    rule json not null,
    starts_on text collate "C" not null check (starts_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    time text not null check (time ~ '^[0-9]{2}:[0-9]{2}$'),
    duration_minutes integer not null check (duration_minutes > 0),
    place text not null,
    ended boolean not null default false,
    version integer not null default 1,
    request_digest text not null,
    primary key (area_id, series_id)
  )`,
  `create table meeting (
    area_id text collate "C" not null,
    meeting_id text collate "C" not null,
    series_id text collate "C",
    occurs_on text collate "C" check (occurs_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    title_ar text not null,
    title_en text not null,
    starts_at timestamptz not null,
    duration_minutes integer not null check (duration_minutes > 0),
    place text not null,
    moved_from timestamptz,
    convened_at timestamptz,
    state text not null default 'planned' check (state in ('planned', 'cancelled', 'running', 'held', 'approved')),
    number integer check (number > 0),
    opened_at timestamptz,
    closed_at timestamptz,
    approved_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text,
    position json not null default '{"item":null,"view":null}',
    version integer not null default 1,
    request_digest text,
    primary key (area_id, meeting_id),
    unique (area_id, series_id, occurs_on),
    unique (area_id, number),
    foreign key (area_id, series_id) references meeting_series,
    check ((series_id is null) = (occurs_on is null)),
    check ((number is not null) = (state in ('running', 'held', 'approved'))),
    check ((opened_at is not null) = (state in ('running', 'held', 'approved'))),
    check (closed_at is not null or state not in ('held', 'approved')),
    check ((approved_at is not null) = (state = 'approved')),
    check ((cancelled_at is not null) = (state = 'cancelled') and (cancel_reason is not null) = (state = 'cancelled'))
  )`,
  `create index meeting_starts on meeting (area_id, starts_at)`,
  `create unique index meeting_one_running on meeting (area_id) where state = 'running'`,
  `create table agenda_item (
    area_id text collate "C" not null,
    meeting_id text collate "C" not null,
    item_id text collate "C" not null,
    about json not null,
    reason text not null,
    title_ar text not null,
    title_en text not null,
    note text,
    rank integer,
    is_off boolean not null default false,
    added_by text collate "C",
    added_by_name text,
    added_at timestamptz not null,
    request_digest text,
    minute_text text not null default '',
    minute_version integer not null default 0,
    minute_by text collate "C",
    minute_by_name text,
    minute_at timestamptz,
    primary key (area_id, meeting_id, item_id),
    foreign key (area_id, meeting_id) references meeting,
    check ((added_by is null) = (reason <> 'added'))
  )`,
  `create table attendance (
    area_id text collate "C" not null,
    meeting_id text collate "C" not null,
    person_id text collate "C" not null,
    name text not null,
    role text not null,
    association_id text collate "C",
    presence text not null check (presence in ('present', 'excused', 'absent')),
    approved_hash text check (approved_hash ~ '^[0-9a-f]{64}$'),
    approved_at timestamptz check ((approved_at is null) = (approved_hash is null)),
    primary key (area_id, meeting_id, person_id),
    foreign key (area_id, meeting_id) references meeting
  )`,
  `create table decision (
    area_id text collate "C" not null,
    number integer not null check (number > 0),
    meeting_id text collate "C" not null,
    item_id text collate "C",
    text text not null check (char_length(text) between 1 and 5000),
    outcome json not null,
    made_by text collate "C" not null,
    made_by_name text not null,
    made_at timestamptz not null,
    version integer not null default 1,
    idempotency_key text,
    request_digest text,
    primary key (area_id, number),
    unique (area_id, idempotency_key),
    foreign key (area_id, meeting_id) references meeting,
    foreign key (area_id, meeting_id, item_id) references agenda_item
  )`,
  `create table action (
    area_id text collate "C" not null,
    action_id text collate "C" not null,
    title text not null check (char_length(title) between 1 and 5000),
    owner_association_id text collate "C",
    owner_person_id text collate "C",
    owner_name text,
    due_on text collate "C" not null check (due_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    state text not null default 'open' check (state in ('open', 'done', 'dropped')),
    reminded text check (reminded in ('soon', 'late')),
    meeting_id text collate "C",
    decision integer,
    opened_by text collate "C" not null,
    opened_by_name text not null,
    opened_at timestamptz not null,
    closed_at timestamptz check ((closed_at is null) = (state = 'open')),
    version integer not null default 1,
    request_digest text,
    primary key (area_id, action_id),
    foreign key (area_id, owner_association_id) references association,
    foreign key (area_id, meeting_id) references meeting,
    check ((owner_person_id is null) = (owner_name is null)),
    check ((meeting_id is null) = (decision is null))
  )`,
  `create index action_due on action (area_id, due_on) where state = 'open'`,
  `create index action_owner on action (owner_person_id) where owner_person_id is not null`,
  `create table action_entry (
    area_id text collate "C" not null,
    action_id text collate "C" not null,
    number integer not null check (number > 0),
    change text not null check (
      change in ('opened', 'reopened', 'done', 'dropped', 'changed', 'fell-back', 'comment')),
    text text,
    by_person text collate "C",
    by_name text,
    happened_at timestamptz not null,
    primary key (area_id, action_id, number),
    foreign key (area_id, action_id) references action
  )`,
  `create table calendar_secret (
    secret_digest text primary key check (secret_digest ~ '^[0-9a-f]{64}$'),
    area_id text collate "C" not null,
    person_id text collate "C" not null references person on delete cascade,
    made_at timestamptz not null,
    unique (area_id, person_id)
  )`,
  `alter table event drop constraint event_kind_check`,
  `alter table event add constraint event_kind_check check (kind in
    ('territories', 'plan', 'place', 'reason', 'zone', 'proposal', 'need', 'missing-village', 'meeting', 'action',
     'reset'))`,
];

/** People are told of meetings and actions too, and invited by e-mail. */
const NOTICES = [
  `alter table notice alter column proposal_id drop not null`,
  `alter table notice add column meeting_id text collate "C", add column action_id text collate "C",
    add foreign key (area_id, meeting_id) references meeting,
    add foreign key (area_id, action_id) references action`,
  `alter table mail add column meeting_id text collate "C",
    add foreign key (area_id, meeting_id) references meeting,
    drop constraint mail_kind_check, drop constraint mail_check,
    add constraint mail_kind_check check (
      kind in ('notice', 'digest', 'invitation', 'watch-confirmation', 'watch-change')),
    add constraint mail_person_check check ((person_id is not null) = (kind in ('notice', 'digest', 'invitation'))),
    add constraint mail_meeting_check check ((meeting_id is not null) = (kind = 'invitation'))`,
  `create unique index mail_one_invitation on mail (area_id, person_id, meeting_id) where kind = 'invitation'`,
];

const GUARDS = [
  `create function meeting_stays_approved() returns trigger language plpgsql as $$
    begin
      if old.state = 'approved' or tg_op = 'DELETE' and old.state <> 'planned' then
        raise exception 'Meeting % of area % is kept as it was', old.meeting_id, old.area_id using errcode = 'NT007';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`,
  `create trigger meeting_stays_approved before update or delete on meeting
    for each row execute function meeting_stays_approved()`,
  `create function minutes_stay_approved() returns trigger language plpgsql as $$
    declare
      present text;
    begin
      if tg_op <> 'INSERT' then
        perform from meeting where area_id = old.area_id and meeting_id = old.meeting_id and state = 'approved';
        if found then
          raise exception 'The minutes of meeting % of area % are approved', old.meeting_id, old.area_id
            using errcode = 'NT007';
        end if;
      end if;
      if tg_op <> 'DELETE' then
        select state into present from meeting
          where area_id = new.area_id and meeting_id = new.meeting_id for share;
        if present = 'approved' then
          raise exception 'The minutes of meeting % of area % are approved', new.meeting_id, new.area_id
            using errcode = 'NT007';
        end if;
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`,
  ...['agenda_item', 'attendance', 'decision'].map(
    (table) => `create trigger ${table}_stays_approved before insert or update or delete on ${table}
      for each row execute function minutes_stay_approved()`,
  ),
  `create function decision_only_reworded() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or tg_op = 'TRUNCATE' then
        raise exception 'Decisions are only ever added' using errcode = 'NT008';
      end if;
      if tg_op = 'UPDATE' and to_jsonb(new) - array['text', 'version'] <> to_jsonb(old) - array['text', 'version'] then
        raise exception 'Of decision % of area % only the words change', old.number, old.area_id using errcode = 'NT008';
      end if;
      if tg_op = 'INSERT' and new.number <> (
        select coalesce(max(number), 0) + 1 from decision where area_id = new.area_id) then
        raise exception 'Decision % does not follow the last of area %', new.number, new.area_id using errcode = 'NT008';
      end if;
      return new;
    end $$`,
  `create trigger decision_only_reworded before insert or update or delete on decision
    for each row execute function decision_only_reworded()`,
  `create trigger decision_never_truncated before truncate on decision
    for each statement execute function decision_only_reworded()`,
  `create function changed_in_meeting(after meeting) returns text[] stable language sql as $$
    select coalesce(array_agg(key), '{}') from meeting before, jsonb_each(to_jsonb(before))
    where before.area_id = after.area_id and before.meeting_id = after.meeting_id
      and value is distinct from to_jsonb(after) -> key $$`,
  `create function action_entry_only_added() returns trigger language plpgsql as $$
    begin
      raise exception 'What happened to an action is only ever added to' using errcode = 'NT009';
    end $$`,
  `create trigger action_entry_only_added before update or delete on action_entry
    for each row execute function action_entry_only_added()`,
];

/** In an area where who asks has one of these roles. */
const as = (...roles: string[]) =>
  `area_id = any ((select areas_as(${roles.map((role) => `'${role}'`).join(', ')}))::text[])`;
const me = (column: string) => `${column} = (select acting_person())`;

const EVERY_ROLE = as('council', 'coordinator', 'member', 'observer');
const WRITERS = as('council', 'coordinator', 'member');
const COUNCIL = as('council');

/** What people may do with the rows of a table, as in migration 17. */
const POLICIES: Readonly<Record<string, Partial<Record<'select' | 'insert' | 'update' | 'delete', Rule>>>> = {
  meeting_series: { select: EVERY_ROLE, insert: COUNCIL, update: COUNCIL },
  // Whoever adds to an agenda locks the meeting; whoever was there approves.
  meeting: {
    select: EVERY_ROLE,
    insert: COUNCIL,
    update: {
      from: WRITERS,
      to: `${COUNCIL} or ${as('coordinator')}
        and changed_in_meeting(meeting.*) <@ array['state', 'approved_at', 'version'] and state in ('held', 'approved')`,
    },
  },
  agenda_item: {
    select: EVERY_ROLE,
    insert: `${COUNCIL} or ${WRITERS} and ${me('added_by')}`,
    update: `${COUNCIL} or ${WRITERS} and ${me('added_by')}`,
    delete: COUNCIL,
  },
  attendance: {
    select: EVERY_ROLE,
    insert: `${COUNCIL} or ${WRITERS} and ${me('person_id')}`,
    update: `${COUNCIL} or ${WRITERS} and ${me('person_id')}`,
  },
  decision: { select: EVERY_ROLE, insert: `${COUNCIL} and ${me('made_by')}`, update: COUNCIL },
  action: {
    select: EVERY_ROLE,
    insert: `${as('council', 'coordinator')} and ${me('opened_by')}`,
    update: WRITERS,
  },
  action_entry: {
    select: EVERY_ROLE,
    insert: `${WRITERS} and (by_person is null or ${me('by_person')})`,
  },
  calendar_secret: {
    select: me('person_id'),
    insert: `${EVERY_ROLE} and ${me('person_id')}`,
    update: `${EVERY_ROLE} and ${me('person_id')}`,
    delete: me('person_id'),
  },
};

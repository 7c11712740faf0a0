import { type Kysely, sql } from 'kysely';

/**
 * Reports that come to somebody regularly, each by an e-mail with a link that expires. A link can be passed on: what it opens
 * is what everybody may know. Of its secret only the digest is stored, and none of these tables but one's own schedule is
 * for people. And reports that somebody has made in the background: what they may know is for them alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const OWN = `person_id = (select acting_person())`;
const ANY_ROLE = `area_id = any ((select areas_as('council', 'coordinator', 'member', 'observer'))::text[])`;
const MAY_HAVE = `area_id = any ((select areas_as('council', 'coordinator'))::text[]) and ${OWN}`;

const STATEMENTS = [
  `create table report_schedule (
    area_id text collate "C" not null,
    person_id text collate "C" not null,
    language text not null check (language in ('ar', 'en')),
    rule jsonb not null,
    next_at timestamptz not null,
    last_at timestamptz,
    primary key (area_id, person_id),
    foreign key (area_id, person_id) references membership on delete cascade
  )`,
  `create index report_schedule_next on report_schedule (next_at)`,
  `create table mailed_report (
    area_id text collate "C" not null references area,
    report_id text collate "C" not null,
    language text not null check (language in ('ar', 'en')),
    made_at timestamptz not null,
    model json,
    primary key (area_id, report_id)
  )`,
  `create table report_link (
    secret_digest text primary key check (secret_digest ~ '^[0-9a-f]{64}$'),
    area_id text collate "C" not null,
    report_id text collate "C",
    expires_at timestamptz,
    person_id text collate "C",
    foreign key (area_id, report_id) references mailed_report on delete cascade,
    foreign key (area_id, person_id) references report_schedule on delete cascade,
    check ((report_id is null) = (expires_at is null)),
    check ((report_id is null) <> (person_id is null))
  )`,
  `create table report_job (
    area_id text collate "C" not null,
    job_id text collate "C" not null,
    person_id text collate "C" not null,
    request_digest text not null,
    question jsonb not null,
    asked_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'working', 'ready', 'failed')),
    step jsonb,
    problem jsonb,
    day text,
    bytes bytea,
    leased_until timestamptz,
    attempts integer not null default 0,
    primary key (area_id, job_id),
    foreign key (area_id, person_id) references membership on delete cascade,
    check ((state = 'ready') = (bytes is not null))
  )`,
  `create index report_job_person on report_job (area_id, person_id, asked_at)`,
  `alter table mail add column report_id text collate "C",
    add foreign key (area_id, report_id) references mailed_report on delete cascade,
    drop constraint mail_kind_check, drop constraint mail_person_check,
    add constraint mail_kind_check check (
      kind in ('notice', 'digest', 'invitation', 'report', 'watch-confirmation', 'watch-change')),
    add constraint mail_person_check check (
      (person_id is not null) = (kind in ('notice', 'digest', 'invitation', 'report'))),
    add constraint mail_report_check check ((report_id is not null) = (kind = 'report'))`,
  ...['report_schedule', 'mailed_report', 'report_link', 'report_job'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy service on ${table} using ((select acts_as_service()))`,
  ]),
  `create policy people_select on report_job for select using (${ANY_ROLE} and ${OWN})`,
  `create policy people_insert on report_job for insert
    with check (${ANY_ROLE} and ${OWN} and state = 'waiting' and leased_until is null and attempts = 0)`,
  `create policy people_delete on report_job for delete using (${OWN})`,
  `create policy people_select on report_schedule for select using (${OWN})`,
  `create policy people_insert on report_schedule for insert with check (${MAY_HAVE})`,
  `create policy people_update on report_schedule for update using (${MAY_HAVE}) with check (${MAY_HAVE})`,
  `create policy people_delete on report_schedule for delete using (${OWN})`,
];

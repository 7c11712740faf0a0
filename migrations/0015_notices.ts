import { type Kysely, sql } from 'kysely';

/**
 * What people are told, how they want to be told, who watches a village without an account, and the e-mail that waits to be
 * sent. Nothing refers to the area itself: that would wait for whoever locks its plans.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice (
      area_id text collate "C" not null,
      notice_id text collate "C" not null,
      person_id text collate "C" not null references person on delete cascade,
      proposal_id text collate "C" not null,
      content json not null,
      written_at timestamptz not null,
      read_at timestamptz,
      in_digest boolean not null default false,
      primary key (area_id, notice_id),
      foreign key (area_id, proposal_id) references proposal
    )`.execute(db);
  await sql`create index notice_person on notice (person_id, written_at desc, notice_id desc)`.execute(db);
  await sql`create index notice_unread on notice (person_id) where read_at is null`.execute(db);
  await sql`
    create table notice_choice (
      person_id text collate "C" primary key references person on delete cascade,
      mail text not null check (mail in ('none', 'at-once', 'daily')),
      language text not null check (language in ('ar', 'en'))
    )`.execute(db);
  await sql`
    create table watch (
      area_id text collate "C" not null,
      watch_id text collate "C" not null,
      village_id text collate "C" not null,
      email text not null,
      language text not null check (language in ('ar', 'en')),
      asked_at timestamptz not null,
      confirmed_at timestamptz,
      told text[] check ((told is null) = (confirmed_at is null)),
      primary key (area_id, watch_id),
      unique (area_id, village_id, email),
      foreign key (area_id, village_id) references village on delete cascade
    )`.execute(db);
  await sql`
    create table watch_secret (
      secret_digest text primary key check (secret_digest ~ '^[0-9a-f]{64}$'),
      area_id text collate "C" not null,
      watch_id text collate "C" not null,
      foreign key (area_id, watch_id) references watch on delete cascade
    )`.execute(db);
  await sql`create index watch_secret_watch on watch_secret (area_id, watch_id)`.execute(db);
  await sql`
    create table mail (
      area_id text collate "C" not null,
      mail_id text collate "C" not null,
      kind text not null check (kind in ('notice', 'digest', 'watch-confirmation', 'watch-change')),
      person_id text collate "C" references person on delete cascade,
      notice_id text collate "C",
      watch_id text collate "C",
      due_at timestamptz not null,
      attempts integer not null default 0,
      given_up boolean not null default false,
      primary key (area_id, mail_id),
      foreign key (area_id, notice_id) references notice on delete cascade,
      foreign key (area_id, watch_id) references watch on delete cascade,
      check ((person_id is not null) = (kind in ('notice', 'digest'))),
      check ((notice_id is not null) = (kind = 'notice')),
      check ((watch_id is not null) = (kind in ('watch-confirmation', 'watch-change')))
    )`.execute(db);
  await sql`create index mail_due on mail (due_at) where not given_up`.execute(db);
  await sql`create unique index mail_one_digest on mail (area_id, person_id) where kind = 'digest'`.execute(
    db,
  );
  await sql`create unique index mail_one_of_watch on mail (area_id, watch_id, kind)`.execute(db);
  // Whether the service has a mail server, as it last started: where it has none, nothing waits to be sent.
  await sql`
    create table mail_setup (
      one boolean primary key default true check (one),
      sends boolean not null default false
    )`.execute(db);
  await sql`insert into mail_setup default values`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** What is said about proposals, in threads that are pinned to what they are about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table thread (
      area_id text collate "C" not null,
      proposal_id text collate "C" not null,
      thread_id text collate "C" not null,
      pin json not null,
      revision integer not null,
      resolved boolean not null default false,
      version integer not null default 1,
      opened_at timestamptz not null,
      primary key (area_id, proposal_id, thread_id),
      foreign key (area_id, proposal_id, revision) references proposal_revision
    )`.execute(db);
  await sql`
    create table comment (
      area_id text collate "C" not null,
      proposal_id text collate "C" not null,
      thread_id text collate "C" not null,
      comment_id text collate "C" not null,
      number integer not null check (number > 0),
      text text not null check (char_length(text) between 1 and 5000),
      mentions text[] not null,
      made_by text collate "C" not null,
      made_by_name text not null,
      made_at timestamptz not null,
      idempotency_key text,
      request_digest text,
      primary key (area_id, proposal_id, thread_id, comment_id),
      unique (area_id, proposal_id, thread_id, number),
      unique (area_id, proposal_id, idempotency_key),
      foreign key (area_id, proposal_id, thread_id) references thread,
      check ((idempotency_key is null) = (request_digest is null))
    )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

const EVERY_ROLE = `area_id = any ((select areas_as('council', 'coordinator', 'member', 'observer'))::text[])`;

/**
 * Reports that are kept as they were made: one for everybody, and one with the ranges of need that those with a role may
 * know. Exact counts are in neither. The text is kept to the letter, so that its hash stays true.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report (
      area_id text collate "C" not null,
      report_id text collate "C" not null,
      audience text not null check (audience in ('public', 'shared')),
      kind text not null check (kind in ('enactment')),
      plan_id text collate "C" not null,
      at timestamptz not null,
      since timestamptz check (since < at),
      made_at timestamptz not null,
      model json not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      primary key (area_id, report_id, audience),
      unique (area_id, kind, plan_id, audience),
      foreign key (area_id, plan_id) references plan
    )`.execute(db);
  await sql`alter table report enable row level security`.execute(db);
  await sql`create policy service on report using ((select acts_as_service()))`.execute(db);
  await sql
    .raw(`create policy people_select on report for select using (audience = 'public' or ${EVERY_ROLE})`)
    .execute(db);
}

import { type Kysely, sql } from 'kysely';

const SETTLERS = `area_id = any ((select areas_as('council', 'coordinator'))::text[])`;
const OWN = `area_id || '/' || association_id = any ((select own_as('coordinator'))::text[])`;

/** What people may do with the rows of a table, as in migration 17. Reports themselves come from anybody: by the service. */
const POLICIES: readonly (readonly [table: string, command: string, rule: string])[] = [
  ['missing_village', 'select', SETTLERS],
  ['missing_village', 'update', SETTLERS],
  ['missing_village', 'delete', SETTLERS],
  ['creation_key', 'select', SETTLERS],
  ['creation_key', 'insert', SETTLERS],
  ['village', 'insert', SETTLERS],
  ['village_name', 'insert', SETTLERS],
  ['village_name', 'delete', SETTLERS],
  ['api_key', 'select', OWN],
  ['api_key', 'insert', OWN],
  ['api_key', 'delete', OWN],
];

/**
 * Villages that people reported as missing and that wait to be settled, names that people added to known villages, the
 * keys of creations that are not repeated, and the keys with which programs of associations ask. Who reported is not stored. Nothing refers to the area itself: that would wait
 * for whoever locks its plans.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table missing_village (
      area_id text collate "C" not null,
      missing_id text collate "C" not null,
      name text not null,
      location geometry(Point, 4326),
      words text[] not null default '{}',
      reports integer not null default 1 check (reports > 0),
      reported_at timestamptz not null,
      version integer not null default 1,
      primary key (area_id, missing_id)
    )`.execute(db);
  await sql`
    create table creation_key (
      area_id text collate "C" not null,
      kind text not null check (kind in ('village', 'missing-village')),
      idempotency_key text not null,
      request_digest text not null,
      made_id text collate "C" not null,
      made_at timestamptz not null,
      primary key (area_id, kind, idempotency_key)
    )`.execute(db);
  // Of a secret only the hash is stored.
  await sql`
    create table api_key (
      area_id text collate "C" not null,
      key_id text collate "C" not null unique,
      association_id text collate "C" not null,
      title text not null,
      secret_digest text not null unique check (secret_digest ~ '^[0-9a-f]{64}$'),
      addresses text[] not null,
      areas text[],
      created_at timestamptz not null,
      last_used_on date,
      primary key (area_id, key_id),
      foreign key (area_id, association_id) references association
    )`.execute(db);
  // An import replaces the aliases that came with the area; these stay.
  for (const table of ['missing_village', 'creation_key', 'api_key']) {
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql.raw(`create policy service on ${table} using ((select acts_as_service()))`).execute(db);
  }
  for (const [table, command, rule] of POLICIES) {
    const clause = command === 'insert' ? 'with check' : 'using';
    await sql
      .raw(`create policy people_${command} on ${table} for ${command} ${clause} (${rule})`)
      .execute(db);
  }
  await sql`alter table village add column added_aliases text[] not null default '{}'`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * A series is changed, and the meetings go along that nobody invited to and nobody changed by themselves. Their days change
 * places among each other, and so each is one meeting’s at the end only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table meeting add column is_apart boolean not null default false`,
  `update meeting set is_apart = true where state = 'planned' and version > 1`,
  `alter table meeting drop constraint meeting_area_id_series_id_occurs_on_key`,
  `alter table meeting add constraint meeting_one_a_day unique (area_id, series_id, occurs_on)
    deferrable initially deferred`,
];

import { type Kysely, sql } from 'kysely';

/**
 * The centre (مركز) a village belongs to: another place of the area, or none on record. Checked when a transaction ends,
 * so that an import may bring a village before its centre.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table village
      add column centre_id text collate "C",
      add constraint village_centre foreign key (area_id, centre_id) references village
        deferrable initially deferred`.execute(db);
  await sql`create index village_centre on village (area_id, centre_id)`.execute(db);
}

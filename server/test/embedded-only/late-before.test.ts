import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { openEmbedded } from '../../src/database/open-database.ts';

const migrationFolder = path.resolve(import.meta.dirname, '../../../migrations');
const HASH = 'f'.repeat(64);
const CONTENT = JSON.stringify({
  milestones: [
    { id: 'bus', title: 'A bus', dueOn: '2020-01-10' },
    { id: 'ride', title: 'A ride', dueOn: '9999-01-10' },
  ],
});

const BEFORE = [
  `insert into area (area_id, name_ar, name_en, estimated, time_zone, attribution_ar, attribution_en, boundary, area_km2)
    values ('coast', 'أ', 'A', false, 'Asia/Riyadh', 'أ', 'A',
      ST_Multi(ST_MakeEnvelope(40, 20, 41, 21, 4326)), 1)`,
  `insert into association (area_id, association_id, name_ar, name_en, seat_name_ar, seat_name_en, colour)
    values ('coast', 'a', 'أ', 'A', 'أ', 'A', 0)`,
  `insert into initiative (area_id, initiative_id, state, lead_id, parties, opened_by, opened_by_name, opened_at)
    select 'coast', state, state, 'a', '{a}', 'p', 'P', '2019-11-01' from unnest(array['idea', 'proposed']) state`,
  `insert into initiative_revision
    select 'coast', state, 1, '${CONTENT}', '${HASH}', '{a}', 'p', 'P', '2019-11-01'
    from unnest(array['idea', 'proposed']) state`,
];

test('what was late before people are told of such things is never told', async () => {
  // The prepared database has every migration already.
  const { db, close } = await openEmbedded(null, null);
  const provider = new FileMigrationProvider({ fs, path, migrationFolder });
  const migrator = new Migrator({ db, provider });
  expect(await migrator.migrateTo('0032_meetings_go_on')).not.toHaveProperty('error', expect.anything());
  for (const statement of BEFORE) await sql.raw(statement).execute(db);
  expect(await migrator.migrateToLatest()).not.toHaveProperty('error', expect.anything());
  const { rows } = await sql`select initiative_id as id, late_told from initiative order by 1`.execute(db);
  expect(rows).toEqual([
    { id: 'idea', late_told: [] },
    { id: 'proposed', late_told: ['bus 2020-01-10'] },
  ]);
  await close();
});

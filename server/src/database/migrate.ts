import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { letPeopleIn } from './let-people-in.ts';
import type { Tables } from './schema.ts';

const migrationFolder = path.resolve(import.meta.dirname, '../../../migrations');

/** Brings the database up to date, under the migrator's advisory lock; returns the names of what it applied. */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await letPeopleIn(db);
  return results.map((result) => result.migrationName);
}

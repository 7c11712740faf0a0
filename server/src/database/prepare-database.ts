import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { StartupError } from '../startup-error.ts';
import { say } from '../terminal-texts.ts';
import { migrate } from './migrate.ts';
import { type OpenDatabase, openEmbedded, openServer } from './open-database.ts';

/** Opens the configured database and brings it up to date, telling what it does. Errors: `StartupError`. */
export async function prepareDatabase(
  config: Config,
  onConnectionLost: (error: Error) => void,
): Promise<OpenDatabase> {
  const database = await open(config, onConnectionLost);
  try {
    const applied = await migrate(database.db);
    if (applied.length > 0) say('migrated', { names: applied.join(', ') });
    return database;
  } catch (error) {
    await database.close();
    throw explainFailure(error);
  }
}

/** What the migrations create, where the database does not have it. */
const EXTENSIONS = ['postgis', 'btree_gist', 'pg_trgm'];
/** PostgreSQL's code of what a role may not do. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** A failed migration in words for whoever starts the service. */
function explainFailure(error: unknown): StartupError {
  const reason = error instanceof Error ? error.message : '';
  const isForbidden = error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE;
  if (isForbidden && reason.includes('extension')) {
    const statements = EXTENSIONS.map((name) => `create extension if not exists ${name};`).join(' ');
    return new StartupError('extension-forbidden', { statements });
  }
  return new StartupError('migration-failed', { reason });
}

function open(
  { databaseUrl, dataDir }: Config,
  onConnectionLost: (error: Error) => void,
): Promise<OpenDatabase> {
  if (databaseUrl !== null) {
    say('opening-server');
    return openServer(databaseUrl, onConnectionLost);
  }
  const exists = existsSync(path.join(dataDir, 'postgres'));
  say(exists ? 'opening-embedded' : 'preparing-embedded', { folder: dataDir });
  return openEmbedded(dataDir);
}

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
    throw new StartupError('migration-failed', { reason: error instanceof Error ? error.message : '' });
  }
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

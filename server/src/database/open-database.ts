import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Dialect, Kysely, sql } from 'kysely';
import { StartupError } from '../startup-error.ts';
import { lockDataFolder } from './embedded/data-folder-lock.ts';
import { EmbeddedDialect } from './embedded/embedded-dialect.ts';
import { EmbeddedEngine } from './embedded/embedded-engine.ts';
import type { Notifications } from './notifications.ts';
import { postgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { ServerNotifications } from './server-notifications.ts';

export type Database = Kysely<Tables>;

export interface OpenDatabase {
  readonly db: Database;
  readonly notifications: Notifications;
  readonly close: () => Promise<void>;
}

/** Made by `make-embedded-database.ts`; without it the first start takes some seconds longer. */
export const PREPARED_DATABASE = path.resolve(import.meta.dirname, '../../../build/embedded-database.tar.gz');

/** Stands in the data folder once the database in it is complete. */
const COMPLETE = 'postgres-complete';

/** Longer than the slowest statement of a healthy service; a stuck one is stopped after it. */
const STATEMENT_DEADLINE_MS = 30_000;

/** The oldest server that the tests run on. */
const OLDEST_POSTGRES = 15;
const OLDEST_POSTGIS = '3.3';

/** Opens the embedded PostGIS in a folder (null: in memory). Errors: `StartupError` where it cannot be used. */
export async function openEmbedded(
  dataDir: string | null,
  preparedDatabase: string | null = PREPARED_DATABASE,
): Promise<OpenDatabase> {
  const unlock = dataDir === null ? () => {} : prepareFolder(dataDir);
  const databaseDir = dataDir === null ? null : path.join(dataDir, 'postgres');
  if (dataDir !== null) discardUnfinishedStart(dataDir);
  const engine = new EmbeddedEngine({ dataDir: databaseDir, preparedDatabase }, STATEMENT_DEADLINE_MS);
  try {
    await engine.session();
    if (dataDir !== null) writeFileSync(path.join(dataDir, COMPLETE), '');
  } catch (error) {
    unlock();
    throw new StartupError('embedded-failed', { folder: dataDir ?? ':memory:', reason: String(error) });
  }
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(engine) });
  return { db, notifications: engine, close: () => db.destroy().finally(unlock) };
}

/** Opens a PostGIS server. Errors: `StartupError` when it cannot be reached or is too old. */
export async function openServer(
  databaseUrl: string,
  onConnectionLost: (error: Error) => void,
): Promise<OpenDatabase> {
  const db = new Kysely<Tables>({ dialect: dialectFor(databaseUrl, onConnectionLost) });
  try {
    await checkServer(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const notifications = new ServerNotifications(databaseUrl);
  return {
    db,
    notifications,
    async close() {
      await notifications.close();
      await db.destroy();
    },
  };
}

function dialectFor(databaseUrl: string, onConnectionLost: (error: Error) => void): Dialect {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new StartupError('database-url-invalid');
  }
  return postgresDialect(databaseUrl, onConnectionLost);
}

async function checkServer(db: Database): Promise<void> {
  const { rows } = await sql<{ server: number; postgis: string | null }>`
    select current_setting('server_version_num')::int as server,
      (select default_version from pg_available_extensions where name = 'postgis') as postgis`
    .execute(db)
    .catch((error: Error) => {
      throw new StartupError('database-unreachable', { reason: reasonOf(error) });
    });
  const found = rows[0];
  const major = Math.floor((found?.server ?? 0) / 10_000);
  if (found === undefined || major < OLDEST_POSTGRES) {
    throw new StartupError('postgres-too-old', { found: major, needed: OLDEST_POSTGRES });
  }
  if (found.postgis === null) throw new StartupError('postgis-missing');
  if (found.postgis.localeCompare(OLDEST_POSTGIS, 'en', { numeric: true }) < 0) {
    throw new StartupError('postgis-too-old', { found: found.postgis, needed: OLDEST_POSTGIS });
  }
}

/** Where a name has several addresses and none answers, the error has a code but says nothing. */
function reasonOf(error: Error): string {
  return error.message || ('code' in error ? String(error.code) : error.name);
}

function prepareFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return lockDataFolder(folder);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError('folder-not-writable', { folder, reason: String(error) });
  }
}

/** A first start that was interrupted leaves half a database, in which nothing was ever stored. */
function discardUnfinishedStart(folder: string): void {
  if (existsSync(path.join(folder, COMPLETE))) return;
  rmSync(path.join(folder, 'postgres'), { recursive: true, force: true });
}

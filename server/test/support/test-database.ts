import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { migrate } from '../../src/database/migrate.ts';
import { type OpenDatabase, openEmbedded, openServer } from '../../src/database/open-database.ts';

export type Engine = 'embedded' | 'server';

/** The engine that this run of the tests is about. */
export const engine: Engine = process.env.TEST_ENGINE === 'server' ? 'server' : 'embedded';

/** A migrated, empty database of its own on the engine; closing it removes it. */
export async function openTestDatabase(on: Engine = engine): Promise<OpenDatabase> {
  const database = on === 'server' ? await openOnServer() : await openEmbedded(null);
  await migrate(database.db);
  return database;
}

async function openOnServer(): Promise<OpenDatabase> {
  const base = process.env.TEST_DATABASE_URL;
  if (base === undefined) throw new Error('TEST_DATABASE_URL names no server');
  const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
  const admin = await openServer(base, ignore);
  // Sorted as in English, unlike by bytes: nothing may depend on the server's language.
  await sql`create database ${sql.id(name)} template template0 locale_provider icu icu_locale 'en'`.execute(
    admin.db,
  );
  const url = new URL(base);
  url.pathname = `/${name}`;
  const database = await openServer(url.href, ignore);
  return {
    db: database.db,
    notifications: database.notifications,
    async close() {
      await database.close();
      await sql`drop database ${sql.id(name)} with (force)`.execute(admin.db);
      // Roles belong to the server, not to a database of it.
      await sql`drop role if exists ${sql.id(`${name}_people`)}`.execute(admin.db);
      await admin.close();
    },
  };
}

/** Connections are cut on purpose in some tests. */
function ignore(): void {}

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { letPeopleIn } from '../../src/database/let-people-in.ts';
import { migrate } from '../../src/database/migrate.ts';
import {
  type Database,
  type OpenDatabase,
  openEmbedded,
  openServer,
} from '../../src/database/open-database.ts';

export type Engine = 'embedded' | 'server';

/** The engine that this run of the tests is about. */
export const engine: Engine = process.env.TEST_ENGINE === 'server' ? 'server' : 'embedded';

/**
 * A database with the shipped area, which a whole run of the tests makes once on its engine: a dumped folder, or the
 * name of a database on the server. Files that are run alone do without.
 */
const template = process.env.TEST_TEMPLATE ?? null;

/** A migrated, empty database of its own on the engine; closing it removes it. */
export async function openTestDatabase(on: Engine = engine): Promise<OpenDatabase> {
  const database = on === 'server' ? await openOnServer(null) : await openEmbedded(null);
  await migrate(database.db);
  return database;
}

/** A copy of the template, with the shipped area in it; null where there is none on the engine. */
export async function copyTemplate(on: Engine = engine): Promise<OpenDatabase | null> {
  if (template === null || on !== engine) return null;
  const database = on === 'server' ? await openOnServer(template) : await openEmbedded(null, template);
  await letPeopleIn(database.db);
  return database;
}

/** Sorted as in English, unlike by bytes: nothing may depend on the server's language. */
export async function createEmptyDatabase(admin: Database, name: string): Promise<void> {
  await sql`create database ${sql.id(name)} template template0 locale_provider icu icu_locale 'en'`.execute(
    admin,
  );
}

async function openOnServer(copied: string | null): Promise<OpenDatabase> {
  const base = process.env.TEST_DATABASE_URL;
  if (base === undefined) throw new Error('TEST_DATABASE_URL names no server');
  const name = `nitaq_${randomUUID().replaceAll('-', '')}`;
  const admin = await openServer(base, ignore);
  if (copied === null) await createEmptyDatabase(admin.db, name);
  else await sql`create database ${sql.id(name)} template ${sql.id(copied)}`.execute(admin.db);
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

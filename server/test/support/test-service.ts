import path from 'node:path';
import type { Writable } from 'node:stream';
import type { AreaRole, AssociationId } from '@nitaq/core';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { buildApp } from '../../src/app.ts';
import { type AreaFolder, readAreaFolder } from '../../src/area-folder/read-area-folder.ts';
import type { TrustProxy } from '../../src/config.ts';
import type { Notifications } from '../../src/database/notifications.ts';
import type { Database, OpenDatabase } from '../../src/database/open-database.ts';
import type { FeedLimits } from '../../src/events/event-feed.ts';
import type { SendMail } from '../../src/people/mailer.ts';
import type { App } from '../../src/routes/context.ts';
import { importArea } from '../../src/services/import-area.ts';
import { asking, join, PEOPLE, signedIn } from './people.ts';
import { copyTemplate, type Engine, openTestDatabase } from './test-database.ts';

const SHIPPED_AREA = path.resolve(import.meta.dirname, '../../../geo-data/al-lith');

export interface TestService {
  readonly app: App;
  readonly db: Database;
  readonly notifications: Notifications;
  /** Another service process, as it were, on the same database; whoever starts it closes it. */
  readonly startAnother: () => Promise<App>;
  readonly close: () => Promise<void>;
}

export interface TestServiceOptions {
  readonly on?: Engine;
  readonly folder?: AreaFolder;
  /** Who asks where a request does not say; null: nobody who is signed in. */
  readonly as?: AreaRole | null;
  readonly now?: () => Date;
  readonly feedLimits?: FeedLimits;
  /** Where everything that the service logs goes; left out: nothing but what is fatal. */
  readonly log?: Writable;
  /** A service with e-mail; left out: without. */
  readonly sendMail?: SendMail;
  readonly trustProxy?: TrustProxy;
  readonly lookupsAMinute?: number;
  readonly readsAMinute?: number;
  /** Left out: more than any test has drawn. */
  readonly printsAMinute?: number;
  readonly shelfBytes?: number;
}

/** The shipped area, read and checked. */
export async function shippedArea(): Promise<AreaFolder> {
  const read = await readAreaFolder(SHIPPED_AREA);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.folder;
}

/** The whole service on a database of its own, with an area imported. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const { folder = await shippedArea(), now, feedLimits, log } = options;
  const { sendMail = null, trustProxy = false, printsAMinute = 1e6 } = options;
  const { shelfBytes, lookupsAMinute, readsAMinute } = options;
  const { as = { role: 'coordinator', association: firstOf(folder) } } = options;
  const database = await databaseWith(options);
  const analyser = createAnalyser();
  const build = () =>
    buildApp({
      db: database.db,
      analyser,
      notifications: database.notifications,
      people: { ...PEOPLE, sendMail },
      trustProxy,
      printsAMinute,
      ...(shelfBytes === undefined ? {} : { shelfBytes }),
      ...(lookupsAMinute === undefined ? {} : { lookupsAMinute }),
      ...(readsAMinute === undefined ? {} : { readsAMinute }),
      logger: log === undefined ? { level: 'fatal' } : { level: 'trace', stream: log },
      ...(now === undefined ? {} : { now }),
      ...(feedLimits === undefined ? {} : { feedLimits }),
    });
  const app = await build();
  const cookie = as === null ? null : await join(app, database.db, folder.area.id, as);
  if (cookie !== null) signedIn.cookie = cookie;
  const asPerson = (one: App) => (cookie === null ? one : asking(one, cookie));
  const startAnother = async () => asPerson(await build());
  asPerson(app);
  return {
    app,
    db: database.db,
    notifications: database.notifications,
    startAnother,
    async close() {
      await app.close();
      await analyser.close();
      await database.close();
    },
  };
}

async function databaseWith({ on, folder }: TestServiceOptions): Promise<OpenDatabase> {
  const copy = folder === undefined ? await copyTemplate(on) : null;
  if (copy !== null) return copy;
  const database = await openTestDatabase(on);
  await importArea(database.db, folder ?? (await shippedArea()));
  return database;
}

function firstOf({ associations }: AreaFolder): AssociationId {
  const [first] = associations;
  if (first === undefined) throw new Error('The area has no association to act for');
  return first.id;
}

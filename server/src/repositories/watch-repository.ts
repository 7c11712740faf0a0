import type { AreaId, Language, VillageId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

export interface WatchKey {
  readonly area: AreaId;
  readonly id: string;
}

/** Somebody who wants to know when the association of a village changes. */
export interface Watch extends WatchKey {
  readonly village: VillageId;
  readonly email: string;
  readonly language: Language;
  /** When the e-mail was asked for by whose link it can be confirmed. */
  readonly askedAt: Date;
  /** Null: not yet. */
  readonly confirmedAt: Date | null;
  /** Which associations they were last told of, in the order of their ids. */
  readonly told: readonly string[];
}

export interface NewWatchRow extends WatchKey {
  readonly village: VillageId;
  readonly email: string;
  readonly language: Language;
  readonly askedAt: Date;
}

/** Adds a watch that is still to be confirmed, if it is not there; its id, or null where it is confirmed already. */
export async function upsertWatch(db: Database, row: NewWatchRow): Promise<string | null> {
  const asked = { language: row.language, asked_at: row.askedAt };
  const stored = await db
    .insertInto('watch')
    .values({ area_id: row.area, watch_id: row.id, village_id: row.village, email: row.email, ...asked })
    .onConflict((conflict) =>
      conflict
        .columns(['area_id', 'village_id', 'email'])
        .doUpdateSet(asked)
        .where('watch.confirmed_at', 'is', null),
    )
    .returning('watch_id')
    .executeTakeFirst();
  return stored?.watch_id ?? null;
}

export async function findWatch(db: Database, area: AreaId, id: string): Promise<Watch | null> {
  const row = await watches(db).where('area_id', '=', area).where('watch_id', '=', id).executeTakeFirst();
  return row === undefined ? null : toWatch(row);
}

export async function findWatchBySecret(db: Database, digest: string): Promise<Watch | null> {
  const secret = await db
    .selectFrom('watch_secret')
    .select(['area_id', 'watch_id'])
    .where('secret_digest', '=', digest)
    .executeTakeFirst();
  return secret === undefined ? null : findWatch(db, secret.area_id as AreaId, secret.watch_id);
}

/** The watches of an address that were confirmed together at an instant; null: that wait to be. */
export async function watchesConfirmedAt(
  db: Database,
  email: string,
  confirmedAt: Date | null,
): Promise<Watch[]> {
  const rows = await watches(db)
    .where('email', '=', email)
    .where('confirmed_at', 'is not distinct from', confirmedAt)
    .orderBy('area_id')
    .orderBy('village_id')
    .execute();
  return rows.map(toWatch);
}

/** Has all that waits of an address be confirmed by an e-mail that is asked for now. */
export async function askAnew(db: Database, email: string, now: Date): Promise<void> {
  await db
    .updateTable('watch')
    .set({ asked_at: now })
    .where('email', '=', email)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** A further secret with which a watch can be confirmed and ended. */
export async function addWatchSecret(
  db: Database,
  area: AreaId,
  watch: string,
  digest: string,
): Promise<void> {
  await db
    .insertInto('watch_secret')
    .values({ area_id: area, watch_id: watch, secret_digest: digest })
    .execute();
}

export async function confirmedWatches(db: Database): Promise<Watch[]> {
  const rows = await watches(db)
    .where('confirmed_at', 'is not', null)
    .orderBy('area_id')
    .orderBy('watch_id')
    .execute();
  return rows.map(toWatch);
}

export async function confirmWatch(
  db: Database,
  { area, id }: WatchKey,
  { told, now }: { readonly told: string[]; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('watch')
    .set({ confirmed_at: now, told })
    .where('area_id', '=', area)
    .where('watch_id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** Notes what a watcher is told, unless somebody else has meanwhile; whether it did. */
export async function tellWatch(db: Database, { area, id, told }: Watch, owners: string[]): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('watch')
    .set({ told: owners })
    .where('area_id', '=', area)
    .where('watch_id', '=', id)
    .where('told', '=', sql<string[]>`${[...told]}::text[]`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function removeWatch(db: Database, { area, id }: WatchKey): Promise<void> {
  await db.deleteFrom('watch').where('area_id', '=', area).where('watch_id', '=', id).execute();
}

/** Forgets the addresses that were asked before an instant and never answered. */
export async function forgetUnconfirmed(db: Database, askedBefore: Date): Promise<void> {
  await db
    .deleteFrom('watch')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', askedBefore)
    .execute();
}

function watches(db: Database) {
  return db.selectFrom('watch').selectAll();
}

function toWatch(row: Awaited<ReturnType<ReturnType<typeof watches>['execute']>>[number]): Watch {
  return {
    area: row.area_id as AreaId,
    id: row.watch_id,
    village: row.village_id as VillageId,
    email: row.email,
    language: row.language,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    told: row.told ?? [],
  };
}

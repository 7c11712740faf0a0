import { randomUUID } from 'node:crypto';
import { type AreaId, DomainError, type NewWatch, type VillageId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { queueMail } from '../../repositories/mail-repository.ts';
import { findVillage } from '../../repositories/village-repository.ts';
import {
  confirmWatch,
  findWatchBySecret,
  removeWatch,
  upsertWatch,
} from '../../repositories/watch-repository.ts';
import type { CoverageLookup } from '../coverage-lookup.ts';
import { requireArea } from '../find-plan.ts';
import { digestOfSecret } from '../link-secret.ts';

const DAY_MS = 86_400_000;
export const CONFIRM_WITHIN_MS = 7 * DAY_MS;
/** However often somebody asks, an address gets no more than one e-mail in that time. */
const ASKED_AGAIN_AFTER_MS = 600_000;

/**
 * Asks an address by e-mail whether it wants to watch a village. Says the same whether it does already or not.
 * Errors: `area-not-found`, `village-not-found`.
 */
export async function watchVillage(
  database: Database,
  { area, input, now }: { readonly area: AreaId; readonly input: NewWatch; readonly now: Date },
): Promise<void> {
  await requireArea(database, area);
  const { village, language } = input;
  if ((await findVillage(database, area, village)) === null) {
    throw new DomainError('village-not-found', { village });
  }
  await inTransaction(database, async (db) => {
    const watch = await upsertWatch(db, {
      area,
      id: randomUUID(),
      village,
      email: input.email.toLowerCase(),
      language,
      now,
      unlessSince: new Date(now.getTime() - ASKED_AGAIN_AFTER_MS),
    });
    if (watch !== null) await queueMail(db, area, { kind: 'watch-confirmation', watch }, now);
  });
}

/** Who watches by the secret of an e-mail; null: nobody does, or not any more. */
export function watchOf(db: Database, secret: string) {
  return findWatchBySecret(db, digestOfSecret(secret));
}

/** Confirms a watch; from now on changes are told. False: the secret is of none. */
export async function confirm(
  db: Database,
  lookup: CoverageLookup,
  { secret, now }: { readonly secret: string; readonly now: Date },
): Promise<boolean> {
  const watch = await watchOf(db, secret);
  if (watch === null) return false;
  const ownersOf = await lookup.ownersIn(watch.area, now);
  if (!watch.isConfirmed) {
    await confirmWatch(db, watch, { told: [...ownersOf(watch.village as VillageId)].sort(), now });
  }
  return true;
}

/** Ends a watch; again it does nothing. */
export async function leave(db: Database, secret: string): Promise<void> {
  const watch = await watchOf(db, secret);
  if (watch !== null) await removeWatch(db, watch);
}

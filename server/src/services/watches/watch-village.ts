import { randomUUID } from 'node:crypto';
import { type AreaId, DomainError, type NewWatch } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { queueMail } from '../../repositories/mail-repository.ts';
import { findVillage } from '../../repositories/village-repository.ts';
import {
  askAnew,
  confirmWatch,
  findWatchBySecret,
  removeWatch,
  upsertWatch,
  type Watch,
  watchesConfirmedAt,
} from '../../repositories/watch-repository.ts';
import type { CoverageLookup } from '../coverage-lookup.ts';
import { requireArea } from '../find-plan.ts';
import { digestOfSecret } from '../link-secret.ts';

const DAY_MS = 86_400_000;
export const CONFIRM_WITHIN_MS = 7 * DAY_MS;
/** However often somebody asks, an address that does not answer gets no more than one e-mail in that time. */
const ASKED_AGAIN_AFTER_MS = DAY_MS;
/** As many villages wait for one answer: more than a school has. */
const MOST_WAITING = 30;

/**
 * Asks an address by e-mail whether it wants to watch a village; where it was asked already and has not answered, the link
 * that it has confirms this one too. Says the same whether it watches it already or not.
 * Errors: `area-not-found`, `village-not-found`, `too-many-requests`.
 */
export async function watchVillage(
  database: Database,
  { area, input, now }: { readonly area: AreaId; readonly input: NewWatch; readonly now: Date },
): Promise<void> {
  await requireArea(database, area);
  const { village, language } = input;
  const email = input.email.toLowerCase();
  if ((await findVillage(database, area, village)) === null) {
    throw new DomainError('village-not-found', { village });
  }
  await inTransaction(database, async (db) => {
    // So that of many that come together one is the first.
    await lockThing(db, `watches of ${email}`);
    const waiting = await watchesConfirmedAt(db, email, null);
    const isWaiting = waiting.some((one) => one.area === area && one.village === village);
    if (!isWaiting && waiting.length >= MOST_WAITING) throw new DomainError('too-many-requests');
    const [asked] = waiting;
    const mayAsk = asked === undefined || now.getTime() - asked.askedAt.getTime() > ASKED_AGAIN_AFTER_MS;
    const askedAt = mayAsk ? now : asked.askedAt;
    const watch = await upsertWatch(db, { area, id: randomUUID(), village, email, language, askedAt });
    if (watch === null || !mayAsk) return;
    await askAnew(db, email, now);
    await queueMail(db, area, { kind: 'watch-confirmation', watch }, now);
  });
}

/** Who watches by the secret of an e-mail; null: nobody does, or not any more. */
export function watchOf(db: Database, secret: string) {
  return findWatchBySecret(db, digestOfSecret(secret));
}

/** The watches of one address that a watch waits with, or was confirmed with, itself among them. */
export function watchedTogether(db: Database, { email, confirmedAt }: Watch): Promise<Watch[]> {
  return watchesConfirmedAt(db, email, confirmedAt);
}

/** Confirms a watch and all that waits with it; from now on changes are told. A secret of none does nothing. */
export async function confirm(
  database: Database,
  lookup: CoverageLookup,
  { secret, now }: { readonly secret: string; readonly now: Date },
): Promise<void> {
  const watch = await watchOf(database, secret);
  if (watch === null || watch.confirmedAt !== null) return;
  const together = await watchedTogether(database, watch);
  const areas = [...new Set(together.map(({ area }) => area))];
  const owners = new Map(
    await Promise.all(areas.map(async (area) => [area, await lookup.ownersIn(area, now)] as const)),
  );
  await inTransaction(database, async (db) => {
    for (const one of together) {
      const told = [...(owners.get(one.area)?.(one.village) ?? [])].sort();
      await confirmWatch(db, one, { told, now });
    }
  });
}

/** Ends a watch; again it does nothing. */
export async function leave(db: Database, secret: string): Promise<void> {
  const watch = await watchOf(db, secret);
  if (watch !== null) await removeWatch(db, watch);
}

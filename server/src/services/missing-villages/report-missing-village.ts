import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  DomainError,
  type MissingVillageId,
  type MissingVillageReport,
  type Position,
  sameMissingVillage,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import {
  findCreation,
  forgetCreations,
  rememberCreation,
} from '../../repositories/creation-key-repository.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import {
  addMissingVillage,
  countReport,
  listMissingVillages,
} from '../../repositories/missing-village-repository.ts';
import { sha256 } from '../../sha256.ts';
import { checkedLocation } from '../checked-location.ts';

export interface ReportCreation {
  readonly area: AreaId;
  readonly report: MissingVillageReport;
  readonly idempotencyKey: string | null;
  readonly now: Date;
}

/** As many villages of an area wait at most, so that nobody can fill the list without end. */
const MOST_WAITING = 500;
const MOST_WORDS = 5;
/** About 100 m: enough to find a village, and too little to tell from which house somebody wrote. */
const STEPS_PER_DEGREE = 1_000;
const KEYS_KEPT_MS = 30 * 86_400_000;

/**
 * Notes that a village is missing; reports of one name nearby are one, with a count. Who reports is not stored.
 * Errors: `area-not-found`, `location-outside-area`, `location-looks-swapped`, `missing-villages-full`,
 * `idempotency-key-reused`.
 */
export async function reportMissingVillage(database: Database, creation: ReportCreation): Promise<void> {
  const { area, report, idempotencyKey: key, now } = creation;
  const location = coarse(await checkedLocation(database, { area, location: report.location }));
  const name = report.name.trim();
  const words = report.words?.trim();
  await inTransaction(database, async (db) => {
    // So that two reports of one village that come together are one as well.
    await lockThing(db, `missing villages ${area}`);
    const keyed =
      key === null
        ? null
        : { area, kind: 'missing-village' as const, key, digest: sha256(JSON.stringify(report)) };
    const earlier = keyed && (await findCreation(db, keyed));
    if (earlier && earlier.digest !== keyed?.digest) throw new DomainError('idempotency-key-reused');
    if (earlier) return;
    const known = await listMissingVillages(db, area);
    const same = sameMissingVillage({ name, location }, known);
    if (same === null && known.length >= MOST_WAITING) throw new DomainError('missing-villages-full');
    const id = same?.id ?? (randomUUID() as MissingVillageId);
    if (same === null) {
      await addMissingVillage(db, area, { id, name, location, words: words ? [words] : [], now });
    } else {
      await countReport(db, area, {
        id,
        location: same.location ?? location,
        words: withWords(same.words, words),
        now,
      });
    }
    if (keyed !== null) await rememberCreation(db, keyed, { id, at: now });
    await forgetCreations(db, { area, kind: 'missing-village' }, new Date(now.getTime() - KEYS_KEPT_MS));
    await appendEvent(db, { kind: 'missing-village', data: { area, client: null } });
  });
}

function coarse(position: Position | null): Position | null {
  if (position === null) return null;
  const [lon, lat] = position.map((degrees) => Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE);
  return [lon ?? 0, lat ?? 0];
}

function withWords(known: readonly string[], words: string | undefined): string[] {
  return words === undefined || known.includes(words) || known.length >= MOST_WORDS
    ? [...known]
    : [...known, words];
}

import {
  type AreaId,
  DomainError,
  idFromName,
  type NewVillage,
  type Village,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertVillage, villageIds } from '../repositories/added-village-repository.ts';
import { lockThing } from '../repositories/advisory-lock.ts';
import { findCreation, rememberCreation } from '../repositories/creation-key-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import { findVillage } from '../repositories/village-repository.ts';
import { sha256 } from '../sha256.ts';
import { checkedLocation } from './checked-location.ts';

export interface VillageAddition {
  readonly area: AreaId;
  readonly village: NewVillage;
  readonly client: string | null;
  readonly actor: RecordedActor;
}

export interface VillageCreation extends VillageAddition {
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
  readonly now: Date;
}

/**
 * Adds a village to those of an area.
 * Errors: `area-not-found`, `location-outside-area`, `location-looks-swapped`, `village-centre-unknown`,
 * `idempotency-key-reused`.
 */
export async function addVillage(database: Database, creation: VillageCreation): Promise<Village> {
  const { area, village: input, idempotencyKey: key, now } = creation;
  const village = { ...input, location: await checkedLocation(database, { area, ...input }) };
  return inTransaction(database, async (db) => {
    if (key === null) return storeVillage(db, { ...creation, village });
    const keyed = { area, kind: 'village', key, digest: sha256(JSON.stringify(village)) } as const;
    // Two requests with one key must not both find it unused.
    await lockThing(db, `villages ${area}`);
    const earlier = await findCreation(db, keyed);
    if (earlier !== null && earlier.digest !== keyed.digest) throw new DomainError('idempotency-key-reused');
    if (earlier !== null) return requireVillage(db, area, earlier.id as VillageId);
    const made = await storeVillage(db, { ...creation, village });
    await rememberCreation(db, keyed, { id: made.id, at: now });
    return made;
  });
}

/** Stores a village whose location was checked, with its entry in the record and its event. Errors: `village-centre-unknown`. */
export async function storeVillage(db: Database, addition: VillageAddition): Promise<Village> {
  const { area, village, client, actor } = addition;
  const { name, centre, location } = village;
  if (centre !== null) {
    const kind = (await findVillage(db, area, centre))?.kind ?? 'village';
    if (kind === 'village') throw new DomainError('village-centre-unknown', { centre });
  }
  // Ids are given out one after the other.
  await lockThing(db, `villages ${area}`);
  const id = idFromName(name.en, await villageIds(db, area)) as VillageId;
  await insertVillage(db, area, { id, name, centre, location });
  const made = await requireVillage(db, area, id);
  const subject = { kind: 'village' as const, id };
  await appendToRecord(db, {
    area,
    actor,
    act: 'village-added',
    subject,
    data: { name, centre, location },
  });
  const data = { area, kind: 'village' as const, id, version: made.version, client };
  await appendEvent(db, { kind: 'place', data });
  return made;
}

/** Errors: `village-not-found`. */
export async function requireVillage(db: Database, area: AreaId, village: VillageId): Promise<Village> {
  const found = await findVillage(db, area, village);
  if (found === null) throw new DomainError('village-not-found', { village });
  return found;
}

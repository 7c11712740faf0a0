import {
  type AreaId,
  type Association,
  type AssociationId,
  DomainError,
  type Position,
  type Village,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { findAssociation, moveSeat } from '../repositories/association-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { findVillage, moveVillage } from '../repositories/village-repository.ts';
import { checkedLocation } from './checked-location.ts';
import { etagOf } from './etag.ts';

export interface LocationChange {
  readonly area: AreaId;
  /** Null: where it lies is not known after all. */
  readonly location: Position | null;
  /** The version the change was made on. */
  readonly version: VersionMatch;
  /** What the browser that writes calls itself, for the event. */
  readonly client: string | null;
  /** Who writes, for the record. */
  readonly actor: RecordedActor;
}

/**
 * Pins a village on the map, or takes its pin away.
 * Errors: `area-not-found`, `village-not-found`, `changed-since`, `location-outside-area`, `location-looks-swapped`.
 */
export async function locateVillage(
  database: Database,
  { village, ...change }: LocationChange & { readonly village: VillageId },
): Promise<Village> {
  const location = await checkedLocation(database, change);
  return inTransaction(database, async (db) => {
    const moved = await moveVillage(db, { ...change, village }, location);
    const present = await findVillage(db, change.area, village);
    if (present === null) throw new DomainError('village-not-found', { village });
    if (!moved) throw new DomainError('changed-since', { etag: etagOf(present.version) });
    const { version } = present;
    const { area, client, actor } = change;
    const subject = { kind: 'village' as const, id: village };
    await appendToRecord(db, { area, actor, act: 'village-located', subject, data: { location } });
    await appendEvent(db, { kind: 'place', data: { area, kind: 'village', id: village, version, client } });
    return present;
  });
}

/**
 * Places the seat of an association, or takes its place away.
 * Errors: `area-not-found`, `association-not-found`, `changed-since`, `location-outside-area`, `location-looks-swapped`.
 */
export async function locateSeat(
  database: Database,
  { association, ...change }: LocationChange & { readonly association: AssociationId },
): Promise<Association> {
  const location = await checkedLocation(database, change);
  return inTransaction(database, async (db) => {
    const moved = await moveSeat(db, { ...change, association }, location);
    const present = await findAssociation(db, change.area, association);
    if (present === null) {
      throw new DomainError('association-not-found', { association, area: change.area });
    }
    if (!moved) throw new DomainError('changed-since', { etag: etagOf(present.version) });
    const { version } = present;
    const { area, client, actor } = change;
    const subject = { kind: 'association' as const, id: association };
    await appendToRecord(db, { area, actor, act: 'seat-located', subject, data: { location } });
    await appendEvent(db, { kind: 'place', data: { area, kind: 'seat', id: association, version, client } });
    return present;
  });
}

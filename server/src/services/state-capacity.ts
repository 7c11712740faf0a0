import { type AreaId, type Association, type AssociationId, DomainError } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { findAssociation, setCapacity } from '../repositories/association-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { etagOf } from './etag.ts';

export interface StatedCapacity {
  readonly area: AreaId;
  readonly association: AssociationId;
  readonly version: VersionMatch;
  /** What the browser that writes calls itself, for the event. */
  readonly client: string | null;
  readonly actor: RecordedActor;
  /** Orphans it can care for; null: not stated. */
  readonly capacity: number | null;
}

/** States how many an association can care for. Errors: `association-not-found`, `changed-since`. */
export async function stateCapacity(
  database: Database,
  { area, association, version, capacity, client, actor }: StatedCapacity,
): Promise<Association> {
  return inTransaction(database, async (db) => {
    const isSet = await setCapacity(db, { area, association, version }, capacity);
    const present = await findAssociation(db, area, association);
    if (present === null) throw new DomainError('association-not-found', { association, area });
    if (!isSet) throw new DomainError('changed-since', { etag: etagOf(present.version) });
    const subject = { kind: 'association' as const, id: association };
    await appendToRecord(db, { area, actor, act: 'capacity-stated', subject, data: {} });
    await appendEvent(db, {
      kind: 'place',
      data: { area, kind: 'seat', id: association, version: present.version, client },
    });
    return present;
  });
}

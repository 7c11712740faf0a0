import { type AreaId, type Association, type AssociationId, DomainError } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { findAssociation, type OwnStatement, setStated } from '../repositories/association-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { etagOf } from './etag.ts';

export interface StatementOfAssociation {
  readonly area: AreaId;
  readonly association: AssociationId;
  readonly version: VersionMatch;
  /** What the browser that writes calls itself, for the event. */
  readonly client: string | null;
  readonly actor: RecordedActor;
  readonly stated: OwnStatement;
}

/**
 * States of an association what its own people know: whom it can care for, or how it is reached. The record says that it was
 * stated, and the telephone, which is for everybody. Errors: `association-not-found`, `changed-since`.
 */
export async function stateOfAssociation(
  database: Database,
  { area, association, version, client, actor, stated }: StatementOfAssociation,
): Promise<Association> {
  return inTransaction(database, async (db) => {
    const isSet = await setStated(db, { area, association, version }, stated);
    const present = await findAssociation(db, area, association);
    if (present === null) throw new DomainError('association-not-found', { association, area });
    if (!isSet) throw new DomainError('changed-since', { etag: etagOf(present.version) });
    const entry = { area, actor, subject: { kind: 'association' as const, id: association } };
    await ('phone' in stated
      ? appendToRecord(db, { ...entry, act: 'phone-stated', data: stated })
      : appendToRecord(db, { ...entry, act: 'capacity-stated', data: {} }));
    await appendEvent(db, {
      kind: 'place',
      data: { area, kind: 'seat', id: association, version: present.version, client },
    });
    return present;
  });
}

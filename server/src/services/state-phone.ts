import { type AreaId, type Association, type AssociationId, DomainError } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { findAssociation, setPhone } from '../repositories/association-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { etagOf } from './etag.ts';

export interface StatedPhone {
  readonly area: AreaId;
  readonly association: AssociationId;
  readonly version: VersionMatch;
  /** Null takes it away. */
  readonly phone: string | null;
}

/** States the telephone of an association, for everybody to see. Errors: `association-not-found`, `changed-since`. */
export async function statePhone(
  database: Database,
  { area, association, version, phone }: StatedPhone,
): Promise<Association> {
  return inTransaction(database, async (db) => {
    const isSet = await setPhone(db, { area, association, version }, phone);
    const present = await findAssociation(db, area, association);
    if (present === null) throw new DomainError('association-not-found', { association, area });
    if (!isSet) throw new DomainError('changed-since', { etag: etagOf(present.version) });
    await appendEvent(db, {
      kind: 'place',
      data: { area, kind: 'seat', id: association, version: present.version, client: null },
    });
    return present;
  });
}

import { DomainError, type ShelfDocument } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { type DocumentKey, findDocument } from '../../repositories/document-repository.ts';
import { requireArea } from '../find-plan.ts';
import type { Actor } from '../proposals/actor.ts';

/** Errors: `area-not-found`, `document-not-found`. */
export async function requireDocument(db: Database, key: DocumentKey): Promise<ShelfDocument> {
  const found = await findDocument(db, key);
  if (found !== null) return found;
  await requireArea(db, key.area);
  throw new DomainError('document-not-found', { document: key.document });
}

/**
 * Goes on where somebody may change a document: whoever added it, a coordinator of the association it was added for, and
 * the council. Errors: `not-allowed`.
 */
export function refuseOthers(actor: Actor, { by, association }: ShelfDocument): void {
  const isTheirs = actor.role === 'coordinator' && association !== null && actor.association === association;
  if (by.person !== actor.person && !isTheirs && actor.role !== 'council')
    throw new DomainError('not-allowed');
}

import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  type DocumentId,
  type DocumentInput,
  DomainError,
  type ShelfDocument,
  searchTextOf,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { findCreation, rememberCreation } from '../../repositories/creation-key-repository.ts';
import {
  addDocument,
  type DocumentKey,
  deleteDocument,
  lockDocument,
  replaceDocument,
  replaceLinks,
} from '../../repositories/document-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { sha256 } from '../../sha256.ts';
import { etagOf } from '../etag.ts';
import { requireArea } from '../find-plan.ts';
import { type Actor, doerOf } from '../proposals/actor.ts';
import { checkedDocument } from './checked-document.ts';
import { refuseOthers, requireDocument } from './find-document.ts';
import { tell } from './tell.ts';

interface Doing {
  readonly area: AreaId;
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

export interface Shelving extends Doing {
  readonly input: DocumentInput;
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
}

export type DocumentChange = Doing & DocumentKey & { readonly version: VersionMatch };

/** Puts a document or a lesson on the shelf. Errors: those of `checkedDocument`, `area-not-found`, `idempotency-key-reused`. */
export async function shelveDocument(database: Database, shelving: Shelving): Promise<ShelfDocument> {
  const { area, actor, idempotencyKey: key, now } = shelving;
  await requireArea(database, area);
  const input = await checkedDocument(database, area, shelving.input);
  const keyed =
    key === null
      ? null
      : ({ area, kind: 'document', key, digest: sha256(JSON.stringify([actor.person, input])) } as const);
  return inTransaction(database, async (db) => {
    // Two requests with one key must not both find it unused.
    if (keyed !== null) await lockThing(db, `documents ${area}`);
    const earlier = keyed && (await findCreation(db, keyed));
    if (earlier && earlier.digest !== keyed?.digest) throw new DomainError('idempotency-key-reused');
    if (earlier) return requireDocument(db, { area, document: earlier.id as DocumentId });
    const document = randomUUID() as DocumentId;
    const { association } = actor;
    await addDocument(db, {
      area,
      document,
      input,
      searchText: searchTextOf(input),
      at: now,
      by: doerOf(actor),
      association,
    });
    await replaceLinks(db, { area, document }, input.links);
    if (keyed !== null) await rememberCreation(db, keyed, { id: document, at: now });
    const made = await requireDocument(db, { area, document });
    return tell(db, shelving, { act: 'document-added', change: 'created', document: made });
  });
}

/** Rewrites a document. Errors: those of `checkedDocument`, `document-not-found`, `not-allowed`, `changed-since`. */
export async function rewriteDocument(
  database: Database,
  change: DocumentChange & { readonly input: DocumentInput },
): Promise<ShelfDocument> {
  const { area, document, now } = change;
  refuseOthers(change.actor, await requireDocument(database, { area, document }));
  const input = await checkedDocument(database, area, change.input);
  return inTransaction(database, async (db) => {
    await lockedAt(db, change);
    await replaceDocument(db, { area, document, input, searchText: searchTextOf(input), at: now });
    await replaceLinks(db, { area, document }, input.links);
    const changed = await requireDocument(db, { area, document });
    return tell(db, change, { act: 'document-changed', change: 'changed', document: changed });
  });
}

/** Takes a document off the shelf. Errors: `document-not-found`, `not-allowed`, `changed-since`. */
export async function removeDocument(database: Database, change: DocumentChange): Promise<void> {
  const { area, document } = change;
  await inTransaction(database, async (db) => {
    const removed = await lockedAt(db, change);
    await deleteDocument(db, { area, document });
    await tell(db, change, { act: 'document-removed', change: 'deleted', document: removed });
  });
}

async function lockedAt(
  db: Database,
  { area, document, actor, version }: DocumentChange,
): Promise<ShelfDocument> {
  await lockDocument(db, { area, document });
  const found = await requireDocument(db, { area, document });
  refuseOthers(actor, found);
  if (!matchesVersion(version, found.version))
    throw new DomainError('changed-since', { etag: etagOf(found.version) });
  return found;
}

import { randomUUID } from 'node:crypto';
import { type ApiKey, type ApiKeyId, type ApiKeyInput, DomainError, type MadeApiKey } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { lockThing } from '../repositories/advisory-lock.ts';
import {
  addApiKey,
  findApiKeyByDigest,
  type KeyOwner,
  listApiKeys,
  noteKeyUse,
  removeApiKey,
} from '../repositories/api-key-repository.ts';
import { findAssociation } from '../repositories/association-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import { requireArea } from './find-plan.ts';
import { digestOfSecret, newLinkSecret } from './link-secret.ts';

/** So that whoever finds a key in a file knows whose it is. */
const PREFIX = 'nitaq_';
const MOST_KEYS = 20;

interface KeyAct extends KeyOwner {
  readonly actor: RecordedActor;
}

/**
 * Makes a key of an association. Its secret is told this once and stored as a hash.
 * Errors: `association-not-found`, `area-not-found`, `api-keys-too-many`.
 */
export async function makeApiKey(
  database: Database,
  { input, now, ...act }: KeyAct & { readonly input: ApiKeyInput; readonly now: Date },
): Promise<MadeApiKey> {
  const { area, association, actor } = act;
  for (const one of input.areas ?? []) await requireArea(database, one);
  const secret = `${PREFIX}${newLinkSecret()}`;
  const id = randomUUID() as ApiKeyId;
  return inTransaction(database, async (db) => {
    if ((await findAssociation(db, area, association)) === null) {
      throw new DomainError('association-not-found', { association, area });
    }
    await lockThing(db, `api keys ${area} ${association}`);
    if ((await listApiKeys(db, act)).length >= MOST_KEYS) {
      throw new DomainError('api-keys-too-many', { limit: MOST_KEYS });
    }
    const { title, addresses, areas } = { ...input, title: input.title.trim() };
    await addApiKey(db, act, { id, title, addresses, areas, digest: digestOfSecret(secret), now });
    const subject = { kind: 'association' as const, id: association };
    await appendToRecord(db, { area, actor, act: 'api-key-made', subject, data: { key: id, text: title } });
    const key = { id, title, addresses, areas, createdAt: now.toISOString(), lastUsedOn: null };
    return { key, secret };
  });
}

/** Revokes a key: from now on it is not known. Errors: `api-key-not-found`. */
export async function revokeApiKey(
  database: Database,
  { key, ...act }: KeyAct & { readonly key: ApiKeyId },
): Promise<void> {
  const { area, association, actor } = act;
  await inTransaction(database, async (db) => {
    const title = await removeApiKey(db, act, key);
    if (title === null) throw new DomainError('api-key-not-found', { key });
    const subject = { kind: 'association' as const, id: association };
    await appendToRecord(db, { area, actor, act: 'api-key-revoked', subject, data: { key, text: title } });
  });
}

/** The key that a program sends, whose use is noted by its day. Errors: `api-key-unknown`. */
export async function useApiKey(db: Database, secret: string, now: Date): Promise<ApiKey> {
  const key = await findApiKeyByDigest(db, digestOfSecret(secret));
  if (key === null) throw new DomainError('api-key-unknown');
  const today = now.toISOString().slice(0, 10);
  if (key.lastUsedOn !== today) await noteKeyUse(db, key.id, today);
  return key;
}

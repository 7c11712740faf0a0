import { randomUUID } from 'node:crypto';
import { DomainError } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { sha256 } from '../../sha256.ts';
import type { Actor } from '../proposals/actor.ts';

/** What something is called that a request makes, so that the same request makes the same thing. */
export interface Creation {
  readonly id: string;
  readonly digest: string;
}

/** The id follows from who asks and their key; without one it is any. */
export function creationOf(
  { person }: Pick<Actor, 'person'>,
  idempotencyKey: string | null,
  request: unknown,
): Creation {
  const id =
    idempotencyKey === null ? randomUUID() : sha256(JSON.stringify([person, idempotencyKey])).slice(0, 32);
  return { id, digest: sha256(JSON.stringify([person, request])) };
}

/** Of two requests with one key the second one waits here, and sees what the first one made. */
export async function lockCreation(db: Database, { id }: Creation): Promise<void> {
  await lockThing(db, `creation ${id}`);
}

/** Goes on where what was made before came from the same request. Errors: `idempotency-key-reused`. */
export function refuseOtherRequest(earlier: string | null, { digest }: Pick<Creation, 'digest'>): void {
  if (earlier !== digest) throw new DomainError('idempotency-key-reused');
}

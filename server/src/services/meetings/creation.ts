import { randomUUID } from 'node:crypto';
import { DomainError } from '@nitaq/core';
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

/** Goes on where what was made before came from the same request. Errors: `idempotency-key-reused`. */
export function refuseOtherRequest(earlier: string | null, { digest }: Creation): void {
  if (earlier !== digest) throw new DomainError('idempotency-key-reused');
}

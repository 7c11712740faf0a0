import { DomainError } from '@nitaq/core';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** A cursor from the last key of a page; opaque to clients. */
export function encodeCursor(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

/** The key in a cursor. Errors: `cursor-invalid`. */
export function decodeCursor<T extends TSchema>(cursor: string, schema: T): Static<T> {
  const key: unknown = Buffer.from(cursor, 'base64url').toString('utf8');
  if (Value.Check(schema, key)) return key;
  throw new DomainError('cursor-invalid');
}

/**
 * The first `limit` of what was `found`, which is asked one more than a page holds: whether there is a next page is
 * known only from its first entry.
 */
export function cutPage<T>(
  found: readonly T[],
  limit: number,
  keyOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

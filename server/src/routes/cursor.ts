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

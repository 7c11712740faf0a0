import type { RecordEntry } from '@nitaq/core';
import { sha256 } from '../sha256.ts';

/** Named in each entry, so that a later form is never taken for this one. */
const FORM = 'nitaq-record-1';

/** An entry as it is stored: its data is the text that was hashed. */
export interface StoredEntry extends Omit<RecordEntry, 'area' | 'data'> {
  readonly area: string;
  readonly data: string;
}

/** The hash that an entry must have. */
export function hashOf(entry: Omit<StoredEntry, 'hash'>): string {
  const { area, number, at, person, role, act, subject, data, previousHash } = entry;
  return sha256(
    JSON.stringify([FORM, area, number, at, person, role, act, subject.kind, subject.id, data, previousHash]),
  );
}

/** What is wrong with an entry that stands after another (null: it is the first); null where it follows as it should. */
export function faultAfter(
  last: Pick<StoredEntry, 'number' | 'hash' | 'at'> | null,
  entry: StoredEntry,
): 'missing' | 'unchained' | 'back-dated' | 'changed' | null {
  if (entry.number !== (last?.number ?? 0) + 1) return 'missing';
  if (entry.previousHash !== (last?.hash ?? null)) return 'unchained';
  if (hashOf(entry) !== entry.hash) return 'changed';
  if (last !== null && Date.parse(entry.at) < Date.parse(last.at)) return 'back-dated';
  return null;
}

/** The same text for the same data: the members of each object stand in the order of their names. */
export function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

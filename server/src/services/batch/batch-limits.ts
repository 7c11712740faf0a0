import { DomainError } from '@nitaq/core';

/** A million rows with some columns fit; more is answered in several requests. */
export const MOST_ROWS = 2_000_000;
export const MOST_BYTES = 256 * 2 ** 20;

export function batchTooLong(): DomainError {
  return new DomainError('batch-too-long', { rows: MOST_ROWS, mebibytes: MOST_BYTES / 2 ** 20 });
}

/** Bytes as they arrive. */
export type Bytes = AsyncIterable<Uint8Array>;

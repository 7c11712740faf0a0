import type { AreaId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { faultAfter, type StoredEntry } from '../repositories/record-chain.ts';
import { entriesAfter, recordedAreas } from '../repositories/record-repository.ts';

/** How many entries are read at a time. */
const BATCH = 500;

export type RecordVerdict =
  | { readonly area: AreaId; readonly isWhole: true; readonly entries: number; readonly lastHash: string }
  | {
      readonly area: AreaId;
      readonly isWhole: false;
      /** The first entry that is not as it was written. */
      readonly entry: number;
      readonly fault: NonNullable<ReturnType<typeof faultAfter>>;
    };

/** Goes through the record of each area from end to end. */
export async function verifyRecord(db: Database): Promise<RecordVerdict[]> {
  const verdicts: RecordVerdict[] = [];
  for (const area of await recordedAreas(db)) verdicts.push(await verifyArea(db, area));
  return verdicts;
}

async function verifyArea(db: Database, area: AreaId): Promise<RecordVerdict> {
  let last: StoredEntry | null = null;
  for (;;) {
    const batch: StoredEntry[] = await entriesAfter(db, area, { after: last?.number ?? 0, limit: BATCH });
    for (const entry of batch) {
      const fault = faultAfter(last, entry);
      // What is missing is named by the number that it would have.
      if (fault !== null) {
        const number = fault === 'missing' ? (last?.number ?? 0) + 1 : entry.number;
        return { area, isWhole: false, entry: number, fault };
      }
      last = entry;
    }
    if (batch.length < BATCH) break;
  }
  return { area, isWhole: true, entries: last?.number ?? 0, lastHash: last?.hash ?? '' };
}

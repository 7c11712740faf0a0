import type { Database } from './database/open-database.ts';
import { verifyRecord } from './services/verify-record.ts';
import { say, terminalText } from './terminal-texts.ts';

/** Tells of the record of each area whether it is whole, and where not, the first entry at fault; 1 where any is not. */
export async function checkRecord(db: Database): Promise<number> {
  const verdicts = await verifyRecord(db);
  if (verdicts.length === 0) say('record-empty');
  for (const verdict of verdicts) {
    const { area } = verdict;
    if (verdict.isWhole) say('record-whole', { area, entries: verdict.entries, hash: verdict.lastHash });
    else {
      const fault = terminalText(`record-fault-${verdict.fault}`);
      console.error(terminalText('record-broken', { area, entry: verdict.entry, fault }));
    }
  }
  return verdicts.every(({ isWhole }) => isWhole) ? 0 : 1;
}

import { describeFault } from './area-folder/fault-texts.ts';
import { readAreaFolder } from './area-folder/read-area-folder.ts';
import type { Database } from './database/open-database.ts';
import { importArea, type LeftAlone } from './services/import-area.ts';
import { StartupError } from './startup-error.ts';
import { say, terminalLanguage } from './terminal-texts.ts';

/** Reads, checks and stores one area folder, telling what it did. Errors: `StartupError` after listing every fault. */
export async function importFolder(db: Database, folder: string): Promise<void> {
  say('importing', { folder });
  const read = await readAreaFolder(folder);
  if (!read.ok) {
    const language = terminalLanguage(process.env);
    for (const fault of read.faults) console.error(`  ${describeFault(fault, language)}`);
    throw new StartupError('folder-has-faults', { folder, count: read.faults.length });
  }
  const { area, villages, plans, leftAlone } = await importArea(db, read.folder).catch((error: Error) => {
    if (!('constraint' in error) || error.constraint !== 'plan_one_in_force') throw error;
    throw new StartupError('another-plan-in-force', { folder });
  });
  say('imported', { area, ...villages, plans: plans.added });
  tellWhatWasLeft(leftAlone);
}

function tellWhatWasLeft({ plans, associations, villages }: LeftAlone): void {
  if (plans.length > 0) say('plans-left-alone', { ids: plans.join(', ') });
  if (associations.length > 0) say('associations-left-alone', { ids: associations.join(', ') });
  if (villages.length > 0) say('villages-left-alone', { ids: villages.join(', ') });
}

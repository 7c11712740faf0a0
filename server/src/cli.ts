import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { importFolder } from './import-folder.ts';
import { StartupError } from './startup-error.ts';
import { say } from './terminal-texts.ts';

try {
  process.exitCode = await run(parseArgs({ allowPositionals: true, strict: false }));
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}

async function run({ positionals, values }: ReturnType<typeof parseArgs>): Promise<number> {
  const [command, folder, ...rest] = positionals;
  const isUnderstood = command === 'import-area' && rest.length === 0 && Object.keys(values).length === 0;
  if (!isUnderstood || folder === undefined) {
    say('usage');
    return 2;
  }
  const database = await prepareDatabase(readConfig(process.env), (error) => console.error(error.message));
  try {
    await importFolder(database.db, folder);
    return 0;
  } finally {
    await database.close();
  }
}

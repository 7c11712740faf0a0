import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { importFolder } from './import-folder.ts';
import { StartupError } from './startup-error.ts';
import { say } from './terminal-texts.ts';

try {
  process.exitCode = await run(parseArgs({ allowPositionals: true }).positionals);
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}

async function run([command, folder, ...rest]: string[]): Promise<number> {
  if (command !== 'import-area' || folder === undefined || rest.length > 0) {
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

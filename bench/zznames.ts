import { spawnSync } from 'node:child_process';
import { findPostgres } from '../scripts/test/find-postgres.ts';
import { startPostgres } from '../scripts/test/start-postgres.ts';

const bin = findPostgres();
if (bin === null) throw new Error('none');
const server = await startPostgres(bin);
try {
  spawnSync(process.execPath, ['bench/names.ts'], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: server.url },
  });
} finally {
  server.stop();
}

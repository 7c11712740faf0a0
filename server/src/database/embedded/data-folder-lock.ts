import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.ts';

const LOCK_FILE = 'nitaq.pid';

/** When a process started, in clock ticks since boot, where the system tells: two processes may share an id. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in parentheses may hold spaces; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** True where the process that wrote the lock still runs. */
function isHeld(content: string): boolean {
  const [pidText = '', start = ''] = content.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return isAlive(pid) && startOf(pid) === start;
}

/**
 * Takes the data folder for this process and returns what releases it.
 * As PostgreSQL's CreateLockFile does: create exclusively; if it exists, ask whether its process lives; if not,
 * remove it and try again. Errors: `StartupError` when another process has the folder.
 */
export function lockDataFolder(folder: string): () => void {
  const path = join(folder, LOCK_FILE);
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const held = readFileSync(path, 'utf8');
    if (isHeld(held)) {
      throw new StartupError('folder-in-use', { folder, process: held.split(' ')[0] ?? '' });
    }
    rmSync(path, { force: true });
  }
  throw new StartupError('folder-in-use', { folder, process: '?' });
}

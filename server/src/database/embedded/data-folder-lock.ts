import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    return codeOf(error) === 'EPERM';
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
 * remove it and try again. The file appears with its content and disappears by renaming, so that of several processes
 * that start at once only one gets it. Errors: `StartupError` when another process has the folder.
 */
export function lockDataFolder(folder: string): () => void {
  const path = join(folder, LOCK_FILE);
  const own = `${path}.${process.pid}`;
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      writeFileSync(own, `${process.pid} ${startOf(process.pid)}`);
      if (placeWithoutReplacing(own, path)) return () => rmSync(path, { force: true });
      const holder = readIfThere(path);
      if (holder !== null && isHeld(holder)) throw inUse(folder, holder);
      takeAway(path, own);
    }
    throw inUse(folder, '?');
  } finally {
    rmSync(own, { force: true });
  }
}

/** Gives a file a second name unless there is one of that name; true where it did. */
function placeWithoutReplacing(file: string, name: string): boolean {
  try {
    if (!linkedWhereLinksWork(file, name)) copyFileSync(file, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Some shared folders and memory cards know no second names; a copy there can be seen unfinished for an instant. */
function linkedWhereLinksWork(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    return false;
  }
}

/** Takes a left lock away; where another process has just done so and put its own there, that one goes back. */
function takeAway(path: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (isHeld(readFileSync(aside, 'utf8'))) placeWithoutReplacing(aside, path);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function inUse(folder: string, holder: string): StartupError {
  return new StartupError('folder-in-use', { folder, process: holder.split(' ')[0] ?? '' });
}

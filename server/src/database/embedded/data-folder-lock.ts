import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.ts';

const LOCK_FILE = 'nitaq.pid';
const SUCCESSOR = '.after-';
/** More processes than these were never ended one after the other while they took over. */
const MOST_SUCCESSORS = 100;
/** Each attempt but the first follows on somebody else's being quicker. */
const MOST_ATTEMPTS = 10;

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
 * Takes the data folder for this process and returns what releases it. The lock names the process that holds it. One whose
 * process has ended is not removed, since that of somebody quicker could be removed instead: whoever takes over from it
 * makes, exclusively, the one file that is named after it, looks whether the way from the lock still ends there, and moves that
 * file to its place. So of several processes that start at once only one gets it. Errors: `StartupError` when
 * another process has the folder.
 */
export function lockDataFolder(folder: string): () => void {
  const path = join(folder, LOCK_FILE);
  const own = `${path}.${process.pid}`;
  const name = `${process.pid} ${startOf(process.pid)}`;
  const release = () => rmSync(path, { force: true });
  try {
    writeFileSync(own, name);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (placeWithoutReplacing(own, path)) return release;
      const last = lastHolder(path);
      if (last === null) continue;
      if (isHeld(last)) throw inUse(folder, last);
      const successor = successorOf(path, last);
      if (!placeWithoutReplacing(own, successor)) continue;
      if (lastHolder(path) === name) {
        renameSync(successor, path);
        forgetSuccessors(folder);
        return release;
      }
      rmSync(successor, { force: true });
    }
    throw inUse(folder, '?');
  } finally {
    rmSync(own, { force: true });
  }
}

/** The file by which somebody takes over from a holder. */
function successorOf(path: string, holder: string): string {
  return `${path}${SUCCESSOR}${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
}

/** Who holds the lock, or was the last to take it over; null where there is none. */
function lastHolder(path: string): string | null {
  let last = readIfThere(path);
  for (let step = 0; last !== null && step < MOST_SUCCESSORS; step++) {
    const next = readIfThere(successorOf(path, last));
    if (next === null) break;
    last = next;
  }
  return last;
}

/** Those of whom some were ended while they took over. Nobody gets the folder by them once it is held. */
function forgetSuccessors(folder: string): void {
  for (const file of readdirSync(folder))
    if (file.startsWith(`${LOCK_FILE}${SUCCESSOR}`)) rmSync(join(folder, file), { force: true });
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

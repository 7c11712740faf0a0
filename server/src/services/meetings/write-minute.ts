import { type AgendaItemId, DomainError, isRecorded, type Minute } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import {
  findItem,
  type ItemKey,
  type StoredItem,
  writeMinute,
} from '../../repositories/agenda-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { doerOf } from '../proposals/actor.ts';
import { lockedMeeting, type MeetingDoing, tellMeeting } from './meeting-act.ts';
import { MinuteRefusal } from './minute-refusal.ts';

/**
 * Writes what is said about an item, on the version that was read; the same text again changes nothing.
 * Errors: `meeting-not-found`, `meeting-state-forbids`, `minutes-approved`, `agenda-item-not-found`, `changed-since`.
 */
export async function writeDown(
  database: Database,
  doing: MeetingDoing & {
    readonly item: AgendaItemId;
    readonly text: string;
    readonly version: VersionMatch;
  },
): Promise<Minute> {
  const { area, meeting, item, text, version, actor, now } = doing;
  const key = { area, meeting, item };
  return inTransaction(database, async (db) => {
    const { state } = await lockedMeeting(db, doing);
    if (state === 'approved') throw new DomainError('minutes-approved');
    if (!isRecorded(state)) throw new DomainError('meeting-state-forbids');
    const { minute } = await requireItem(db, key);
    // A request that is repeated because its answer was lost has been done already.
    if (minute.text === text) return minute;
    if (!matchesVersion(version, minute.version)) throw new MinuteRefusal(minute);
    await writeMinute(db, key, { text, by: doerOf(actor), at: now });
    const written = (await requireItem(db, key)).minute;
    await tellMeeting(db, doing, { change: 'minute', item, version: written.version });
    return written;
  });
}

/** An item that is kept. Errors: `agenda-item-not-found`. */
export async function requireItem(db: Database, key: ItemKey): Promise<StoredItem> {
  const found = await findItem(db, key);
  if (found === null) throw new DomainError('agenda-item-not-found', { item: key.item });
  return found;
}

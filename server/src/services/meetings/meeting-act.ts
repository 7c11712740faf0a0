import { type AreaEvent, DomainError, type Meeting, type RecordEntry } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { findMeeting, lockMeeting, type MeetingKey } from '../../repositories/meeting-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { etagOf } from '../etag.ts';
import { requireArea } from '../find-plan.ts';
import { type Actor, recordedActorOf } from '../proposals/actor.ts';

/** Something that somebody does to a meeting. */
export interface MeetingDoing extends MeetingKey {
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

/** A meeting. Errors: `area-not-found`, `meeting-not-found`. */
export async function requireMeeting(db: Database, key: MeetingKey): Promise<Meeting> {
  return (await findMeeting(db, key)) ?? refuseUnknown(db, key);
}

/** The same, locked until the transaction ends. */
export async function lockedMeeting(db: Database, key: MeetingKey): Promise<Meeting> {
  return (await lockMeeting(db, key)) ?? refuseUnknown(db, key);
}

async function refuseUnknown(db: Database, { area, meeting }: MeetingKey): Promise<never> {
  await requireArea(db, area);
  throw new DomainError('meeting-not-found', { area, meeting });
}

/** Goes on where a change was made on the present version. Errors: `changed-since`. */
export function refuseOtherMeetingVersion({ version: present }: Meeting, version: VersionMatch): void {
  if (!matchesVersion(version, present)) throw new DomainError('changed-since', { etag: etagOf(present) });
}

type MeetingEvent = Extract<AreaEvent, { kind: 'meeting' }>['data'];

export interface MeetingNews extends Pick<MeetingEvent, 'change' | 'version'> {
  readonly item?: MeetingEvent['item'];
  /** What the record says of it; left out: it is not recorded, as where the projector is. */
  readonly recorded?: Pick<RecordEntry, 'act' | 'data'> & { readonly subject?: RecordEntry['subject'] };
}

/** Records it and tells it, as the last things of its transaction. */
export async function tellMeeting(
  db: Database,
  { area, meeting, actor, client }: MeetingDoing,
  { change, version, item = null, recorded }: MeetingNews,
): Promise<void> {
  if (recorded !== undefined) {
    const { act, data, subject = { kind: 'meeting', id: meeting } } = recorded;
    await appendToRecord(db, { area, actor: recordedActorOf(actor), act, subject, data });
  }
  await appendEvent(db, { kind: 'meeting', data: { area, meeting, change, item, version, client } });
}

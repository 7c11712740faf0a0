import {
  type Attendee,
  authorize,
  DomainError,
  type Meeting,
  meetingAfter,
  type Person,
  type PersonId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { noteApproval, noteAttendance } from '../../repositories/attendance-repository.ts';
import { changeMeeting } from '../../repositories/meeting-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { refuseUnless } from '../refuse-unless.ts';
import { lockedMeeting, type MeetingDoing, tellMeeting } from './meeting-act.ts';
import { presentMinutes } from './read-minutes.ts';

/**
 * Notes down whether somebody of the area is there: oneself, or the council anybody.
 * Errors: `meeting-not-found`, `minutes-approved`, `meeting-state-forbids`, `person-not-found`, `not-allowed`.
 */
export async function attend(
  database: Database,
  doing: MeetingDoing & {
    readonly person: Person;
    readonly attendee: PersonId;
    readonly presence: Attendee['presence'];
  },
): Promise<void> {
  const { area, person, attendee, presence } = doing;
  await inTransaction(database, async (db) => {
    const { state, version } = await lockedMeeting(db, doing);
    if (state === 'approved') throw new DomainError('minutes-approved');
    if (state === 'cancelled') throw new DomainError('meeting-state-forbids');
    if (attendee !== person.id) refuseUnless(authorize(person, 'meeting.run', { area }));
    const colleague = (await listColleagues(db, area)).find(({ id }) => id === attendee);
    if (colleague === undefined) throw new DomainError('person-not-found');
    await noteAttendance(db, doing, colleague, presence);
    await tellMeeting(db, doing, { change: 'attendance', version });
  });
}

/**
 * Somebody who was present approves exactly these minutes; with the last of those who were present they are approved, and
 * never change again. Errors: `meeting-not-found`, `meeting-state-forbids`, `not-present`, `minutes-changed`.
 */
export async function approveMinutes(
  database: Database,
  doing: MeetingDoing & { readonly contentHash: string },
): Promise<Meeting> {
  const { actor, contentHash, now } = doing;
  return inTransaction(database, async (db) => {
    const meeting = await lockedMeeting(db, doing);
    const before = await presentMinutes(db, doing, meeting);
    const own = before.attendance.find(({ person }) => person === actor.person);
    if (meeting.state === 'approved' && own?.approval === 'given' && contentHash === before.contentHash)
      return meeting;
    if (meetingAfter(meeting.state, 'approve') === null) throw new DomainError('meeting-state-forbids');
    if (own?.approves !== true) throw new DomainError('not-present');
    if (contentHash !== before.contentHash) {
      throw new DomainError('minutes-changed', { hash: before.contentHash ?? '' });
    }
    const isNew = own.approval !== 'given';
    if (isNew) await noteApproval(db, doing, { person: actor.person, hash: contentHash, at: now });
    const { attendance } = await presentMinutes(db, doing, meeting);
    // Somebody who was waited for may have left the area since.
    const isApproved = attendance.every(({ approves, approval }) => !approves || approval === 'given');
    if (!isNew && !isApproved) return meeting;
    const state = isApproved ? { state: 'approved' as const, approved_at: now } : {};
    const changed = await changeMeeting(db, doing, state);
    const recorded = { act: 'minutes-approved' as const, data: { contentHash, byAll: isApproved } };
    await tellMeeting(db, doing, { change: 'approval', version: changed.version, recorded });
    return changed;
  });
}

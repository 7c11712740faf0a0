import {
  type Attendee,
  type Colleague,
  canonicalMinutes,
  type Decision,
  type Guest,
  type Meeting,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listItems } from '../../repositories/agenda-repository.ts';
import { listAttendance, type NotedPerson } from '../../repositories/attendance-repository.ts';
import { listDecisions, type StoredDecision } from '../../repositories/decision-repository.ts';
import { listGuests } from '../../repositories/guest-repository.ts';
import type { MeetingKey } from '../../repositories/meeting-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { sha256 } from '../../sha256.ts';

/** What the minutes of a meeting consist of, and who has approved them. */
export interface PresentMinutes {
  readonly attendance: readonly Attendee[];
  readonly guests: readonly Guest[];
  readonly decisions: readonly StoredDecision[];
  /** Null: nothing was minuted yet. */
  readonly contentHash: string | null;
}

/** The minutes as they are. */
export async function presentMinutes(
  db: Database,
  key: MeetingKey,
  meeting: Meeting,
): Promise<PresentMinutes> {
  const noted = await listAttendance(db, key);
  const guests = (await listGuests(db, key)).map(({ guest }) => guest);
  const decisions = await listDecisions(db, key.area, { meeting: key.meeting });
  const agenda = (await listItems(db, key)).filter(({ isOff }) => !isOff);
  const isHeld = meeting.state === 'held' || meeting.state === 'approved';
  const contentHash = isHeld
    ? sha256(
        canonicalMinutes({ meeting, agenda, attendance: noted, guests, decisions: decisions as Decision[] }),
      )
    : null;
  const colleagues = await listColleagues(db, key.area);
  const attendance = noted.map((one) => toAttendee(one, { contentHash, colleagues }));
  return { attendance, guests, decisions, contentHash };
}

/** Who left the area since, or acts in another role, approves nothing any more; nobody waits for them. */
function toAttendee(
  { person, name, association, presence, approved }: NotedPerson,
  { contentHash, colleagues }: { contentHash: string | null; colleagues: readonly Colleague[] },
): Attendee {
  const role = colleagues.find(({ id }) => id === person)?.role;
  const approves = presence === 'present' && (role === 'council' || role === 'coordinator');
  return {
    person,
    name,
    association,
    presence,
    approves,
    approval: approved === null ? 'none' : approved.hash === contentHash ? 'given' : 'stale',
    approvedAt: approved?.at ?? null,
  };
}

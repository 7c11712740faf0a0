import type { MeetingNotice, PersonId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { MeetingKey } from '../../repositories/meeting-repository.ts';
import { addNotices } from './add-notices.ts';

/** Of these an e-mail tells with the meeting for one's calendar. */
const BY_INVITATION: readonly MeetingNotice[] = ['meeting-convened', 'meeting-moved', 'meeting-cancelled'];

export interface MeetingTelling extends MeetingKey {
  readonly people: readonly PersonId[];
  readonly kind: MeetingNotice;
  readonly now: Date;
}

/** Tells people of a meeting; of when it is they get an invitation by e-mail instead. */
export async function tellOfMeeting(
  db: Database,
  { area, meeting, people, kind, now }: MeetingTelling,
): Promise<void> {
  const notices = people.map((person) => ({ person, meeting, content: { kind } }));
  await addNotices(db, { area, notices, inAppOnly: BY_INVITATION.includes(kind), now });
}

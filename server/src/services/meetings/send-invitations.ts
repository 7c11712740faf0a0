import type { Database } from '../../database/open-database.ts';
import { queueMail, sendsMail } from '../../repositories/mail-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { noticeChoices } from '../../repositories/notice-choice-repository.ts';
import { tellOfMeeting } from '../notices/tell-of-meeting.ts';
import type { MeetingDoing } from './meeting-act.ts';

/**
 * Invites everybody who takes part in an area, by e-mail with the meeting for their calendar where they want e-mail, and in
 * the app; who did it too, for their calendar. A later invitation of the same meeting says that it was moved or cancelled.
 */
export async function sendInvitations(
  db: Database,
  { area, meeting, actor, now }: MeetingDoing,
  { notice }: { readonly notice: 'meeting-convened' | 'meeting-moved' | 'meeting-cancelled' | null },
): Promise<void> {
  const people = (await listColleagues(db, area)).filter(({ role }) => role !== 'observer');
  if (notice !== null) {
    const told = people.filter(({ id }) => id !== actor.person).map(({ id }) => id);
    await tellOfMeeting(db, { area, meeting, people: told, kind: notice, now });
  }
  if (!(await sendsMail(db))) return;
  const choiceOf = await noticeChoices(
    db,
    people.map(({ id }) => id),
  );
  for (const { id: person } of people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (choiceOf(person).mail !== 'none')
      await queueMail(db, area, { kind: 'invitation', person, meeting }, now);
  }
}

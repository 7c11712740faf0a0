import type { AreaSummary, MeetingId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { Mail } from '../people/mailer.ts';
import { addressOf } from '../repositories/mail-repository.ts';
import { findMeeting } from '../repositories/meeting-repository.ts';
import { noticeChoices } from '../repositories/notice-choice-repository.ts';
import { meetingInvitation, meetingLink } from '../services/meetings/calendar.ts';
import { mailBody } from './mail-body.ts';
import { mailDays, mailWords } from './mail-words.ts';

interface InvitationMail {
  readonly area: AreaSummary;
  readonly publicUrl: URL;
  readonly person: string;
  readonly meeting: MeetingId;
  readonly now: Date;
}

/** The invitation of a person to a meeting as it stands, for their calendar too; null: they want none, or have left. */
export async function writeInvitation(
  db: Database,
  { area, publicUrl, person, meeting: id, now }: InvitationMail,
): Promise<Mail | null> {
  const meeting = await findMeeting(db, { area: area.id, meeting: id });
  const to = await addressOf(db, area.id, person);
  const { mail, language } = (await noticeChoices(db, [person]))(person);
  if (meeting === null || to === null || mail === 'none') return null;
  const { timeZone } = area;
  const day = mailDays(language, timeZone).day(meeting.startsAt);
  const numerals = language === 'ar' ? 'ar-SA-u-nu-arab' : 'en';
  const time = new Intl.DateTimeFormat(numerals, { timeStyle: 'short', timeZone }).format(
    new Date(meeting.startsAt),
  );
  const isCancelled = meeting.state === 'cancelled';
  const title = meeting.title[language];
  const lines = [
    { text: mailWords('invitation.when', language, { title, day, time }) },
    ...(isCancelled
      ? [{ text: mailWords('invitation.cancelled', language, { reason: meeting.reason }) }]
      : []),
    ...(meeting.place === ''
      ? []
      : [{ text: mailWords('invitation.place', language, { place: meeting.place }) }]),
    {
      text: mailWords('meeting.open', language),
      link: meetingLink(publicUrl, { area: area.id, meeting: id, language }),
    },
    { text: mailWords('notice.why', language, { area: area.name[language] }) },
  ];
  const moved = meeting.movedFrom === null ? 'invitation.subject' : 'invitation.moved.subject';
  return {
    to,
    subject: mailWords(isCancelled ? 'invitation.cancelled.subject' : moved, language, { title, day }),
    ...mailBody(lines, language),
    icalEvent: meetingInvitation(meeting, to, { area, publicUrl, language, now }),
  };
}

import type { NoticeId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { Mail } from '../people/mailer.ts';
import { findAreaSummary } from '../repositories/area-repository.ts';
import { addressOf, type WaitingMail } from '../repositories/mail-repository.ts';
import { noticeChoices } from '../repositories/notice-choice-repository.ts';
import { noticesToMail } from '../repositories/notice-repository.ts';
import { writeInvitation } from './invitation-mail.ts';
import { noticeMail } from './notice-mail.ts';
import { writeReportMail } from './report-mail.ts';
import { writeWatchMail } from './watch-mail.ts';

/** An e-mail as it is to be sent, and the notices that need no telling after it. */
export interface WrittenMail {
  /** Null: there is nothing to say any more, or nobody to say it to. */
  readonly mail: Mail | null;
  readonly told: readonly NoticeId[];
}

const NOTHING: WrittenMail = { mail: null, told: [] };

/** Writes an e-mail when it is sent, and so as things stand then. */
export async function writeMail(
  db: Database,
  { area: id, subject }: WaitingMail,
  publicUrl: URL,
  now: Date,
): Promise<WrittenMail> {
  const area = await findAreaSummary(db, id);
  if (area === null) return NOTHING;
  if ('watch' in subject) {
    return {
      mail: await writeWatchMail(db, { area, publicUrl, watch: subject.watch, kind: subject.kind }),
      told: [],
    };
  }
  if (subject.kind === 'invitation') {
    return { mail: await writeInvitation(db, { area, publicUrl, ...subject, now }), told: [] };
  }
  if (subject.kind === 'report') {
    return { mail: await writeReportMail(db, { area, publicUrl, ...subject, now }), told: [] };
  }
  const { person } = subject;
  const which = subject.kind === 'notice' ? { notice: subject.notice } : { digestOf: person };
  const notices = await noticesToMail(db, id, which);
  const told = notices.map((notice) => notice.id);
  const to = await addressOf(db, id, person);
  const { mail, language } = (await noticeChoices(db, [person]))(person);
  if (to === null || mail === 'none' || notices.length === 0) return { mail: null, told };
  return { mail: { to, ...noticeMail(notices, { publicUrl, area, language }) }, told };
}

import type { AreaSummary, PersonId, ReportId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { Mail } from '../people/mailer.ts';
import { addressOf } from '../repositories/mail-repository.ts';
import { addReportLink, addStopLink, languageOfMailed } from '../repositories/mailed-report-repository.ts';
import { findSchedule } from '../repositories/report-schedule-repository.ts';
import { digestOfSecret, newLinkSecret } from '../services/link-secret.ts';
import { mailBody } from './mail-body.ts';
import { mailDays, mailWords } from './mail-words.ts';

const LINK_DAYS = 14;
const DAY_MS = 86_400_000;

interface ReportMail {
  readonly area: AreaSummary;
  readonly publicUrl: URL;
  readonly person: string;
  readonly report: ReportId;
  readonly now: Date;
}

/**
 * The e-mail that leads to a report which comes regularly; null: its schedule was stopped. It has two secrets, of which only
 * the digests are stored: one that may be passed on and expires, and one to stop.
 */
export async function writeReportMail(
  db: Database,
  { area, publicUrl, person: id, report, now }: ReportMail,
): Promise<Mail | null> {
  const person = id as PersonId;
  const to = await addressOf(db, area.id, person);
  const language = await languageOfMailed(db, { area: area.id, report });
  const schedule = await findSchedule(db, { area: area.id, person });
  if (to === null || language === null || schedule === null) return null;
  const [opening, stopping] = [newLinkSecret(), newLinkSecret()];
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  await addReportLink(db, { area: area.id, report, digest: digestOfSecret(opening), expiresAt });
  await addStopLink(db, { area: area.id, person, digest: digestOfSecret(stopping) });
  const say = (key: Parameters<typeof mailWords>[0]) =>
    mailWords(key, language, {
      area: area.name[language],
      day: mailDays(language, area.timeZone).day(expiresAt.toISOString()),
    });
  const page = `${publicUrl.origin}/api/v1/mailed-reports/${opening}`;
  const stop = `${publicUrl.origin}/api/v1/report-schedules/${stopping}`;
  const lines = [
    { text: say('report.text') },
    { text: say('report.open'), link: page },
    { text: say('report.paper'), link: `${page}?format=pdf` },
    { text: say('report.until') },
    { text: say('report.why') },
    { text: say('report.stop'), link: stop },
  ];
  return {
    to,
    subject: say('report.subject'),
    ...mailBody(lines, language),
    headers: {
      'List-Unsubscribe': `<${stop}/stopping>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

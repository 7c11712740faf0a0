import { type AreaId, type Language, type LocalizedText, type Notice, noticeText } from '@nitaq/core';
import type { Mail } from '../people/mailer.ts';
import { type MailLine, mailBody } from './mail-body.ts';
import { mailDays, mailWords } from './mail-words.ts';

/** Signs of direction are right in a text; in a list of subjects some mail programs show them as boxes. */
const ISOLATES = /[\u2066-\u2069]/g;

/** For whom and of where an e-mail is written. */
export interface MailPlace {
  readonly publicUrl: URL;
  readonly area: { readonly id: AreaId; readonly name: LocalizedText; readonly timeZone: string };
  readonly language: Language;
}

/** One e-mail of one notice, or of all the notices of a day. */
export function noticeMail(
  notices: readonly Notice[],
  { publicUrl, area, language }: MailPlace,
): Omit<Mail, 'to'> {
  const days = mailDays(language, area.timeZone);
  const name = area.name[language];
  const lines = notices.flatMap((notice): MailLine[] => [
    { text: noticeText(notice, language, days) },
    { text: mailWords(openWords(notice), language), link: noticeLink(publicUrl, notice, language) },
  ]);
  const [first] = notices;
  const subject =
    first !== undefined && notices.length === 1
      ? mailWords('notice.subject', language, { text: noticeText(first, language, days) })
      : mailWords('digest.subject', language, { area: name });
  return {
    subject: subject.replace(ISOLATES, ''),
    ...mailBody([...lines, { text: mailWords('notice.why', language, { area: name }) }], language),
  };
}

function openWords({ meeting, action, initiative }: Notice): Parameters<typeof mailWords>[0] {
  if (meeting !== null) return 'meeting.open';
  if (initiative !== null) return 'initiative.open';
  return action === null ? 'notice.open' : 'action.open';
}

function noticeLink(
  publicUrl: URL,
  { area, proposal, meeting, action, initiative }: Notice,
  language: Language,
): string {
  const about = {
    proposal: proposal?.id,
    meeting: meeting?.id,
    action: action?.id,
    initiative: initiative?.id,
  };
  const named = Object.entries(about).filter(([, id]) => id !== undefined) as [string, string][];
  return `${publicUrl.origin}/?${new URLSearchParams([['area', area], ['lang', language], ...named])}`;
}

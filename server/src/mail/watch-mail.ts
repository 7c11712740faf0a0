import type { AreaSummary } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { Mail } from '../people/mailer.ts';
import { findVillage } from '../repositories/village-repository.ts';
import { addWatchSecret, findWatch } from '../repositories/watch-repository.ts';
import { digestOfSecret, newLinkSecret } from '../services/link-secret.ts';
import { contactsOf } from '../services/watches/contacts-of.ts';
import { watchAddress } from '../services/watches/watch-address.ts';
import { mailBody } from './mail-body.ts';
import { contactLines, mailWords } from './mail-words.ts';

interface WatchMail {
  readonly area: AreaSummary;
  readonly publicUrl: URL;
  readonly watch: string;
  readonly kind: 'watch-confirmation' | 'watch-change';
}

/**
 * An e-mail to somebody who watches a village; null: they do not any more. Each has a secret of its own, of which only the
 * digest is stored: with it they confirm and leave.
 */
export async function writeWatchMail(
  db: Database,
  { area, publicUrl, watch: id, kind }: WatchMail,
): Promise<Mail | null> {
  const watch = await findWatch(db, area.id, id);
  const village = watch && (await findVillage(db, area.id, watch.village));
  if (watch === null || !village || (kind === 'watch-change') !== (watch.confirmedAt !== null)) return null;
  const secret = newLinkSecret();
  await addWatchSecret(db, area.id, id, digestOfSecret(secret));
  const { language, email: to } = watch;
  const say = (key: Parameters<typeof mailWords>[0]) =>
    mailWords(key, language, { village: village.name[language] });
  const page = watchAddress(publicUrl, secret);
  if (kind === 'watch-confirmation') {
    const lines = [
      { text: say('watch.confirm.text') },
      { text: say('watch.confirm.link'), link: page },
      { text: say('watch.confirm.all') },
    ];
    return { to, subject: say('watch.confirm.subject'), ...mailBody(lines, language) };
  }
  const map = `${publicUrl.origin}/?${new URLSearchParams({ area: area.id, lang: language, select: `village:${village.id}` })}`;
  const contacts = await contactsOf(db, area.id, watch.told);
  const lines = [
    { text: say('watch.change.text') },
    ...contactLines(contacts, language).map((text) => ({ text })),
    { text: say('watch.open'), link: map },
    { text: say('watch.leave'), link: page },
  ];
  return {
    to,
    subject: say('watch.change.subject'),
    ...mailBody(lines, language),
    headers: {
      'List-Unsubscribe': `<${watchAddress(publicUrl, secret)}/leaving>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

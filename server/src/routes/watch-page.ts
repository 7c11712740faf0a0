import type { Association, Language, Village } from '@nitaq/core';
import { escaped } from '../escaped.ts';
import { contactLines, mailWords } from '../mail/mail-words.ts';

/** What somebody who opens a link of an e-mail about a village sees. */
export type WatchPage =
  | {
      readonly state: 'asked' | 'watching';
      readonly village: Village;
      /** What waits with it, or was confirmed with it. */
      readonly others: readonly Village[];
      readonly contacts: readonly Association[];
      readonly address: string;
    }
  | { readonly state: 'left' | 'unknown' };

/** A page that needs nothing but a browser, with one button for what can be done. */
export function watchPage(page: WatchPage, language: Language): string {
  const say = (key: Parameters<typeof mailWords>[0], values = {}) =>
    escaped(mailWords(key, language, values));
  const others = (of: WatchPage) => {
    if (!('others' in of) || of.others.length === 0) return '';
    const items = of.others.map(({ name }) => `<li>${escaped(name[language])}</li>`);
    return `<p>${say(`watch.page.${of.state}.others`)}</p><ul>${items.join('')}</ul>`;
  };
  const body = () => {
    if (!('village' in page)) return `<p>${say(`watch.page.${page.state}`)}</p>`;
    const village = page.village.name[language];
    const lines = contactLines(page.contacts, language).map((line) => `<p>${escaped(line)}</p>`);
    const [act, label] =
      page.state === 'asked'
        ? (['confirmation', say('watch.page.confirm')] as const)
        : (['leaving', say('watch.leave')] as const);
    return `<h1>${escaped(village)}</h1>${lines.join('')}<p>${say(`watch.page.${page.state}`, { village })}</p>${others(page)}
<form method="post" action="${escaped(`${page.address}/${act}`)}"><button>${label}</button></form>`;
  };
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say('watch.page.title')}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.7 sans-serif;max-inline-size:34rem;margin:2rem auto;padding-inline:1rem}
h1{font-size:1.5rem}button{min-block-size:2.75rem;padding-inline:1.25rem;font:inherit}</style></head>
<body><main>${body()}</main></body>
</html>
`;
}

import type { Language } from '@nitaq/core';
import { escaped } from '../escaped.ts';

/** A line of an e-mail: a text, or a link under a text. */
export interface MailLine {
  readonly text: string;
  readonly link?: string;
}

/** The same lines as plain text and as HTML that stands in its language's direction. */
export function mailBody(
  lines: readonly MailLine[],
  language: Language,
): { readonly text: string; readonly html: string } {
  const text = lines.map(({ text, link }) => (link === undefined ? text : `${text}\n${link}`)).join('\n\n');
  const paragraphs = lines.map(({ text, link }) => {
    const inner = escaped(text);
    return `<p>${link === undefined ? inner : `<a href="${escaped(link)}">${inner}</a>`}</p>`;
  });
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return {
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"></head>
<body dir="${direction}" style="font-family:sans-serif;font-size:16px;line-height:1.7">\n${paragraphs.join('\n')}\n</body></html>\n`,
  };
}

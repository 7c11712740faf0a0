import type { Language } from '@nitaq/core';
import { escaped } from '../../escaped.ts';
import { say } from './words.ts';

export interface PageParts {
  readonly language: Language;
  readonly title: string;
  readonly description?: string;
  /** The pages above this one, from the first. */
  readonly above: readonly { readonly title: string; readonly href: string }[];
  /** The address of the same page in the other language. */
  readonly otherLanguage: string;
  /** The same as a document for programs. */
  readonly document: string;
  /** HTML. */
  readonly body: string;
}

/** A page that needs nothing but a browser, in the direction of its language. */
export function htmlPage({
  language,
  title,
  description,
  above,
  otherLanguage,
  document,
  body,
}: PageParts): string {
  const trail = above.map((one) => anchor(one.href, one.title)).join(' › ');
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>:root{color-scheme:light dark;--line:light-dark(#d9d4c9,#34414a)}
body{font:1rem/1.7 'IBM Plex Sans Arabic',sans-serif;margin:0 auto;padding:1rem;max-inline-size:70rem;background:light-dark(#faf8f4,#12191e);color:light-dark(#1d2b33,#e8e6e1)}
a{color:light-dark(#0f766e,#2dd4bf)}h1{font-size:1.5rem;margin-block:.5rem}nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between}
nav a,.list a{display:inline-block;min-block-size:2.75rem;min-inline-size:2.75rem;align-content:center}
.list{padding:0;list-style:none}.list p{margin:0}.table{overflow-x:auto}table{border-collapse:collapse}
th,td{border-block-end:1px solid var(--line);padding:.4rem .75rem;text-align:start;white-space:nowrap}td a{display:inline-block;min-block-size:2.75rem;align-content:center}
code{overflow-wrap:anywhere}</style></head>
<body><nav><span>${trail}</span><span>${anchor(document, 'JSON')} ${anchor(otherLanguage, say('otherLanguage', language), language === 'ar' ? 'en' : 'ar')}</span></nav>
<main><h1 id="title">${escaped(title)}</h1>${description === undefined ? '' : `<p>${escaped(description)}</p>`}${body}</main></body>
</html>
`;
}

export function anchor(href: string, text: string, language?: Language): string {
  return `<a href="${escaped(href)}"${language === undefined ? '' : ` lang="${language}"`}><bdi>${escaped(text)}</bdi></a>`;
}

export function list(items: readonly string[]): string {
  return `<ul class="list">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** Cells are HTML. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  // One who has no mouse scrolls it too.
  return `<div class="table" tabindex="0" role="region" aria-labelledby="title"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A value of a property as people read it. */
export function valueText(value: string | number | boolean | null | undefined, language: Language): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return say(value ? 'isYes' : 'isNo', language);
  const text = typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return `<bdi>${escaped(String(text))}</bdi>`;
}

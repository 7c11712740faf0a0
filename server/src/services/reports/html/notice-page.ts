import type { Language } from '@nitaq/core';
import { escaped } from '../../../escaped.ts';

interface Notice {
  readonly language: Language;
  readonly title: string;
  readonly mood: 'good' | 'bad' | 'plain';
  /** The first is what matters. */
  readonly lines: readonly string[];
  readonly link?: { readonly href: string; readonly text: string };
  /** What one can do here, by a form that is posted. */
  readonly act?: { readonly action: string; readonly text: string };
}

const SIGNS = { good: '✓', bad: '✗', plain: '' } as const;
const EDGES = {
  good: 'light-dark(#0f766e,#2dd4bf)',
  bad: 'light-dark(#b4232c,#f4838a)',
  plain: 'currentColor',
} as const;

/** A page with a few lines and one link or button, which needs nothing but a browser. */
export function noticePage({ language, title, mood, lines, link, act }: Notice): string {
  const [first = '', ...others] = lines;
  const sign = SIGNS[mood] === '' ? '' : `<span aria-hidden="true">${SIGNS[mood]}</span> `;
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.7 'IBM Plex Sans Arabic',sans-serif;max-inline-size:34rem;margin:2rem auto;padding-inline:1rem}
h1{font-size:1.5rem}strong{display:block;padding:.75rem 1rem;border-inline-start:.3rem solid ${EDGES[mood]}}
button{min-block-size:2.75rem;margin-block-start:1rem;padding-inline:1.25rem;font:inherit}
a{display:inline-block;min-block-size:2.75rem;align-content:center;color:light-dark(#0f766e,#2dd4bf)}</style></head>
<body><main><h1>${escaped(title)}</h1><strong role="status">${sign}${escaped(first)}</strong>
${others.map((line) => `<p>${escaped(line)}</p>`).join('')}${link === undefined ? '' : `<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>`}
${act === undefined ? '' : `<form method="post" action="${escaped(act.action)}"><button>${escaped(act.text)}</button></form>`}</main></body>
</html>
`;
}

import { escaped } from '../../../escaped.ts';
import type { ReportWords } from '../words/report-words.ts';

interface Notice {
  readonly words: ReportWords;
  readonly title: string;
  readonly isGood: boolean;
  /** The first is what matters. */
  readonly lines: readonly string[];
  readonly link: { readonly href: string; readonly text: string };
}

/** A page with a few lines and one link, which needs nothing but a browser. */
export function noticePage({ words, title, isGood, lines, link }: Notice): string {
  const [first = '', ...others] = lines;
  return `<!doctype html>
<html lang="${words.language}" dir="${words.rightToLeft ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.7 'IBM Plex Sans Arabic',sans-serif;max-inline-size:34rem;margin:2rem auto;padding-inline:1rem}
h1{font-size:1.5rem}strong{display:block;padding:.75rem 1rem;border-inline-start:.3rem solid ${isGood ? 'light-dark(#0f766e,#2dd4bf)' : 'light-dark(#b4232c,#f4838a)'}}
a{display:inline-block;min-block-size:2.75rem;align-content:center;color:light-dark(#0f766e,#2dd4bf)}</style></head>
<body><main><h1>${escaped(title)}</h1><strong role="status"><span aria-hidden="true">${isGood ? '✓' : '✗'}</span> ${escaped(first)}</strong>
${others.map((line) => `<p>${escaped(line)}</p>`).join('')}<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p></main></body>
</html>
`;
}

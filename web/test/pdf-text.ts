import { execFileSync, spawnSync } from 'node:child_process';

/** Debian: apt-get install poppler-utils. On the build server it has to be there. */
export const readsPdf = process.env.CI === 'true' || spawnSync('pdftotext', ['-v']).status === 0;

/** A text without spaces, which Poppler also has within words where letters do not join, marks of vowels and of direction. */
function squashed(text: string): string {
  return text.replace(/[\s\u064b-\u0652\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Whether a text of a PDF says this; Poppler reads the letters of a ligature in the order in which they stand on paper. */
export function says(paper: string, said: string): boolean {
  const sorted = (text: string) => [...text].toSorted().join('');
  const wanted = squashed(said);
  const letters = sorted(wanted);
  return [...paper].some((_, i) => sorted(paper.slice(i, i + wanted.length)) === letters);
}

/** The text of a PDF, without its spaces. */
export function textOf(pdf: Buffer): string {
  // It has something to say of every file that is tagged.
  const stdio = ['pipe', 'pipe', 'ignore'] as const;
  return squashed(
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, stdio: [...stdio] }).toString(),
  );
}

import { execFileSync, spawnSync } from 'node:child_process';

/** Debian: apt-get install poppler-utils. On the build server it has to be there. */
export const readsPdf = process.env.CI === 'true' || spawnSync('pdftotext', ['-v']).status === 0;

/** A text without its spaces, which Poppler also has within words where letters do not join, and marks of direction. */
export function squashed(text: string): string {
  return text.replace(/[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The text of a PDF, squashed. */
export function textOf(pdf: Buffer): string {
  // It has something to say of every file that is tagged.
  const stdio = ['pipe', 'pipe', 'ignore'] as const;
  return squashed(
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, stdio: [...stdio] }).toString(),
  );
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [TEXT, INFO, PICTURES, FONTS, MARKS] = [
  'pdftotext',
  'pdfinfo',
  'pdftoppm',
  'pdffonts',
  'pdftohtml',
] as const;

/** Debian: apt-get install poppler-utils. On the build server it has to be there. */
export const hasPoppler = process.env.CI === 'true' || spawnSync(TEXT, ['-v']).status === 0;

function ask(tool: string, args: readonly string[], pdf: Buffer): string {
  // It has something to say of every file that is tagged.
  const stdio = ['pipe', 'pipe', 'ignore'] as const;
  return execFileSync(tool, args, { input: pdf, maxBuffer: 2 ** 27, stdio: [...stdio] }).toString();
}

/** The text of a PDF, without the marks that keep directions apart. */
export function textOf(pdf: Buffer): string {
  const text = ask(TEXT, ['-layout', '-', '-'], pdf);
  return text.replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The numbers in a text, whichever digits they are written with, as Latin ones without separators of thousands. */
export function numbersIn(text: string): string[] {
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
  return (latin.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) => one.replaceAll(',', ''));
}

export interface PdfInfo {
  readonly pages: number;
  readonly title: string;
  readonly isTagged: boolean;
}

export function infoOf(pdf: Buffer): PdfInfo {
  const text = ask(INFO, ['-'], pdf);
  const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(text)?.[1] ?? '';
  return { pages: Number(field('Pages')), title: field('Title'), isTagged: field('Tagged') === 'yes' };
}

/** The titles of its bookmarks. */
export function outlineOf(pdf: Buffer): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-outline-'));
  try {
    const file = path.join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    const xml = execFileSync(MARKS, ['-xml', '-i', '-stdout', file], {
      maxBuffer: 2 ** 27,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [...xml.toString().matchAll(/<item page="\d+">([^<]*)<\/item>/g)].map(([, title = '']) => title);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function fontsOf(pdf: Buffer): { readonly name: string; readonly isEmbedded: boolean }[] {
  const [, , ...lines] = ask(FONTS, ['-'], pdf).trim().split('\n');
  return lines.map((line) => ({
    name: line.split(' ')[0] ?? '',
    isEmbedded: /\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/.exec(line)?.[1] === 'yes',
  }));
}

/** One page of a PDF as a PNG in grey, small: what matters is seen at 50 dots to the inch. */
export function pageOf(pdf: Buffer, page: number): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-page-'));
  try {
    const args = ['-png', '-gray', '-r', '50', '-f', String(page), '-l', String(page), '-'];
    execFileSync(PICTURES, [...args, path.join(folder, 'page')], { input: pdf });
    const [file = ''] = readdirSync(folder);
    return readFileSync(path.join(folder, file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { readFile } from 'node:fs/promises';
import type { ReportFault } from './fault.ts';

const NEWLINE = 0x0a;

/** The text of a file without its byte order mark, or null after reporting why there is none. */
export async function readFolderFile(path: string, report: ReportFault): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    report(reason === 'ENOENT' ? { code: 'file-missing' } : { code: 'file-unreadable', values: { reason } });
    return null;
  }
  const text = decode(bytes);
  if (text === null) report({ code: 'file-not-utf8', row: firstUndecodableLine(bytes) });
  return text;
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** No byte of a longer UTF-8 sequence is a newline, so that lines can be decoded one by one. */
function firstUndecodableLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    if (decode(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
    line++;
  }
  return line;
}

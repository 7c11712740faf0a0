import { parse } from 'csv-parse/browser/esm/sync';
import { type ListFault, type PlaceList, placeList } from './place-list.ts';

/** A workbook that has rows on several sheets. */
export interface ManySheets {
  readonly file: string;
  readonly sheets: readonly string[];
  readonly read: (sheet: string) => Promise<PlaceList | ListFault>;
}

/** What a zip file begins with, which a workbook is. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** What a workbook begins with that is of before 2007, or that has a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a table: a workbook, or cells parted by commas, semicolons or tabs, as UTF-8 or as Arabic Excel writes it. */
export async function readList(file: File): Promise<PlaceList | ManySheets | ListFault> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (begins(COMPOUND)) return isEncrypted(bytes) ? 'find.list.locked' : 'find.list.old';
  return begins(ZIP) ? readWorkbook(file.name, bytes) : readText(file.name, bytes);
}

/** The name of what a workbook with a password has within, as the file lists it. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

/** The library comes only when there is a workbook. */
async function readWorkbook(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<PlaceList | ManySheets | ListFault> {
  const { sheetRows, sheetsWithRows } = await import('./workbook.ts');
  const read = async (sheet: string) => {
    try {
      return placeList(file, await sheetRows(bytes, sheet));
    } catch {
      return 'find.list.broken';
    }
  };
  try {
    const sheets = await sheetsWithRows(bytes);
    const [only = '', ...others] = sheets;
    return others.length === 0 ? await read(only) : { file, sheets, read };
  } catch {
    return 'find.list.broken';
  }
}

function readText(file: string, bytes: Uint8Array): PlaceList | ListFault {
  try {
    const text = decode(bytes);
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.split('\n', 1)[0] ?? ''),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return placeList(
      file,
      rows.map((cells, at) => ({ number: at + 1, cells })),
    );
  } catch {
    return 'find.list.unreadable';
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
}

function delimiterOf(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

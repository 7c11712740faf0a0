import { type ListColumns, listColumns } from '@nitaq/core';
import { parse } from 'csv-parse/browser/esm/sync';

/** A table of places that somebody chose. */
export interface PlaceList {
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: ListColumns;
  readonly rows: readonly (readonly string[])[];
}

/** Why a file is no list: it is no table, or none with a place in it. */
export type ListFault = 'find.list.unreadable' | 'find.list.columns';

/** Reads a table: cells parted by commas, semicolons or tabs, as UTF-8 or as Arabic Excel writes it. */
export async function readList(file: File): Promise<PlaceList | ListFault> {
  try {
    const text = decode(await file.arrayBuffer());
    const [header = [], ...rows] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text.split('\n', 1)[0] ?? ''),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    const columns = listColumns(header);
    if (columns === null) return 'find.list.columns';
    return { file: file.name, header, columns, rows: rows.map((row) => fitted(row, header.length)) };
  } catch {
    return 'find.list.unreadable';
  }
}

function decode(bytes: ArrayBuffer): string {
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

/** As long as the first row; what is too much stays in its last cell. */
function fitted(row: readonly string[], length: number): string[] {
  if (row.length <= length) return [...row, ...Array<string>(length - row.length).fill('')];
  return [...row.slice(0, length - 1), row.slice(length - 1).join(' ')];
}

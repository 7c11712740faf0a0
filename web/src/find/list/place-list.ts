import { type ListColumns, listColumns } from '@nitaq/core';
import type { CellValue } from 'hucre/xlsx';

/** A table of places that somebody chose. */
export interface PlaceList {
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: ListColumns;
  readonly rows: readonly (readonly string[])[];
  /** The number of each row, as a spreadsheet counts. */
  readonly numbers: readonly number[];
  /** What a workbook has in the cells of each row; null: the list is text. */
  readonly values: readonly (readonly CellValue[])[] | null;
}

/** Why a file is no list: it is no table, or none with a place in it. */
export type ListFault =
  | 'find.list.unreadable'
  | 'find.list.columns'
  | 'find.list.old'
  | 'find.list.locked'
  | 'find.list.broken';

/** A row as it was read. */
export interface ReadRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly values?: readonly CellValue[];
}

/** The list that rows make, the first of which names the columns. */
export function placeList(file: string, [head, ...rows]: readonly ReadRow[]): PlaceList | ListFault {
  const header = head?.cells ?? [];
  const columns = listColumns(header);
  if (columns === null) return 'find.list.columns';
  return {
    file,
    header,
    columns,
    rows: rows.map(({ cells }) => fitted(cells, header.length)),
    numbers: rows.map(({ number }) => number),
    values: head?.values === undefined ? null : rows.map(({ values = [] }) => values),
  };
}

/** As long as the first row; what is too much stays in its last cell. */
function fitted(row: readonly string[], length: number): string[] {
  if (row.length <= length) return [...row, ...Array<string>(length - row.length).fill('')];
  return [...row.slice(0, length - 1), row.slice(length - 1).join(' ')];
}

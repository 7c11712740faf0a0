import { harmlessCell } from '@nitaq/core';
import { heldText } from '../../../held-text.ts';
import { type Cell, type Column, isFigure, type ReportTable } from '../tables/report-table.ts';
import type { ReportWords } from '../words/report-words.ts';

/** A table as spreadsheets hold it: a range is two columns of numbers, so that it can be reckoned with. */
export interface SpreadsheetTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function spreadsheetTable({ columns, rows }: ReportTable, words: ReportWords): SpreadsheetTable {
  return {
    columns: columns.flatMap((column) =>
      isRange(column)
        ? [
            { ...column, head: plain(words.say('head.least', { what: column.head })) },
            { ...column, head: plain(words.say('head.most', { what: column.head })) },
          ]
        : [{ ...column, head: plain(column.head) }],
    ),
    rows: rows.map((row) => row.flatMap((cell, at) => cellsOf(cell, columns[at]))),
  };
}

function cellsOf(cell: Cell, column: Column | undefined): (string | number | null)[] {
  if (column !== undefined && isRange(column)) {
    return cell !== null && typeof cell === 'object' ? [cell.least, cell.most] : [null, null];
  }
  if (cell === null || typeof cell === 'object') return [null];
  return [typeof cell === 'string' ? harmlessCell(plain(cell)) : cell];
}

function isRange(column: Column): boolean {
  return isFigure(column) && (column.kind === 'need' || column.kind === 'load');
}

/** Without the marks that keep texts apart on a page, which spreadsheets would compare and sort by, and what they cannot hold. */
function plain(text: string): string {
  return heldText(text).replace(/[\u2066-\u2069]/g, '');
}

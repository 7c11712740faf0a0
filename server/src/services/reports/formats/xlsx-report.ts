import { rangeRef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { heldText } from '../../../held-text.ts';
import { type Column, FRACTION_DIGITS, isFigure } from '../tables/report-table.ts';
import { reportTables } from '../tables/report-tables.ts';
import { type ReportWords, reportWords } from '../words/report-words.ts';
import type { ReportWriter } from './report-writer.ts';
import { type SpreadsheetTable, spreadsheetTable } from './spreadsheet-table.ts';

/** What Excel takes as the name of a sheet. */
const LONGEST_SHEET_NAME = 31;
const WIDEST = 60;
/** Widths are taken from so many rows. */
const ROWS_LOOKED_AT = 200;

/** A workbook with a sheet for each table. */
export const xlsxReport: ReportWriter = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  async write({ report }, { language, digits }) {
    const words = reportWords({ language, digits, timeZone: report.area.timeZone });
    const names = new Set<string>();
    const sheets = reportTables(report, words).map((table) =>
      sheetOf(sheetName(table.title, names), spreadsheetTable(table, words), words),
    );
    // The same report is the same file.
    const made = new Date(report.madeAt);
    const properties = { title: words.say('report.title'), created: made, modified: made };
    return writeXlsx({ sheets, properties });
  },
};

function sheetOf(name: string, { columns, rows }: SpreadsheetTable, words: ReportWords): WriteSheet {
  const heads = columns.map(({ head }) => head);
  return {
    name,
    columns: columns.map((column, at) => ({ width: widthOf(at, [heads, ...rows]), ...formatOf(column) })),
    rows: [heads, ...rows.map((row) => [...row])],
    cells: new Map(heads.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
    freezePane: { rows: 1 },
    ...(rows.length > 0 && {
      autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
    }),
    view: { rightToLeft: words.rightToLeft },
  };
}

function formatOf(column: Column) {
  if (column.kind === 'text' || column.kind === 'code' || !isFigure(column)) return {};
  const digits = FRACTION_DIGITS[column.kind];
  return { numFmt: digits === 0 ? '0' : `0.${'0'.repeat(digits)}` };
}

/** Each table has a sheet of another name, in signs that a name may have. */
function sheetName(title: string, taken: Set<string>): string {
  const plain =
    heldText(title)
      .replace(/[\\/?*[\]:'\u2066-\u2069]/g, ' ')
      .trim() || '-';
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = [...plain].slice(0, LONGEST_SHEET_NAME - ending.length).join('') + ending;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function widthOf(at: number, rows: readonly (readonly (string | number | null)[])[]): number {
  const lengths = rows.slice(0, ROWS_LOOKED_AT).map((row) => String(row[at] ?? '').length);
  return Math.min(WIDEST, Math.max(8, ...lengths) + 3);
}

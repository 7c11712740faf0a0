import { CsvError, parse } from 'csv-parse/sync';
import type { ReportFault } from './fault.ts';

/** One row of a table. A cell is undefined where its column is missing, which has been reported. */
export interface CsvRow<Column extends string> {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** The columns of a table. */
export interface CsvColumns<Column extends string> {
  readonly required: readonly Column[];
  /** Those that may be left out. */
  readonly optional?: readonly Column[];
}

/**
 * The rows of a comma-separated table (RFC 4180, any line ends) whose header names the columns in any order; cells
 * without the blanks around them; empty rows left out. Faults of the header and of a row's length are reported.
 */
export function readCsv<Column extends string>(
  text: string,
  { required, optional = [] }: CsvColumns<Column>,
  report: ReportFault,
): CsvRow<Column>[] {
  const parsed = parseRecords(text, report);
  if (parsed === null) return [];
  const [header = [], ...records] = parsed;
  if (header.length === 1 && /[;\t]/.test(header[0] ?? '')) {
    report({ code: 'csv-wrong-delimiter', row: 1 });
    return [];
  }
  checkHeader(header, { required, optional }, report);

  const places = [...required, ...optional].map((column) => [column, header.indexOf(column)] as const);
  return records.flatMap((record, index) => {
    const number = index + 2;
    if (record.every((cell) => cell === '')) return [];
    if (record.length !== header.length) {
      report({
        code: 'row-wrong-length',
        row: number,
        values: { found: record.length, expected: header.length },
      });
      return [];
    }
    const cells: Partial<Record<Column, string>> = {};
    for (const [column, place] of places) {
      const cell = record[place];
      if (cell !== undefined) cells[column] = cell;
    }
    return [{ number, cells }];
  });
}

function parseRecords(text: string, report: ReportFault): string[][] | null {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report({ code: 'csv-malformed', ...(typeof error.lines === 'number' && { row: error.lines }) });
    return null;
  }
}

function checkHeader(
  header: readonly string[],
  { required, optional }: Required<CsvColumns<string>>,
  report: ReportFault,
) {
  const columns = [...required, ...optional];
  for (const column of required) {
    if (!header.includes(column)) report({ code: 'column-missing', row: 1, field: column });
  }
  for (const [index, column] of header.entries()) {
    if (!columns.includes(column)) report({ code: 'column-unknown', row: 1, field: column });
    else if (header.indexOf(column) !== index) report({ code: 'column-repeated', row: 1, field: column });
  }
}

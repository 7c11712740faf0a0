import type { LocalizedText } from '@nitaq/core';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { textFault } from './check-text.ts';
import type { ReportFault } from './fault.ts';
import type { CsvRow } from './read-csv.ts';

/** What an integer column of the database holds. */
const MAX_INTEGER = 2 ** 31 - 1;

/** The text of a cell, or null after reporting why it has none. */
export function readText<Column extends string>(
  row: CsvRow<Column>,
  column: Column,
  report: ReportFault,
): string | null {
  const text = row.cells[column];
  if (text === undefined) return null;
  const fault = textFault(text);
  if (fault === null) return text;
  report({ ...fault, row: row.number, field: column });
  return null;
}

/** The two cells `{column}_ar` and `{column}_en`. */
export function readLocalizedText<Column extends string>(
  row: CsvRow<`${Column}_ar` | `${Column}_en`>,
  column: Column,
  report: ReportFault,
): LocalizedText | null {
  const ar = readText(row, `${column}_ar`, report);
  const en = readText(row, `${column}_en`, report);
  return ar === null || en === null ? null : { ar, en };
}

/** The id in column `id`, of the schema's form and not in `seen`, which maps the ids so far to their rows. */
export function readId<Schema extends TSchema>(
  row: CsvRow<'id'>,
  { schema, seen }: { schema: Schema; seen: Map<string, number> },
  report: ReportFault,
): Static<Schema> | null {
  const id = readText(row, 'id', report);
  if (id === null) return null;
  const place = { row: row.number, field: 'id' };
  const firstRow = seen.get(id);
  if (firstRow !== undefined) report({ ...place, code: 'id-repeated', values: { value: id, firstRow } });
  seen.set(id, firstRow ?? row.number);
  if (Value.Check(schema, id)) return id;
  report({ ...place, code: 'id-malformed', values: { value: id } });
  return null;
}

/** A whole number from 0 on; null when the cell is empty or after reporting that it holds something else. */
export function readInteger<Column extends string>(
  row: CsvRow<Column>,
  column: Column,
  report: ReportFault,
): number | null {
  const text = row.cells[column] ?? '';
  if (text === '') return null;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= MAX_INTEGER) return number;
  report({ row: row.number, field: column, code: 'integer-malformed', values: { value: text } });
  return null;
}

import type { KnownCount, ReportLoad } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';

/** What stands in a column, and so how it is written. */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'count'
  | 'km2'
  | 'km'
  | 'percent'
  | 'ratio'
  | 'degrees'
  | 'need'
  | 'load';

/** A count or a share as closely as it is known. */
export type Range = KnownCount | ReportLoad;

/** Null: not known, or nothing. */
export type Cell = string | number | Range | null;

export interface Column {
  readonly head: string;
  readonly kind: ColumnKind;
  /** Left out on paper, where there is no room for it. */
  readonly isDetail?: true;
}

/** A table of a report in the language of its reader; its figures are written by each form in its own way. */
export interface ReportTable {
  /** The same in every language. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** So many digits after the point each kind is shown with. */
export const FRACTION_DIGITS = {
  count: 0,
  km2: 2,
  km: 1,
  percent: 1,
  ratio: 2,
  degrees: 5,
  need: 0,
  load: 1,
} as const satisfies Record<Exclude<ColumnKind, 'text' | 'code'>, number>;

const NOTHING = '—';

/** A cell as people read it. */
export function cellText(cell: Cell, { kind }: Column, words: ReportWords): string {
  if (cell === null) return NOTHING;
  if (typeof cell === 'string') return cell;
  const digits = kind === 'text' || kind === 'code' ? 0 : FRACTION_DIGITS[kind];
  if (typeof cell === 'number') return words.number(cell, digits);
  const { least, most } = cell;
  const from = words.number(least, digits);
  if (most === null) return words.say('range.orMore', { from });
  return most === least ? from : words.say('range.between', { from, to: words.number(most, digits) });
}

/** True for what is set in columns of digits. */
export function isFigure({ kind }: Column): boolean {
  return kind !== 'text' && kind !== 'code';
}

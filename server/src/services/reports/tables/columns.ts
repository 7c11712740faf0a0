import type { KnownNeed } from '@nitaq/core';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import type { TableContext } from './names-of-report.ts';
import type { Cell, Column, ColumnKind } from './report-table.ts';

/** A column under a head of the catalogue. */
export function column(words: ReportWords, head: WordKey, kind: ColumnKind, values = {}): Column {
  return { head: words.say(head, values), kind };
}

/** A column that paper has no room for. */
export function detail(one: Column): Column {
  return { ...one, isDetail: true };
}

/** The columns of the need; none where the reader may know nothing of it. */
export function needColumns({ report, words }: TableContext): Column[] {
  if (report.knowledge === 'public') return [];
  return [
    column(words, 'head.orphans', 'need'),
    column(words, 'head.widows', 'need'),
    column(words, 'head.families', 'need'),
  ];
}

/** The cells under `needColumns`. */
export function needCells({ report }: TableContext, need: KnownNeed | null): Cell[] {
  if (report.knowledge === 'public') return [];
  return need === null ? [null, null, null] : [need.orphans, need.widows, need.families];
}

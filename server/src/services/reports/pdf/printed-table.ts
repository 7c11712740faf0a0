import { cellText, isFigure, type ReportTable } from '../tables/report-table.ts';
import type { ReportWords } from '../words/report-words.ts';
import { breakable } from './breakable.ts';
import type { Block, PrintedColumn, TableBlock } from './printed-document.ts';

/** Letters that a share of one has room for, about. */
const LETTERS = 8;
const [NARROWEST, WIDEST] = [0.8, 3.2];

/** A table of a report on paper; columns are as wide as what stands in them asks for. */
export function printedTable({ columns, rows }: ReportTable, words: ReportWords): TableBlock {
  const texts = rows.map((row) =>
    columns.map((column, index) => breakable(cellText(row[index] ?? null, column, words))),
  );
  return {
    kind: 'table',
    columns: columns.map(
      (column, index): PrintedColumn => ({
        head: column.head,
        isNumber: isFigure(column),
        width: widthOf(
          column.head,
          texts.map((row) => row[index] ?? ''),
        ),
      }),
    ),
    rows: texts,
  };
}

/** The same on end, two lines side by side: for one line that has more columns than the paper has room for. */
export function printedFacts({ columns, rows: [row = []] }: ReportTable, words: ReportWords): Block {
  return {
    kind: 'facts',
    facts: columns.map((column, index) => ({
      label: column.head,
      value: breakable(cellText(row[index] ?? null, column, words)),
    })),
  };
}

function widthOf(head: string, texts: readonly string[]): number {
  // As most cells need: one long name is broken instead of narrowing all others.
  const usual = ofMost(texts.map((text) => text.length));
  const words = ofMost(texts.map(longestWord));
  return Math.min(
    WIDEST,
    Math.max(NARROWEST, usual / LETTERS / 2, words / LETTERS, longestWord(head) / LETTERS),
  );
}

function ofMost(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
}

function longestWord(text: string): number {
  return text.split(/[\s\u200b]/).reduce((most, word) => Math.max(most, word.length), 0);
}

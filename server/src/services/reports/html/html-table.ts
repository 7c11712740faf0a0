import { escaped } from '../../../escaped.ts';
import { type Cell, type Column, cellText, isFigure, type ReportTable } from '../tables/report-table.ts';
import type { ReportWords } from '../words/report-words.ts';

const LONG_TEXT = 40;

/** A table that one who has no mouse scrolls too, with a name. */
export function htmlTable({ title, columns, rows }: ReportTable, words: ReportWords): string {
  const head = columns
    .map(
      (column) =>
        `<th scope="col"${classes(isFigure(column) && 'figure', column.isDetail && 'detail')}>${escaped(column.head)}</th>`,
    )
    .join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell, at) => htmlCell(cell, columns[at], words)).join('')}</tr>`,
  );
  return (
    `<div class="table" tabindex="0" role="group" aria-label="${escaped(title)}"><table>` +
    `<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
  );
}

function htmlCell(cell: Cell, column: Column | undefined, words: ReportWords): string {
  if (column === undefined) return '';
  const text = cellText(cell, column, words);
  const isLong = column.kind === 'text' && text.length > LONG_TEXT;
  const kind = isLong ? 'long' : isFigure(column) ? 'figure' : column.kind === 'code' && 'code';
  return `<td${classes(kind, column.isDetail && 'detail')}><bdi>${escaped(text)}</bdi></td>`;
}

function classes(...names: readonly (string | false | undefined)[]): string {
  const given = names.filter((name) => name !== false && name !== undefined);
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}

import { ANSWERED_STATUSES, type CoverageStatus, harmlessCell } from '@nitaq/core';
import { parse } from 'csv-parse/browser/esm/sync';
import type { PlaceList } from './place-list.ts';

/** A browser sends everything before it reads the answer, so that it may send no more than fits in between. */
const ROWS_AT_ONCE = 500;
const BYTES_MARK = '\ufeff';

/** A row with what the service says of it. */
export interface AnsweredRow {
  readonly cells: readonly string[];
  /** What the service added, as it stands in the file. */
  readonly added: readonly string[];
  readonly status: CoverageStatus | 'error';
}

export interface AnsweredList {
  readonly list: PlaceList;
  /** The names of all columns, those of the answers last. */
  readonly header: readonly string[];
  readonly rows: readonly AnsweredRow[];
}

export interface ListProgress {
  readonly signal: AbortSignal;
  readonly onRows: (done: number) => void;
}

/** Asks about every row, some at a time. Rejects where the service cannot be reached, or the signal says to stop. */
export async function answerList(list: PlaceList, { signal, onRows }: ListProgress): Promise<AnsweredList> {
  let header: readonly string[] = list.header;
  const rows: AnsweredRow[] = [];
  for (let at = 0; at < Math.max(1, list.rows.length); at += ROWS_AT_ONCE) {
    const part = await answerRows(list, list.rows.slice(at, at + ROWS_AT_ONCE), signal);
    header = part.header;
    rows.push(...part.rows);
    onRows(rows.length);
  }
  return { list, header, rows };
}

/** The same list with the name of a village in one row mended, and that row asked about again. */
export async function askAgain(answered: AnsweredList, row: number, name: string): Promise<AnsweredList> {
  const { list, rows } = answered;
  const cells = (rows[row]?.cells ?? []).map((cell, at) => (at === list.columns.village ? name : cell));
  const [again] = (await answerRows(list, [cells], null)).rows;
  return { ...answered, rows: rows.map((one, at) => (at === row && again ? again : one)) };
}

/** The whole table with its answers, as a spreadsheet reads it. */
export function tableOf({ header, rows }: AnsweredList): string {
  const lines = rows.map(({ cells, added }) => [...cells, ...added]);
  return BYTES_MARK + [header, ...lines].map((cells) => written(cells.map(harmlessCell))).join('');
}

async function answerRows(
  list: PlaceList,
  rows: readonly (readonly string[])[],
  signal: AbortSignal | null,
): Promise<{ header: readonly string[]; rows: AnsweredRow[] }> {
  const answer = await fetch('/api/v1/coverage/batch', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: [list.header, ...rows].map(written).join(''),
    signal,
  });
  if (!answer.ok) throw new Error(`Answered ${answer.status}`);
  const [header = [], ...answered] = parse(await answer.text(), { bom: true });
  const width = list.header.length;
  const statuses = ANSWERED_STATUSES[list.columns.language];
  return {
    header,
    rows: answered.map((row) => {
      const added = row.slice(width);
      const known = (Object.keys(statuses) as CoverageStatus[]).find(
        (status) => statuses[status] === added[0],
      );
      return { cells: row.slice(0, width), added, status: known ?? 'error' };
    }),
  };
}

function written(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  // An only cell that is empty would be no row.
  return `${quoted.length === 1 && quoted[0] === '' ? '""' : quoted.join(',')}\r\n`;
}

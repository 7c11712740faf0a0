import type { Report } from '@nitaq/core';
import type { TableContext } from '../tables/names-of-report.ts';
import type { ReportTable } from '../tables/report-table.ts';
import { tableContext } from '../tables/report-tables.ts';
import { villagesTable } from '../tables/villages-table.ts';
import type { ReportWords } from '../words/report-words.ts';
import { namesByStatus } from './names-by-status.ts';
import type { Block } from './printed-document.ts';
import { printedTable } from './printed-table.ts';

/** Of more villages than these not each has a line of its own: the others are named alone. */
const MOST_LISTED = 2_000;
/** So many more villages take as much memory as a line, however they are printed: for them the table gives one up. */
const VILLAGES_A_LINE = 14;
/** The first who wait for a decision have their lines in any case. */
const FEWEST_LISTED = 100;
/** Those first for whom somebody has to do something. */
const ORDER = ['gap', 'overlap', 'unlocated', 'outside', 'covered'] as const;
/** More names than these in one cell are a list by themselves. */
const MOST_NAMES = 80;

/** As everywhere, but that no cell holds thousands of names. */
export function paperContext(report: Report, words: ReportWords): TableContext {
  const context = tableContext(report, words);
  const { names } = context;
  return {
    ...context,
    names: {
      ...names,
      villages: (ids) =>
        ids.length <= MOST_NAMES
          ? names.villages(ids)
          : words.list([
              ...ids.slice(0, MOST_NAMES).map(names.village),
              words.say('print.moreNames', { count: ids.length - MOST_NAMES }),
            ]),
    },
  };
}

/** Every village with its status; of very many, as a table those first that wait for somebody to do something. */
export function villagesPart(context: TableContext): Block[] {
  const { report, words } = context;
  const { villages } = report;
  if (villages.length <= MOST_LISTED)
    return villages.length === 0
      ? [{ kind: 'text', text: words.say('none.villages') }]
      : [printedTable(onPaper(villagesTable(context)), words)];
  const inOrder = ORDER.flatMap((status) => villages.filter((village) => village.status === status));
  const lines = linesFor(villages.length);
  const [listed, named] = [inOrder.slice(0, lines), inOrder.slice(lines)];
  const shown = { ...context, report: { ...report, villages: listed } };
  return [
    {
      kind: 'text',
      text: words.say('print.moreVillages', { count: named.length }),
      look: 'note',
    },
    ...(listed.length === 0 ? [] : [printedTable(onPaper(villagesTable(shown)), words)]),
    ...namesByStatus(named, context),
  ];
}

/** How many villages of so many have a line, so that a document takes no more memory the more there are. */
function linesFor(villages: number): number {
  return Math.max(FEWEST_LISTED, MOST_LISTED - Math.ceil((villages - MOST_LISTED) / VILLAGES_A_LINE));
}

/** Without the columns for which there is no room. */
function onPaper(table: ReportTable): ReportTable {
  const isKept = table.columns.map(({ isDetail }) => isDetail !== true);
  return {
    ...table,
    columns: table.columns.filter((_, index) => isKept[index]),
    rows: table.rows.map((row) => row.filter((_, index) => isKept[index])),
  };
}

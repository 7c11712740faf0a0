import type { ReportSheet } from '@nitaq/core';
import { column } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { ReportTable } from './report-table.ts';

/** What associations have to see to, the first due first. */
export function actionsTable({ words }: TableContext, sheets: readonly ReportSheet[]): ReportTable {
  const isOfAll = sheets.length !== 1;
  return {
    id: 'actions',
    title: words.say('section.actions'),
    columns: [
      ...(isOfAll ? [column(words, 'head.association', 'text')] : []),
      column(words, 'head.action', 'text'),
      column(words, 'head.owner', 'text'),
      column(words, 'head.dueOn', 'text'),
      column(words, 'head.state', 'text'),
    ],
    rows: sheets.flatMap(({ name, actions }) =>
      (actions ?? []).map(({ title, owner, dueOn, timing }) => [
        ...(isOfAll ? [words.name(name)] : []),
        title,
        owner ?? words.name(name),
        words.day(dueOn),
        words.say(`action.${timing}`),
      ]),
    ),
  };
}

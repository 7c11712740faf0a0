import { column, detail, needCells, needColumns } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { ReportTable } from './report-table.ts';

/** Every village with its status. */
export function villagesTable(context: TableContext): ReportTable {
  const { report, words, names } = context;
  const isKnown = report.knowledge !== 'public';
  return {
    id: 'villages',
    title: words.say('section.villages'),
    columns: [
      column(words, 'head.village', 'text'),
      detail(column(words, 'head.otherName', 'text')),
      detail(column(words, 'head.id', 'code')),
      detail(column(words, 'head.kind', 'text')),
      column(words, 'head.centre', 'text'),
      column(words, 'head.status', 'text'),
      column(words, 'head.associations', 'text'),
      column(words, 'head.seatKm', 'km'),
      detail(column(words, 'head.lon', 'degrees')),
      detail(column(words, 'head.lat', 'degrees')),
      ...(isKnown ? [detail(column(words, 'head.round', 'code'))] : []),
      ...needColumns(context),
    ],
    rows: report.villages.map((village) => [
      words.name(village.name),
      words.language === 'ar' ? village.name.en : village.name.ar,
      village.id,
      words.say(`kind.${village.kind}`),
      village.centre && names.village(village.centre),
      words.say(`status.${village.status}`),
      names.associations(village.associations),
      village.seatKm,
      village.location?.[0] ?? null,
      village.location?.[1] ?? null,
      ...(isKnown ? [village.round] : []),
      ...needCells(context, village.need),
    ]),
  };
}

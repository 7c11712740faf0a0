import type { ReportSummary } from '@nitaq/core';
import { column, needCells, needColumns } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { ReportTable } from './report-table.ts';

const STATUSES = ['total', 'covered', 'overlap', 'gap', 'outside', 'unlocated'] as const;

/** How much of the area is covered once, by several, by nobody. */
export function areasTable({ words }: TableContext, summary: ReportSummary): ReportTable {
  const { percent } = summary;
  return {
    id: 'areas',
    title: words.say('section.areas'),
    columns: [
      column(words, 'head.part', 'text'),
      column(words, 'head.km2', 'km2'),
      column(words, 'head.percent', 'percent'),
    ],
    rows: [
      [words.say('part.area'), summary.areaKm2, summary.areaKm2 === 0 ? 0 : 100],
      [words.say('part.coveredOnce'), summary.coveredOnceKm2, percent.coveredOnce],
      [words.say('part.shared'), summary.sharedKm2, percent.shared],
      [words.say('part.overlap'), summary.overlapKm2, percent.overlap],
      [words.say('part.gap'), summary.gapKm2, percent.gap],
      [words.say('part.outside'), summary.outsideKm2, null],
    ],
  };
}

/** Villages and need by status. */
export function statusTable(context: TableContext, summary: ReportSummary): ReportTable {
  const { words } = context;
  return {
    id: 'status',
    title: words.say('section.status'),
    columns: [
      column(words, 'head.status', 'text'),
      column(words, 'head.villages', 'count'),
      ...needColumns(context),
    ],
    rows: STATUSES.map((status) => [
      words.say(`status.${status}`),
      summary.villages[status],
      ...needCells(context, summary.need?.[status] ?? null),
    ]),
  };
}

/** What waits for somebody to do something. */
export function openTable({ words }: TableContext, summary: ReportSummary): ReportTable {
  const { villages, uncounted } = summary;
  return {
    id: 'open',
    title: words.say('section.open'),
    columns: [column(words, 'head.what', 'text'), column(words, 'head.count', 'count')],
    rows: [
      [words.say('open.gaps'), summary.gaps],
      [words.say('open.overlaps'), summary.overlaps],
      [words.say('open.sharedPlaces'), summary.sharedPlaces],
      [words.say('open.unlocated'), villages.unlocated],
      ...(uncounted === null ? [] : [[words.say('open.uncounted'), uncounted]]),
      [words.say('open.slivers'), summary.slivers],
    ],
  };
}

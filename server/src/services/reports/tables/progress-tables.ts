import type { ReportProgress } from '@nitaq/core';
import { column } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { ReportTable } from './report-table.ts';

/** What changed since an earlier day. */
export function progressTables(context: TableContext, progress: ReportProgress): ReportTable[] {
  return [
    bothDaysTable(context, progress),
    changedVillagesTable(context, progress),
    exchangesTable(context, progress),
    turnsTable(context, progress),
    timelineTable(context, progress),
  ];
}

function bothDaysTable(
  { report, words }: TableContext,
  { summary: then, sinceDay }: ReportProgress,
): ReportTable {
  const now = report.summary;
  return {
    id: 'both-days',
    title: words.say('section.bothDays'),
    columns: [
      column(words, 'head.part', 'text'),
      { head: words.shortDay(sinceDay), kind: 'km2' },
      { head: words.shortDay(report.day), kind: 'km2' },
    ],
    rows: [
      [words.say('part.coveredOnce'), then.coveredOnceKm2, now.coveredOnceKm2],
      [words.say('part.shared'), then.sharedKm2, now.sharedKm2],
      [words.say('part.overlap'), then.overlapKm2, now.overlapKm2],
      [words.say('part.gap'), then.gapKm2, now.gapKm2],
    ],
  };
}

function changedVillagesTable({ words, names }: TableContext, { villages }: ReportProgress): ReportTable {
  return {
    id: 'changed-villages',
    title: words.say('section.changedVillages'),
    columns: [
      column(words, 'head.village', 'text'),
      column(words, 'head.before', 'text'),
      column(words, 'head.after', 'text'),
    ],
    rows: villages.map(({ village, before, after }) => [
      names.village(village),
      names.associations(before),
      names.associations(after),
    ]),
  };
}

function exchangesTable({ words, names }: TableContext, { exchanges }: ReportProgress): ReportTable {
  const one = (id: ReportProgress['exchanges'][number]['from']) =>
    names.associations(id === null ? [] : [id]);
  return {
    id: 'exchanges',
    title: words.say('section.exchanges'),
    columns: [
      column(words, 'head.from', 'text'),
      column(words, 'head.to', 'text'),
      column(words, 'head.km2', 'km2'),
    ],
    rows: exchanges.map(({ from, to, areaKm2 }) => [one(from), one(to), areaKm2]),
  };
}

function turnsTable({ words, names }: TableContext, { turns }: ReportProgress): ReportTable {
  return {
    id: 'turns',
    title: words.say('section.turns'),
    columns: [
      column(words, 'head.turn', 'text'),
      column(words, 'head.before', 'text'),
      column(words, 'head.after', 'text'),
      column(words, 'head.km2', 'km2'),
      column(words, 'head.villageNames', 'text'),
    ],
    rows: turns.map(({ turn, before, after, areaKm2, villages }) => [
      words.say(`turn.${turn}`),
      names.associations(before),
      names.associations(after),
      areaKm2,
      names.villages(villages),
    ]),
  };
}

function timelineTable({ words }: TableContext, { timeline }: ReportProgress): ReportTable {
  return {
    id: 'timeline',
    title: words.say('section.timeline'),
    columns: [
      column(words, 'head.day', 'text'),
      column(words, 'head.plan', 'text'),
      column(words, 'head.coveredPercent', 'percent'),
      column(words, 'head.sharedPercent', 'percent'),
      column(words, 'head.overlapPercent', 'percent'),
      column(words, 'head.gapPercent', 'percent'),
      column(words, 'head.coveredVillages', 'count'),
    ],
    rows: timeline.map(({ day, plan, percent, villages }) => [
      words.shortDay(day),
      words.name(plan.title),
      percent.coveredOnce,
      percent.shared,
      percent.overlap,
      percent.gap,
      villages.covered,
    ]),
  };
}

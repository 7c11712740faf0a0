import type { ReportSheet } from '@nitaq/core';
import { column, detail, needCells, needColumns } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { Cell, Column, ReportTable } from './report-table.ts';

/** One line for each association. */
export function associationsTable(context: TableContext): ReportTable {
  const { report, words } = context;
  const isKnown = report.knowledge !== 'public';
  return {
    id: 'associations',
    title: words.say('section.associations'),
    columns: [
      column(words, 'head.association', 'text'),
      column(words, 'head.seat', 'text'),
      column(words, 'head.phone', 'code'),
      column(words, 'head.km2', 'km2'),
      column(words, 'head.percent', 'percent'),
      detail(column(words, 'head.coveredOnceKm2', 'km2')),
      detail(column(words, 'head.sharedKm2', 'km2')),
      column(words, 'head.overlapKm2', 'km2'),
      detail(column(words, 'head.outsideKm2', 'km2')),
      column(words, 'head.villages', 'count'),
      ...needColumns(context),
      ...(isKnown ? [detail(column(words, 'head.uncounted', 'count'))] : []),
      column(words, 'head.capacity', 'count'),
      ...(isKnown ? [column(words, 'head.load', 'load')] : []),
    ],
    rows: report.associations.map((sheet) => [
      words.name(sheet.name),
      words.name(sheet.seat.name),
      sheet.phone,
      sheet.areaKm2,
      sheet.percentOfArea,
      sheet.coveredOnceKm2,
      sheet.sharedKm2,
      sheet.overlapKm2,
      sheet.outsideKm2,
      sheet.villages.total,
      ...needCells(context, sheet.need),
      ...(isKnown ? [sheet.uncounted] : []),
      sheet.capacity,
      ...(isKnown ? [sheet.load] : []),
    ]),
  };
}

/** How far it is from the seats, and how the territories are shaped. */
export function shapesTable({ report, words }: TableContext): ReportTable {
  return {
    id: 'shapes',
    title: words.say('section.shape'),
    columns: [column(words, 'head.association', 'text'), ...shapeColumns(words)],
    rows: report.associations.map((sheet) => [words.name(sheet.name), ...shapeCells(sheet)]),
  };
}

function shapeColumns(words: TableContext['words']): Column[] {
  return [
    column(words, 'head.meanKm', 'km'),
    column(words, 'head.p95Km', 'km', { share: 95 }),
    column(words, 'head.farthestKm', 'km'),
    column(words, 'head.perimeterKm', 'km'),
    column(words, 'head.parts', 'count'),
    column(words, 'head.largestPart', 'percent'),
    column(words, 'head.polsbyPopper', 'ratio'),
    column(words, 'head.reock', 'ratio'),
    column(words, 'head.hullRatio', 'ratio'),
  ];
}

function shapeCells({ distances, perimeterKm, parts, largestPart, compactness }: ReportSheet): Cell[] {
  return [
    distances?.meanKm ?? null,
    distances?.p95Km ?? null,
    distances?.farthestKm ?? null,
    perimeterKm,
    parts,
    largestPart,
    compactness?.polsbyPopper ?? null,
    compactness?.reock ?? null,
    compactness?.hullRatio ?? null,
  ];
}

/** The villages of associations, of one or of all, by their centres. */
export function centresTable(context: TableContext, sheets: readonly ReportSheet[]): ReportTable {
  const { words, names } = context;
  const isOfAll = sheets.length !== 1;
  return {
    id: 'centres',
    title: words.say('section.centres'),
    columns: [
      ...(isOfAll ? [column(words, 'head.association', 'text')] : []),
      column(words, 'head.centre', 'text'),
      column(words, 'head.villages', 'count'),
      ...needColumns(context),
      column(words, 'head.villageNames', 'text'),
    ],
    rows: sheets.flatMap(({ name, centres }) =>
      centres.map(({ centre, villages, need }) => [
        ...(isOfAll ? [words.name(name)] : []),
        names.centre(centre),
        villages.length,
        ...needCells(context, need),
        names.villages(villages),
      ]),
    ),
  };
}

/** How many villages are how far from the seat. */
export function distancesTable({ words }: TableContext, sheets: readonly ReportSheet[]): ReportTable {
  const isOfAll = sheets.length !== 1;
  return {
    id: 'distances',
    title: words.say('section.distances'),
    columns: [
      ...(isOfAll ? [column(words, 'head.association', 'text')] : []),
      column(words, 'head.fromKm', 'count'),
      column(words, 'head.toKm', 'count'),
      column(words, 'head.villages', 'count'),
    ],
    rows: sheets.flatMap(({ name, distances }) =>
      (distances?.bins ?? []).map(({ fromKm, toKm, villages }) => [
        ...(isOfAll ? [words.name(name)] : []),
        fromKm,
        toKm,
        villages,
      ]),
    ),
  };
}

/** What is proposed and not decided yet, by whom it concerns. */
export function proposalsTable({ words }: TableContext, sheets: readonly ReportSheet[]): ReportTable {
  const isOfAll = sheets.length !== 1;
  return {
    id: 'proposals',
    title: words.say('section.proposals'),
    columns: [
      ...(isOfAll ? [column(words, 'head.association', 'text')] : []),
      column(words, 'head.proposal', 'text'),
      column(words, 'head.state', 'text'),
    ],
    rows: sheets.flatMap(({ name, proposals }) =>
      (proposals ?? []).map(({ title, state }) => [
        ...(isOfAll ? [words.name(name)] : []),
        words.name(title),
        words.say(`proposal.${state}`),
      ]),
    ),
  };
}

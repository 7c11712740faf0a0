import type { DrawnReport, Report, ReportSheet } from '@nitaq/core';
import { shortened } from '../maps/text-lines.ts';
import { isDrawn, mappedGaps } from '../report-maps.ts';
import { aboutTable, methodLines } from '../tables/about-table.ts';
import { actionsTable } from '../tables/actions-table.ts';
import {
  associationsTable,
  centresTable,
  proposalsTable,
  shapesTable,
} from '../tables/association-tables.ts';
import { changeLine } from '../tables/change-line.ts';
import type { TableContext } from '../tables/names-of-report.ts';
import { gapsTable, overlapsTable, sharedTable, takersTable } from '../tables/place-tables.ts';
import { progressTables } from '../tables/progress-tables.ts';
import { distanceBars, loadBars } from '../tables/report-bars.ts';
import type { ReportTable } from '../tables/report-table.ts';
import { areasTable, openTable, statusTable } from '../tables/summary-tables.ts';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { barChart, chartBlock } from './bar-chart.ts';
import { breakable } from './breakable.ts';
import { dateOf } from './date-of.ts';
import { mapBlock } from './map-block.ts';
import type { Block, Figure, PrintedDocument } from './printed-document.ts';
import { printedFacts, printedTable } from './printed-table.ts';
import { timelineChart } from './timeline-chart.ts';
import { paperContext, villagesPart } from './villages-part.ts';

/** The foot of a page is one line. */
export const LONGEST_IN_FOOT = 40;

/** The coverage report on paper: a page that says it all, then every part of it. */
export function coverageDocument(drawn: DrawnReport, words: ReportWords): PrintedDocument {
  const { report } = drawn;
  const context = paperContext(report, words);
  return {
    ...frameOf(drawn, words),
    title: words.say(report.progress === null ? 'report.title' : 'report.title.progress'),
    blocks: [
      ...summaryPage(drawn, context),
      { kind: 'page' },
      ...section('section.areas', [printedTable(areasTable(context, report.summary), words)], words),
      ...loadPart(context),
      ...section('section.open', [printedTable(openTable(context, report.summary), words)], words),
      ...progressPart(context),
      ...gapsPart(drawn, context),
      ...section('section.overlaps', orNone(overlapsTable(context), 'none.overlaps', words), words),
      ...(report.shared.length === 0
        ? []
        : section('section.shared', [printedTable(sharedTable(context), words)], words)),
      ...(report.associations.length === 0
        ? section('section.associations', [{ kind: 'text', text: words.say('none.associations') }], words)
        : report.associations.flatMap((sheet) => associationSheet(drawn, context, sheet))),
      { kind: 'page' },
      ...section('section.villages', villagesPart(context), words),
      ...section(
        'section.method',
        [
          ...methodLines(context).map(
            (text): Block => ({ kind: 'text', text: breakable(text), look: 'quiet' }),
          ),
          printedTable(aboutTable(context), words),
        ],
        words,
      ),
      ...signatureSheet(context),
    ],
  };
}

/** What stands around every document of a report. */
export function frameOf(
  { report }: DrawnReport,
  words: ReportWords,
): Omit<PrintedDocument, 'title' | 'blocks'> {
  const [area, plan] = [breakable(words.name(report.area.name)), breakable(words.name(report.plan.title))];
  return {
    lines: [`${area} · ${plan}`, words.day(report.at)],
    language: words.language,
    arabicDigits: words.number(1) !== '1',
    foot: words.say('print.foot', {
      area: shortened(area, LONGEST_IN_FOOT),
      plan: shortened(plan, LONGEST_IN_FOOT),
      day: words.shortDay(report.at),
    }),
    pageOf: words.say('print.page'),
    date: dateOf(report.madeAt),
  };
}

export function section(title: WordKey, blocks: readonly Block[], words: ReportWords): Block[] {
  return [{ kind: 'heading', level: 1, text: words.say(title) }, ...blocks];
}

/** What a leader can take in within a minute. */
function summaryPage(drawn: DrawnReport, context: TableContext): Block[] {
  const { report, words } = context;
  const { summary } = report;
  const { villages } = summary;
  const inGaps = summary.need?.gap.orphans ?? null;
  const changed = changeLine(report, words);
  const figures: Figure[] = [
    { value: words.percent(summary.percent.coveredOnce), label: words.say('print.covered') },
    {
      value: words.number(villages.covered),
      label: words.say('print.villages', { count: villages.covered, all: villages.total }),
    },
    { value: words.number(summary.gaps), label: words.say('print.gaps', { count: summary.gaps }) },
    inGaps === null || inGaps.most === 0
      ? {
          value: words.number(summary.overlaps),
          label: words.say('print.overlaps', { count: summary.overlaps }),
        }
      : { value: words.count(inGaps), label: words.say('print.orphansInGaps') },
  ];
  return [
    ...(report.plan.example
      ? [{ kind: 'text', text: words.say('report.example'), look: 'note' } as const]
      : []),
    { kind: 'figures', figures },
    {
      kind: 'text',
      text: [
        words.say('headline.gaps', { count: summary.gaps }),
        words.say('headline.overlaps', { count: summary.overlaps }),
        words.say('headline.unserved', { count: villages.gap }),
      ].join(' '),
      look: 'lead',
    },
    ...(changed === null ? [] : [{ kind: 'text', text: changed } as const]),
    ...(drawn.shapes.territories.length === 0
      ? [{ kind: 'text', text: words.say('none.territories') } as const]
      : []),
    // All of it stays on one page.
    mapBlock(drawn, words, { subject: { kind: 'area' }, mostHeightMm: changed === null ? 112 : 98 }),
    printedTable(statusTable(context, summary), words),
  ];
}

/** Need against capacity as a picture; the figures are on the sheets of the associations. */
function loadPart({ report, words }: TableContext): Block[] {
  const { associations } = report;
  const isKnown = associations.some(({ need, capacity }) => need !== null || capacity !== null);
  if (!isKnown) return [];
  const chart = barChart(loadBars(associations, words), words.say('chart.load'), words);
  return section('section.load', [chartBlock(chart)], words);
}

function progressPart(context: TableContext): Block[] {
  const { report, words } = context;
  if (report.progress === null) return [];
  const tables = progressTables(context, report.progress).filter(({ rows }) => rows.length > 0);
  return section(
    'section.progress',
    tables.flatMap((table) =>
      table.id === 'timeline' ? timelinePart(table, report.progress, words) : titled(table, words),
    ),
    words,
  );
}

/** Coverage over time as a picture, and its figures under it. */
function timelinePart(table: ReportTable, progress: Report['progress'], words: ReportWords): Block[] {
  const chart = timelineChart(progress?.timeline ?? [], words);
  return [
    { kind: 'heading', level: 2, text: table.title },
    ...(chart === null ? [] : [chartBlock(chart)]),
    printedTable(table, words),
  ];
}

function gapsPart(drawn: DrawnReport, context: TableContext): Block[] {
  const { report, words } = context;
  const maps = mappedGaps(report).flatMap(({ number }): Block[] => [
    { kind: 'heading', level: 2, text: words.say('map.title.gap', { number }) },
    mapBlock(drawn, words, { subject: { kind: 'gap', number }, mostHeightMm: 75 }),
  ]);
  const takers = takersTable(context);
  return section(
    'section.gaps',
    [
      ...orNone(gapsTable(context), 'none.gaps', words),
      ...maps,
      ...(takers.rows.length === 0 ? [] : titled(takers, words)),
    ],
    words,
  );
}

function associationSheet(drawn: DrawnReport, context: TableContext, sheet: ReportSheet): Block[] {
  const { words } = context;
  const own = { ...context, report: { ...context.report, associations: [sheet] } };
  const { distances, proposals, actions } = sheet;
  return [
    { kind: 'page' },
    { kind: 'heading', level: 1, text: breakable(words.name(sheet.name)) },
    ...(isDrawn(drawn, sheet.id)
      ? [
          mapBlock(drawn, words, {
            subject: { kind: 'association', association: sheet.id },
            mostHeightMm: 58,
          }),
        ]
      : []),
    printedFacts(withoutName(associationsTable(own)), words),
    { kind: 'heading', level: 2, text: words.say('section.shape') },
    printedFacts(withoutName(shapesTable(own)), words),
    ...(sheet.villages.total === 0
      ? [{ kind: 'text', text: words.say('none.covered') } as const]
      : titled(centresTable(context, [sheet]), words)),
    ...(distances === null ? [] : distancesPart(distances, words)),
    ...(proposals === null || proposals.length === 0 ? [] : titled(proposalsTable(context, [sheet]), words)),
    ...(actions === null || actions.length === 0 ? [] : titled(actionsTable(context, [sheet]), words)),
  ];
}

/** How many villages are how far from the seat. */
function distancesPart({ bins }: NonNullable<ReportSheet['distances']>, words: ReportWords): Block[] {
  const chart = barChart(distanceBars(bins, words), words.say('chart.distances'), words);
  return [{ kind: 'heading', level: 2, text: words.say('section.distances') }, chartBlock(chart)];
}

function signatureSheet({ report, words }: TableContext): Block[] {
  if (report.associations.length === 0) return [];
  const column = (head: WordKey, width: number) => ({ head: words.say(head), width, isNumber: false });
  return [
    { kind: 'page' },
    ...section(
      'print.signatures',
      [
        { kind: 'text', text: words.say('print.signatures.lead') },
        {
          kind: 'table',
          columns: [
            column('head.association', 3),
            column('print.signatory', 3),
            column('print.signature', 3),
            column('print.signedOn', 2),
          ],
          rows: report.associations.map(({ name }) => [breakable(words.name(name)), '', '', '']),
          rowHeightMm: 18,
        },
      ],
      words,
    ),
  ];
}

function titled(table: ReportTable, words: ReportWords): Block[] {
  return [{ kind: 'heading', level: 2, text: table.title }, printedTable(table, words)];
}

function orNone(table: ReportTable, none: WordKey, words: ReportWords): Block[] {
  return table.rows.length === 0 ? [{ kind: 'text', text: words.say(none) }] : [printedTable(table, words)];
}

/** Under a head that names the association already. */
function withoutName(table: ReportTable): ReportTable {
  return { ...table, columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) };
}

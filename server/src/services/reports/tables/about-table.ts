import { column } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { ReportTable } from './report-table.ts';

/** What a report is about, how it was made, and of what. */
export function aboutTable({ report, words }: TableContext): ReportTable {
  const { area, plan, progress } = report;
  const planName = words.say('report.planNumbered', { title: words.name(plan.title), number: plan.number });
  const day = (instant: string | null) => instant && words.day(instant);
  return {
    id: 'about',
    title: words.name(area.name),
    columns: [column(words, 'head.what', 'text'), column(words, 'head.value', 'text')],
    rows: [
      [words.say('report.plan'), planName],
      [words.say('report.state'), words.say(`plan.${plan.state}`)],
      ...(plan.inForceFrom === null ? [] : [[words.say('report.inForceFrom'), day(plan.inForceFrom)]]),
      ...(plan.inForceTo === null ? [] : [[words.say('report.inForceTo'), day(plan.inForceTo)]]),
      [words.say('report.day'), day(report.at)],
      ...(progress === null ? [] : [[words.say('report.since'), day(progress.since)]]),
      [words.say('report.madeAt'), day(report.madeAt)],
      [words.say('report.hash'), plan.contentHash],
    ],
  };
}

/** The same as a table, for forms that have nothing else. */
export function methodTable(context: TableContext): ReportTable {
  const { words } = context;
  return {
    id: 'method',
    title: words.say('section.method'),
    columns: [column(words, 'head.what', 'text')],
    rows: methodLines(context).map((line) => [line]),
  };
}

/** How the figures came to be, and of what. */
export function methodLines({ report, words }: TableContext): string[] {
  const { thresholds, sliversKm2, sources } = report.method;
  return [
    words.say('method.coverage'),
    words.say('method.ranking'),
    words.say('method.slivers', {
      width: thresholds.minWidthM,
      area: thresholds.minAreaM2,
      km2: words.number(sliversKm2, 2),
    }),
    ...(report.knowledge === 'public' ? [] : [words.say('method.load')]),
    words.say(`report.knowledge.${report.knowledge}`),
    ...(report.plan.example ? [words.say('report.example')] : []),
    ...(report.area.estimated ? [words.say('report.estimated')] : []),
    words.say('method.sources', { sources: sources.map(words.name).join(' · ') }),
  ];
}

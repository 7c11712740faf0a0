import type { DrawnReport } from '@nitaq/core';
import { escaped } from '../../../escaped.ts';
import { aboutTable, methodLines } from '../tables/about-table.ts';
import { associationsTable } from '../tables/association-tables.ts';
import { changeLine } from '../tables/change-line.ts';
import type { TableContext } from '../tables/names-of-report.ts';
import { gapsTable, overlapsTable, sharedTable, takersTable } from '../tables/place-tables.ts';
import { progressTables } from '../tables/progress-tables.ts';
import { tableContext } from '../tables/report-tables.ts';
import { areasTable, openTable, statusTable } from '../tables/summary-tables.ts';
import { villagesTable } from '../tables/villages-table.ts';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { associationSection, chart } from './association-section.ts';
import { loadChart, timelineChart } from './charts.ts';
import { htmlTable } from './html-table.ts';
import { liveMapAddress } from './live-map.ts';
import { mapFigure } from './map-figure.ts';
import { movingMaps } from './moving-maps.ts';
import { REPORT_STYLE } from './report-style.ts';

interface Section {
  readonly id: string;
  readonly title: WordKey;
  /** HTML. */
  readonly body: string;
}

/** The whole report as one page that needs nothing but a browser, on screen and on paper. */
export function reportPage(drawn: DrawnReport, words: ReportWords, origin: string): string {
  const { report } = drawn;
  const title = words.say(report.progress === null ? 'report.title' : 'report.title.progress');
  const area = words.name(report.area.name);
  const sections = sectionsOf(drawn, tableContext(report, words), origin);
  const contents = sections.map(
    ({ id, title: key }) => `<li><a href="#${id}">${escaped(words.say(key))}</a></li>`,
  );
  return `<!doctype html>
<html lang="${words.language}" dir="${words.rightToLeft ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" type="image/svg+xml" href="/icon.svg"><title>${escaped(`${title} – ${area}`)}</title>
<style>${REPORT_STYLE}</style></head>
<body><header><p class="actions"><a href="${escaped(liveMapAddress(drawn, { subject: { kind: 'area' }, origin, language: words.language }))}">${escaped(words.say('report.liveMap'))}</a><span class="note">${escaped(words.say('report.print'))}</span></p>
<h1>${escaped(title)}</h1><p class="note"><bdi>${escaped(area)}</bdi> · <bdi>${escaped(words.name(report.plan.title))}</bdi> · ${escaped(words.day(report.at))}</p>
${report.plan.example ? `<p class="example">${escaped(words.say('report.example'))}</p>` : ''}
<nav aria-label="${escaped(words.say('report.contents'))}"><ul class="contents">${contents.join('')}</ul></nav></header>
<main>${sections.map((section) => htmlSection(section, words)).join('\n')}</main>${movingMaps(drawn, words)}</body>
</html>
`;
}

function htmlSection({ id, title, body }: Section, words: ReportWords): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(words.say(title))}</h2>${body}</section>`;
}

function sectionsOf(drawn: DrawnReport, context: TableContext, origin: string): Section[] {
  const { report } = drawn;
  const { words } = context;
  const say = (key: WordKey) => `<p>${escaped(words.say(key))}</p>`;
  const sheets = report.associations.map((sheet) => associationSection(drawn, context, { sheet, origin }));
  return [
    { id: 'summary', title: 'section.summary', body: summaryBody(drawn, context, origin) },
    ...(report.progress === null
      ? []
      : [{ id: 'progress', title: 'section.progress', body: progressBody(context) } as const]),
    {
      id: 'gaps',
      title: 'section.gaps',
      body:
        report.gaps.length === 0
          ? say('none.gaps')
          : `${htmlTable(gapsTable(context), words)}<h3>${escaped(words.say('section.takers'))}</h3>${htmlTable(takersTable(context), words)}`,
    },
    {
      id: 'overlaps',
      title: 'section.overlaps',
      body: report.overlaps.length === 0 ? say('none.overlaps') : htmlTable(overlapsTable(context), words),
    },
    ...(report.shared.length === 0
      ? []
      : [{ id: 'shared', title: 'section.shared', body: htmlTable(sharedTable(context), words) } as const]),
    {
      id: 'associations',
      title: 'section.associations',
      body: sheets.length === 0 ? say('none.associations') : sheets.join('\n'),
    },
    {
      id: 'villages',
      title: 'section.villages',
      body: report.villages.length === 0 ? say('none.villages') : htmlTable(villagesTable(context), words),
    },
    {
      id: 'method',
      title: 'section.method',
      body: methodLines(context)
        .map((line) => `<p>${escaped(line)}</p>`)
        .join(''),
    },
  ];
}

function summaryBody(drawn: DrawnReport, context: TableContext, origin: string): string {
  const { report, words } = context;
  const { summary, associations } = report;
  const headlines = [
    words.say('headline.covered', { percent: words.percent(summary.percent.coveredOnce) }),
    words.say('headline.gaps', { count: summary.gaps }),
    words.say('headline.overlaps', { count: summary.overlaps }),
    words.say('headline.unserved', { count: summary.villages.gap }),
  ];
  const changed = changeLine(report, words);
  const hasLoads = associations.some(({ need }) => need !== null);
  return `${drawn.shapes.territories.length === 0 ? `<p>${escaped(words.say('none.territories'))}</p>` : ''}
<ul class="headlines">${headlines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>
${changed === null ? '' : `<p>${escaped(changed)}</p>`}
${mapFigure(drawn, { subject: { kind: 'area' }, words, name: 'area', origin })}
<div class="pair"><div>${titled(areasTable(context, summary), context)}</div><div>${titled(openTable(context, summary), context)}</div></div>
${titled(statusTable(context, summary), context)}
${hasLoads ? chart(loadChart(associations, words), { ...associationsTable(context), title: words.say('section.load') }, context) : ''}
${htmlTable(aboutTable(context), words)}`;
}

function progressBody(context: TableContext): string {
  const { words, report } = context;
  if (report.progress === null) return '';
  const tables = progressTables(context, report.progress);
  const timeline = tables.find(({ id }) => id === 'timeline');
  return tables
    .filter(({ id, rows }) => id !== 'timeline' && rows.length > 0)
    .map((table) => titled(table, context))
    .concat(
      timeline === undefined ? [] : chart(timelineChart(report.progress.timeline, words), timeline, context),
    )
    .join('');
}

function titled(table: Parameters<typeof htmlTable>[0], { words }: TableContext): string {
  return `<h3>${escaped(table.title)}</h3>${htmlTable(table, words)}`;
}

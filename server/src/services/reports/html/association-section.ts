import type { DrawnReport, ReportSheet } from '@nitaq/core';
import { escaped } from '../../../escaped.ts';
import { isDrawn } from '../report-maps.ts';
import { actionsTable } from '../tables/actions-table.ts';
import {
  associationsTable,
  centresTable,
  distancesTable,
  proposalsTable,
  shapesTable,
} from '../tables/association-tables.ts';
import type { TableContext } from '../tables/names-of-report.ts';
import type { ReportTable } from '../tables/report-table.ts';
import { distanceChart } from './charts.ts';
import { htmlTable } from './html-table.ts';
import { mapFigure } from './map-figure.ts';

/** The sheet of one association: on paper it begins a page. */
export function associationSection(
  drawn: DrawnReport,
  context: TableContext,
  { sheet, origin }: { readonly sheet: ReportSheet; readonly origin: string },
): string {
  const { words } = context;
  const own = { ...context, report: { ...context.report, associations: [sheet] } };
  const name = `association-${sheet.id}`;
  const subject = { kind: 'association', association: sheet.id } as const;
  const { distances, proposals, actions } = sheet;
  return `<section class="sheet" aria-labelledby="${name}"><h3 id="${name}">${escaped(words.name(sheet.name))}</h3>
${isDrawn(drawn, sheet.id) ? mapFigure(drawn, { subject, words, name, origin }) : ''}
${htmlTable(withoutNames(associationsTable(own)), words)}
${htmlTable(withoutNames(shapesTable(own)), words)}
${sheet.villages.total === 0 ? `<p>${escaped(words.say('none.covered'))}</p>` : htmlTable(centresTable(context, [sheet]), words)}
${distances === null ? '' : chart(distanceChart(distances.bins, words), distancesTable(context, [sheet]), context)}
${proposals === null || proposals.length === 0 ? '' : titled(proposalsTable(context, [sheet]), context)}
${actions === null || actions.length === 0 ? '' : titled(actionsTable(context, [sheet]), context)}
</section>`;
}

/** A chart with the same figures for those who cannot see it. */
export function chart(svg: string, table: ReportTable, { words }: TableContext): string {
  return (
    `<figure class="chart"><figcaption>${escaped(table.title)}</figcaption>${svg}</figure>` +
    `<details><summary>${escaped(words.say('chart.table'))}</summary>${htmlTable(table, words)}</details>`
  );
}

function titled(table: ReportTable, { words }: TableContext): string {
  return `<h4>${escaped(table.title)}</h4>${htmlTable(table, words)}`;
}

/** Under a head that names the association already. */
function withoutNames(table: ReportTable): ReportTable {
  return { ...table, columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) };
}

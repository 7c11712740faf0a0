import type { Report } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';
import { aboutTable, methodTable } from './about-table.ts';
import { actionsTable } from './actions-table.ts';
import {
  associationsTable,
  centresTable,
  distancesTable,
  proposalsTable,
  shapesTable,
} from './association-tables.ts';
import { namesOfReport, type TableContext } from './names-of-report.ts';
import { gapsTable, overlapsTable, sharedTable, takersTable } from './place-tables.ts';
import { progressTables } from './progress-tables.ts';
import type { ReportTable } from './report-table.ts';
import { areasTable, openTable, statusTable } from './summary-tables.ts';
import { villagesTable } from './villages-table.ts';

/** Everything that stands in a report, as tables in its order. */
export function reportTables(report: Report, words: ReportWords): ReportTable[] {
  const context = tableContext(report, words);
  const { summary, associations, progress } = report;
  return [
    aboutTable(context),
    areasTable(context, summary),
    statusTable(context, summary),
    openTable(context, summary),
    ...(progress === null ? [] : progressTables(context, progress)),
    gapsTable(context),
    takersTable(context),
    overlapsTable(context),
    sharedTable(context),
    associationsTable(context),
    shapesTable(context),
    centresTable(context, associations),
    distancesTable(context, associations),
    proposalsTable(context, associations),
    actionsTable(context, associations),
    methodTable(context),
    villagesTable(context),
  ];
}

export function tableContext(report: Report, words: ReportWords): TableContext {
  return { report, words, names: namesOfReport(report, words) };
}

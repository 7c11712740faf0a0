import { type DrawnReport, dayAt } from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import { listGroundStates } from '../../repositories/area-repository.ts';
import { gatherReport, planAsked, type ReportRequest, type ReportSources } from './gather-report.ts';
import type { LastReport } from './last-report.ts';
import type { ReportMaker } from './report-maker.ts';

/** What reports are drawn with. */
export interface Drawing extends ReportSources {
  readonly reports: ReportMaker;
  readonly lastReport: LastReport;
}

/**
 * Gathers and draws a report; what everybody may know of today is drawn once for all that show it. Whether there is room
 * is asked first. Errors: as of `gatherReport` and `ReportMaker.make`.
 */
export async function drawReport(drawing: Drawing, request: ReportRequest): Promise<DrawnReport> {
  const { db, reports, lastReport } = drawing;
  reports.requireRoom();
  const draw = async () => reports.make(await gatherReport(drawing, request));
  const { area, person, at, since, now } = request;
  if (person !== null || at !== undefined || since !== undefined) return draw();
  const { plan } = await planAsked(db, request);
  const ground = (await listGroundStates(asService(db))).find(({ id }) => id === area);
  if (ground === undefined) return draw();
  const key = JSON.stringify([ground, plan, dayAt(now.getTime(), ground.timeZone)]);
  return lastReport.of(key, now, draw);
}

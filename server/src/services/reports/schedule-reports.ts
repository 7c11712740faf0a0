import { DomainError, type NewReportSchedule, nextReportAt, type OwnReportSchedule } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import {
  findSchedule,
  type ScheduleKey,
  setSchedule,
} from '../../repositories/report-schedule-repository.ts';

interface Scheduling extends ScheduleKey {
  /** Whether the service sends e-mail. */
  readonly sendsMail: boolean;
}

/** When reports come to a person by e-mail. */
export async function ownSchedule(
  db: Database,
  { sendsMail, ...key }: Scheduling,
): Promise<OwnReportSchedule> {
  return { schedule: await findSchedule(db, key), sendsMail };
}

/** Has the report come to a person regularly. Errors: `report-schedule-needs-mail`. */
export async function scheduleReports(
  db: Database,
  { sendsMail, input, now, ...key }: Scheduling & { readonly input: NewReportSchedule; readonly now: Date },
): Promise<OwnReportSchedule> {
  if (!sendsMail) throw new DomainError('report-schedule-needs-mail');
  const nextAt = nextReportAt(input.rule, now, await timeZoneOf(db, key.area));
  await setSchedule(db, key, { ...input, nextAt });
  return ownSchedule(db, { sendsMail, ...key });
}

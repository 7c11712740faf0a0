import type { Language, ScheduleRule } from '@nitaq/core';
import type { ColumnType, RawBuilder } from 'kysely';
import type { Timestamp } from './column-types.ts';

export interface ReportTable {
  area_id: string;
  report_id: string;
  audience: 'public' | 'shared';
  kind: 'enactment' | 'meeting';
  plan_id: string;
  /** Of a report before a meeting. */
  meeting_id: ColumnType<string | null, string | null, never>;
  at: Timestamp;
  since: ColumnType<Date | null, Date | null, never>;
  made_at: Timestamp;
  /** Read and written as text. */
  model: string;
  hash: string;
}

export interface ReportScheduleTable {
  area_id: string;
  person_id: string;
  language: Language;
  rule: ColumnType<ScheduleRule, RawBuilder<unknown>, RawBuilder<unknown>>;
  next_at: ColumnType<Date, Date, Date>;
  last_at: ColumnType<Date | null, never, Date>;
}

/** A report that an e-mail leads to. */
export interface MailedReportTable {
  area_id: string;
  report_id: string;
  language: Language;
  made_at: Timestamp;
  /** Read and written as text; null: its links have expired. */
  model: string | null;
}

/** What the secret of a link opens: a report until an instant, or the schedule of a person, to stop it. */
export interface ReportLinkTable {
  secret_digest: string;
  area_id: string;
  report_id: string | null;
  expires_at: ColumnType<Date | null, Date | null, never>;
  person_id: string | null;
}

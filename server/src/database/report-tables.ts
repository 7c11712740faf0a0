import type {
  Language,
  NewReportJob,
  ProblemCode,
  ProblemValues,
  ReportStep,
  ScheduleRule,
} from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';
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

/** A report that somebody has made in the background. */
export interface ReportJobTable {
  area_id: string;
  job_id: string;
  person_id: string;
  request_digest: string;
  question: ColumnType<NewReportJob, RawBuilder<unknown>, never>;
  asked_at: Timestamp;
  state: Generated<'waiting' | 'working' | 'ready' | 'failed'>;
  step: ColumnType<ReportStep | null, never, RawBuilder<unknown> | null>;
  problem: ColumnType<StoredProblem | null, never, RawBuilder<unknown> | null>;
  /** Of the report, in the time zone of its area. */
  day: ColumnType<string | null, never, string>;
  bytes: ColumnType<Buffer | null, never, RawBuilder<unknown>>;
  leased_until: ColumnType<Date | null, never, Date | null>;
  attempts: Generated<number>;
}

/** Why a report could not be made. */
export interface StoredProblem {
  readonly code: ProblemCode;
  readonly values: ProblemValues;
}

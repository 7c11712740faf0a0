import type { ColumnType } from 'kysely';
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

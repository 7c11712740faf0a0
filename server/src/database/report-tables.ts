import type { ColumnType } from 'kysely';
import type { Timestamp } from './column-types.ts';

export interface ReportTable {
  area_id: string;
  report_id: string;
  audience: 'public' | 'shared';
  kind: 'enactment';
  plan_id: string;
  at: Timestamp;
  since: ColumnType<Date | null, Date | null, never>;
  made_at: Timestamp;
  /** Read and written as text. */
  model: string;
  hash: string;
}

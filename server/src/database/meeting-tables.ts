import type {
  ActionEntry,
  ActionItem,
  AgendaReason,
  AgendaSubject,
  DecisionOutcome,
  MeetingPosition,
  MeetingState,
  Reminder,
  Role,
  SeriesRule,
} from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { Timestamp } from './column-types.ts';

/** JSON is written as text, so that both engines store the same. */
type Json<T> = ColumnType<T, RawBuilder<unknown>, RawBuilder<unknown>>;
type MaybeTimestamp = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface MeetingSeriesTable {
  area_id: string;
  series_id: string;
  title_ar: string;
  title_en: string;
  rule: Json<SeriesRule>;
  starts_on: string;
  time: string;
  duration_minutes: number;
  place: string;
  ended: Generated<boolean>;
  version: Generated<number>;
  request_digest: string;
}

export interface MeetingTable {
  area_id: string;
  meeting_id: string;
  series_id: string | null;
  occurs_on: ColumnType<string | null, string | null, string>;
  title_ar: string;
  title_en: string;
  starts_at: Timestamp;
  duration_minutes: number;
  place: string;
  moved_from: MaybeTimestamp;
  convened_at: MaybeTimestamp;
  is_apart: Generated<boolean>;
  state: Generated<MeetingState>;
  number: ColumnType<number | null, never, number>;
  opened_at: MaybeTimestamp;
  closed_at: MaybeTimestamp;
  approved_at: MaybeTimestamp;
  cancelled_at: MaybeTimestamp;
  cancel_reason: ColumnType<string | null, never, string>;
  position: ColumnType<MeetingPosition, never, RawBuilder<unknown>>;
  version: Generated<number>;
  request_digest: string | null;
}

export interface AgendaItemTable {
  area_id: string;
  meeting_id: string;
  item_id: string;
  about: Json<AgendaSubject>;
  reason: AgendaReason;
  title_ar: string;
  title_en: string;
  note: string | null;
  rank: number | null;
  is_off: Generated<boolean>;
  added_by: string | null;
  added_by_name: string | null;
  added_at: Timestamp;
  request_digest: string | null;
  minute_text: Generated<string>;
  minute_version: Generated<number>;
  minute_by: ColumnType<string | null, never, string>;
  minute_by_name: ColumnType<string | null, never, string>;
  minute_at: ColumnType<Date | null, never, Date>;
}

export interface AttendanceTable {
  area_id: string;
  meeting_id: string;
  person_id: string;
  name: string;
  role: Role;
  association_id: string | null;
  presence: 'present' | 'excused' | 'absent';
  approved_hash: ColumnType<string | null, never, string>;
  approved_at: ColumnType<Date | null, never, Date>;
}

export interface MeetingGuestTable {
  area_id: string;
  meeting_id: string;
  guest_id: string;
  name: string;
  comes_from: string | null;
  noted_by: string;
  noted_by_name: string;
  noted_at: Timestamp;
  request_digest: string;
}

export interface DecisionTable {
  area_id: string;
  number: number;
  meeting_id: string;
  item_id: string | null;
  text: string;
  outcome: Json<DecisionOutcome>;
  made_by: string;
  made_by_name: string;
  made_at: Timestamp;
  version: Generated<number>;
  idempotency_key: string | null;
  request_digest: string | null;
}

export interface DecisionWordingTable {
  area_id: string;
  number: number;
  version: number;
  text: string;
  replaced_by: string;
  replaced_by_name: string;
  replaced_at: Timestamp;
}

export interface ActionTable {
  area_id: string;
  action_id: string;
  title: string;
  owner_association_id: string | null;
  owner_person_id: string | null;
  owner_name: string | null;
  due_on: string;
  state: Generated<ActionItem['state']>;
  reminded: ColumnType<Reminder | null, never, Reminder | null>;
  meeting_id: string | null;
  decision: number | null;
  opened_by: string;
  opened_by_name: string;
  opened_at: Timestamp;
  closed_at: MaybeTimestamp;
  version: Generated<number>;
  request_digest: string | null;
}

export interface ActionEntryTable {
  area_id: string;
  action_id: string;
  number: number;
  change: ActionEntry['change'];
  text: string | null;
  by_person: string | null;
  by_name: string | null;
  happened_at: Timestamp;
  idempotency_key: string | null;
  request_digest: string | null;
}

export interface CalendarSecretTable {
  secret_digest: string;
  area_id: string;
  person_id: string;
  made_at: Timestamp;
}

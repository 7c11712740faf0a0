import type { Answer, FileKind, InitiativeContent, InitiativeState } from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { Timestamp } from './column-types.ts';

/** Tables of joint initiatives. */
export interface InitiativeTable {
  area_id: string;
  initiative_id: string;
  state: InitiativeState;
  lead_id: string;
  parties: string[];
  /** Kept by a trigger. */
  guest_areas: ColumnType<string[], never, never>;
  late_told: Generated<string[]>;
  version: Generated<number>;
  opened_by: string;
  opened_by_name: string;
  opened_at: Timestamp;
  ended_at: ColumnType<Date | null, never, Date>;
  end_reason: ColumnType<string | null, never, string>;
}

export interface InitiativeRevisionTable {
  area_id: string;
  initiative_id: string;
  number: number;
  content: ColumnType<InitiativeContent, RawBuilder<unknown>, never>;
  content_hash: string;
  parties: string[];
  made_by: string;
  made_by_name: string;
  made_at: Timestamp;
}

export interface InitiativeAnswerTable {
  area_id: string;
  initiative_id: string;
  number: number;
  association_id: string;
  answer: Answer['answer'];
  revision: number;
  content_hash: string;
  reason: string | null;
  given_by: string;
  given_by_name: string;
  given_at: Timestamp;
}

export interface InitiativeMilestoneTable {
  area_id: string;
  initiative_id: string;
  milestone_id: string;
  reached_on: ColumnType<Date, string, string>;
  evidence: string | null;
}

export interface InitiativeReachedTable {
  area_id: string;
  initiative_id: string;
  entry_id: string;
  village_id: string;
  round: string;
  orphans: number;
  widows: number;
  families: number;
  entered_by: string;
  entered_at: Timestamp;
}

/** Tables of the shelf. */
export interface DocumentTable {
  area_id: string;
  document_id: string;
  title: string;
  text: string;
  tags: string[];
  search_text: string;
  association_id: string | null;
  made_by: string;
  made_by_name: string;
  made_at: Timestamp;
  changed_at: Timestamp;
  version: Generated<number>;
}

export interface DocumentLinkTable {
  area_id: string;
  document_id: string;
  kind: 'village' | 'initiative' | 'meeting';
  thing_id: string;
}

export interface DocumentFileTable {
  area_id: string;
  document_id: string;
  name: string;
  kind: FileKind;
  /** Written and read as base64. */
  bytes: ColumnType<never, RawBuilder<unknown>, RawBuilder<unknown>>;
}

import type { Answer, Pin, Revision } from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { Timestamp } from './column-types.ts';

/** Tables of proposals and their discussion. */
export interface ProposalTable {
  area_id: string;
  proposal_id: string;
  association_id: string;
  title_ar: string;
  title_en: string;
  reason: string;
  wished_for: ColumnType<string | null, string | null, never>;
  deadline: Timestamp;
  counter_to: string | null;
  state: 'open' | 'objected' | 'agreed' | 'stale' | 'enacted' | 'withdrawn';
  version: Generated<number>;
  opened_by: string;
  opened_by_name: string;
  opened_at: Timestamp;
  withdrawn_at: ColumnType<Date | null, never, Date>;
  idempotency_key: string | null;
  request_digest: string | null;
}

export interface ProposalRevisionTable {
  area_id: string;
  proposal_id: string;
  number: number;
  kind: Revision['kind'];
  plan_id: string;
  base_plan_id: string | null;
  content_hash: string;
  affected: string[];
  unchanged_for: string[];
  made_by: string;
  made_by_name: string;
  made_at: Timestamp;
}

export interface ProposalAnswerTable {
  area_id: string;
  proposal_id: string;
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

export interface ThreadTable {
  area_id: string;
  proposal_id: string;
  thread_id: string;
  pin: ColumnType<Pin, RawBuilder<unknown>, never>;
  revision: number;
  resolved: Generated<boolean>;
  version: Generated<number>;
  opened_at: Timestamp;
}

export interface CommentTable {
  area_id: string;
  proposal_id: string;
  thread_id: string;
  comment_id: string;
  number: number;
  text: string;
  mentions: string[];
  made_by: string;
  made_by_name: string;
  made_at: Timestamp;
  idempotency_key: string | null;
  request_digest: string | null;
}

import type { Language, NoticeContent, NoticeMail } from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';

/** Tables of notices, of mail to be sent, and of those who watch villages. */
export interface NoticeTable {
  area_id: string;
  notice_id: string;
  person_id: string;
  proposal_id: string | null;
  meeting_id: string | null;
  action_id: string | null;
  /** Where the initiative is kept that it is of, which may be another area than that of whom it tells. */
  initiative_area_id: string | null;
  initiative_id: string | null;
  content: ColumnType<NoticeContent, RawBuilder<unknown>, never>;
  written_at: ColumnType<Date, Date, never>;
  read_at: ColumnType<Date | null, never, Date>;
  in_digest: boolean;
}

export interface NoticeChoiceTable {
  person_id: string;
  mail: NoticeMail;
  language: Language;
}

export interface WatchTable {
  area_id: string;
  watch_id: string;
  village_id: string;
  email: string;
  language: Language;
  asked_at: ColumnType<Date, Date, Date>;
  confirmed_at: ColumnType<Date | null, never, Date>;
  /** Which associations the watcher was last told of; null: not confirmed yet. */
  told: ColumnType<string[] | null, never, string[]>;
}

export interface WatchSecretTable {
  secret_digest: string;
  area_id: string;
  watch_id: string;
}

export interface MailTable {
  area_id: string;
  mail_id: string;
  kind: 'notice' | 'digest' | 'invitation' | 'report' | 'watch-confirmation' | 'watch-change';
  person_id: string | null;
  notice_id: string | null;
  watch_id: string | null;
  meeting_id: Generated<string | null>;
  report_id: Generated<string | null>;
  due_at: ColumnType<Date, Date, Date>;
  attempts: Generated<number>;
  given_up: Generated<boolean>;
}

export interface MailSetupTable {
  one: Generated<boolean>;
  sends: boolean;
}

import type {
  Answer,
  AreaEvent,
  Language,
  NoticeContent,
  NoticeMail,
  Pin,
  RecordEntry,
  Revision,
  Role,
} from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';

/** A geometry column: written through `geometry-sql.ts`, never selected as it is. */
type Geometry = ColumnType<never, unknown, unknown>;
type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;

export interface AreaTable {
  area_id: string;
  name_ar: string;
  name_en: string;
  note_ar: string | null;
  note_en: string | null;
  estimated: boolean;
  time_zone: string;
  attribution_ar: string;
  attribution_en: string;
  boundary: Geometry;
  land: Geometry | null;
  area_km2: number;
  version: Generated<number>;
}

export interface AssociationTable {
  area_id: string;
  association_id: string;
  name_ar: string;
  name_en: string;
  seat_name_ar: string;
  seat_name_en: string;
  seat: Geometry | null;
  seat_pinned: Generated<boolean>;
  capacity_pinned: Generated<boolean>;
  phone: Generated<string | null>;
  capacity: number | null;
  colour: number;
  version: Generated<number>;
}

export interface VillageTable {
  area_id: string;
  village_id: string;
  name_ar: string;
  name_en: string;
  aliases: string[];
  kind: 'governorate' | 'centre' | 'village';
  centre_id: string | null;
  location: Geometry | null;
  location_pinned: Generated<boolean>;
  search_text: string;
  /** Which way of keying its names in `village_name` have. */
  names_keyed: Generated<number>;
  version: Generated<number>;
}

export interface VillageNameTable {
  area_id: string;
  village_id: string;
  number: number;
  name: string;
  spelling: string;
  sound: string;
  consonants: string;
  near_letters: string[];
}

export interface PlanTable {
  area_id: string;
  plan_id: string;
  number: number;
  title_ar: string;
  title_en: string;
  state: 'draft' | 'proposed' | 'withdrawn' | 'in-force' | 'superseded';
  example: Generated<boolean>;
  base_plan_id: string | null;
  version: Generated<number>;
  in_force_from: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  in_force_to: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  idempotency_key: string | null;
  request_digest: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface TerritoryTable {
  area_id: string;
  plan_id: string;
  association_id: string;
  boundary: Geometry | null;
  version: Generated<number>;
}

export interface ReasonTable {
  area_id: string;
  plan_id: string;
  reason_id: string;
  line: Geometry;
  association_id: string;
  other_association_id: string | null;
  text: string;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface ReasonKeyTable {
  area_id: string;
  plan_id: string;
  idempotency_key: string;
  request_digest: string;
  reason_id: string;
}

export interface SharedZoneTable {
  area_id: string;
  plan_id: string;
  zone_id: string;
  place: Geometry;
  lead_id: string;
  partner_ids: string[];
  services: string[];
  ends_on: string;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface SharedZoneKeyTable {
  area_id: string;
  plan_id: string;
  idempotency_key: string;
  request_digest: string;
  zone_id: string;
}

export interface EventLogTable {
  area_id: string;
  log_id: Generated<string>;
  last_number: Generated<number>;
}

export interface EventTable {
  area_id: string;
  number: number;
  kind: AreaEvent['kind'];
  data: ColumnType<AreaEvent['data'], RawBuilder<unknown>, never>;
  happened_at: Timestamp;
}

export interface DeletedPlanTable {
  area_id: string;
  number: number;
  plan_id: string;
  title_ar: string;
  title_en: string;
  idempotency_key: string | null;
  request_digest: string | null;
  deleted_at: Timestamp;
}

export interface PersonTable {
  id: string;
  name: string;
  email: string;
  second_factor_enabled: Generated<boolean>;
}

export interface PersonSessionTable {
  id: string;
  token: string;
  person_id: string;
  proven_twice: boolean;
  user_agent: string | null;
  expires_at: Timestamp;
  created_at: Timestamp;
}

export interface PasskeyTable {
  id: string;
  person_id: string;
}

export interface MembershipTable {
  area_id: string;
  person_id: string;
  role: Role;
  association_id: string | null;
  created_at: Timestamp;
}

export interface InvitationTable {
  area_id: string;
  invitation_id: string;
  secret_digest: string;
  role: Role;
  association_id: string | null;
  email: string | null;
  invited_by: string | null;
  created_at: Timestamp;
  expires_at: ColumnType<Date, Date, never>;
  accepted_at: ColumnType<Date | null, never, Date>;
  accepted_by: ColumnType<string | null, never, string>;
  withdrawn_at: ColumnType<Date | null, never, Date>;
}

export interface NeedTable {
  area_id: string;
  village_id: string;
  round: string;
  orphans: number;
  widows: number;
  families: number;
  known_from: Timestamp;
}

export interface NeedShareTable {
  area_id: string;
  owner_id: string;
  reader_id: string;
  until: Timestamp;
}

export interface RecordEntryTable {
  area_id: string;
  number: number;
  happened_at: ColumnType<Date, Date | string, never>;
  person_id: string | null;
  role: string | null;
  act: RecordEntry['act'];
  subject_kind: RecordEntry['subject']['kind'];
  subject_id: string;
  data: string;
  previous_hash: string;
  hash: string;
}

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

export interface NoticeTable {
  area_id: string;
  notice_id: string;
  person_id: string;
  proposal_id: string;
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
  kind: 'notice' | 'digest' | 'watch-confirmation' | 'watch-change';
  person_id: string | null;
  notice_id: string | null;
  watch_id: string | null;
  due_at: ColumnType<Date, Date, Date>;
  attempts: Generated<number>;
  given_up: Generated<boolean>;
}

export interface MailSetupTable {
  one: Generated<boolean>;
  sends: boolean;
}

export interface Tables {
  notice: NoticeTable;
  notice_choice: NoticeChoiceTable;
  watch: WatchTable;
  watch_secret: WatchSecretTable;
  mail: MailTable;
  mail_setup: MailSetupTable;
  need: NeedTable;
  need_share: NeedShareTable;
  person: PersonTable;
  person_session: PersonSessionTable;
  passkey: PasskeyTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  area: AreaTable;
  association: AssociationTable;
  village: VillageTable;
  village_name: VillageNameTable;
  plan: PlanTable;
  territory: TerritoryTable;
  reason: ReasonTable;
  reason_key: ReasonKeyTable;
  shared_zone: SharedZoneTable;
  shared_zone_key: SharedZoneKeyTable;
  event_log: EventLogTable;
  event: EventTable;
  deleted_plan: DeletedPlanTable;
  proposal: ProposalTable;
  proposal_revision: ProposalRevisionTable;
  proposal_answer: ProposalAnswerTable;
  thread: ThreadTable;
  comment: CommentTable;
  record_entry: RecordEntryTable;
}

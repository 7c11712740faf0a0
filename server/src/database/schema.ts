import type { AreaEvent, RecordEntry, Role } from '@nitaq/core';
import type { ColumnType, Generated, RawBuilder } from 'kysely';
import type { ApiKeyTable } from './api-key-tables.ts';
import type { Geometry, Timestamp } from './column-types.ts';
import type {
  DocumentFileTable,
  DocumentLinkTable,
  DocumentTable,
  InitiativeAnswerTable,
  InitiativeMilestoneTable,
  InitiativeReachedTable,
  InitiativeRevisionTable,
  InitiativeTable,
} from './initiative-tables.ts';
import type {
  ActionEntryTable,
  ActionTable,
  AgendaItemTable,
  AttendanceTable,
  CalendarSecretTable,
  DecisionTable,
  DecisionWordingTable,
  MeetingGuestTable,
  MeetingSeriesTable,
  MeetingTable,
} from './meeting-tables.ts';
import type { CreationKeyTable, MissingVillageTable } from './missing-village-tables.ts';
import type {
  MailSetupTable,
  MailTable,
  NoticeChoiceTable,
  NoticeTable,
  WatchSecretTable,
  WatchTable,
} from './notice-tables.ts';
import type {
  CommentTable,
  ProposalAnswerTable,
  ProposalRevisionTable,
  ProposalTable,
  ThreadTable,
} from './proposal-tables.ts';
import type {
  MailedReportTable,
  ReportJobTable,
  ReportLinkTable,
  ReportScheduleTable,
  ReportTable,
} from './report-tables.ts';

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
  /** Those of the aliases that people added. */
  added_aliases: Generated<string[]>;
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
  missing_village: MissingVillageTable;
  report: ReportTable;
  report_schedule: ReportScheduleTable;
  mailed_report: MailedReportTable;
  report_link: ReportLinkTable;
  report_job: ReportJobTable;
  creation_key: CreationKeyTable;
  api_key: ApiKeyTable;
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
  meeting_series: MeetingSeriesTable;
  meeting: MeetingTable;
  agenda_item: AgendaItemTable;
  attendance: AttendanceTable;
  meeting_guest: MeetingGuestTable;
  decision: DecisionTable;
  decision_wording: DecisionWordingTable;
  action: ActionTable;
  action_entry: ActionEntryTable;
  calendar_secret: CalendarSecretTable;
  initiative: InitiativeTable;
  initiative_revision: InitiativeRevisionTable;
  initiative_answer: InitiativeAnswerTable;
  initiative_milestone: InitiativeMilestoneTable;
  initiative_reached: InitiativeReachedTable;
  document: DocumentTable;
  document_link: DocumentLinkTable;
  document_file: DocumentFileTable;
}

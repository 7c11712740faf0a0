import { type Kysely, sql } from 'kysely';

/** A report is also kept before a meeting, once of each, for those who may know that there is one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table report add column meeting_id text collate "C"`,
  `alter table report drop constraint report_kind_check`,
  `alter table report add constraint report_kind_check check (
    case kind when 'enactment' then meeting_id is null
      when 'meeting' then meeting_id is not null and audience = 'shared' else false end)`,
  // What is unique differs: of one plan there may be reports before several meetings.
  `alter table report drop constraint report_area_id_kind_plan_id_audience_key`,
  `create unique index report_enactment on report (area_id, plan_id, audience) where kind = 'enactment'`,
  `create unique index report_meeting on report (area_id, meeting_id) where kind = 'meeting'`,
  `alter table report add foreign key (area_id, meeting_id) references meeting`,
];

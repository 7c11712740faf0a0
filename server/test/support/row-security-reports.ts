import { type Act, nobody, right } from './row-security.ts';

/** A schedule of a colleague, a report that came by it, and its link. */
export const SOMETHING_OF_REPORTS = [
  `insert into report_schedule values ('al-lith', 'p-colleague', 'ar', '{"kind":"weekly","weekday":0}', '2026-12-01', null)`,
  `insert into mailed_report values ('al-lith', 'mailed', 'ar', '2026-11-01', '{}')`,
  `insert into report_link values ('${'e'.repeat(64)}', 'al-lith', 'mailed', '2026-12-01', null)`,
  `insert into report_job (area_id, job_id, person_id, request_digest, question, asked_at)
    values ('al-lith', 'theirs', 'p-colleague', 'd', '{}', '2026-11-01')`,
];

const mine = (person: string) =>
  `insert into report_schedule values ('al-lith', ${person}, 'ar', '{"kind":"weekly","weekday":0}', '2026-12-01', null)
    returning 1`;

const job = (person: string) =>
  `insert into report_job (area_id, job_id, person_id, request_digest, question, asked_at)
    values ('al-lith', 'mine', ${person}, 'd', '{}', '2026-11-01') returning 1`;

/** What can be done to the tables of reports that come regularly, and who may. */
export const REPORT_ACTS: readonly Act[] = [
  ...['report_schedule', 'mailed_report', 'report_link', 'report_job'].map((table) => ({
    what: `read of ${table}`,
    statement: `select 1 from ${table}`,
    may: nobody,
  })),
  { what: 'have reports come', statement: mine(':me'), may: right('report-schedule.own') },
  { what: 'have reports come to another', statement: mine(`'p-far'`), may: nobody },
  {
    what: 'have the reports of another come to oneself',
    statement: `update report_schedule set person_id = :me returning 1`,
    may: nobody,
  },
  {
    what: 'stop the reports of another',
    statement: `delete from report_schedule returning 1`,
    may: nobody,
  },
  { what: 'have a report made', statement: job(':me'), may: right('report-jobs.own') },
  { what: 'have a report made for another', statement: job(`'p-colleague'`), may: nobody },
  {
    what: 'say that a report is ready',
    statement: job(':me')
      .replace(', asked_at)', ', asked_at, state, bytes)')
      .replace("'2026-11-01')", "'2026-11-01', 'ready', 'x')"),
    may: nobody,
  },
  { what: 'let go of the report of another', statement: 'delete from report_job returning 1', may: nobody },
  {
    what: 'make a link',
    statement: `insert into report_link values ('${'f'.repeat(64)}', 'al-lith', 'mailed', '2026-12-01', null) returning 1`,
    may: nobody,
  },
];

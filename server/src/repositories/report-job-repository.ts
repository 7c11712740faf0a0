import type {
  AreaId,
  Membership,
  NewReportJob,
  Person,
  PersonId,
  ReportJob,
  ReportJobId,
  ReportStep,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { StoredProblem } from '../database/report-tables.ts';
import { announce } from './announcement.ts';

export interface JobKey {
  readonly area: AreaId;
  readonly job: ReportJobId;
}

/** A job as it is kept: why it failed is said in the language of whoever asks. */
export interface StoredJob extends Omit<ReportJob, 'problem'> {
  readonly problem: StoredProblem | null;
  readonly digest: string;
}

function jobs(db: Database, area: AreaId, person: PersonId) {
  return db
    .selectFrom('report_job')
    .select(['job_id', 'request_digest', 'question', 'asked_at', 'state', 'step', 'problem'])
    .where('area_id', '=', area)
    .where('person_id', '=', person);
}

function toJob(row: Awaited<ReturnType<ReturnType<typeof jobs>['execute']>>[number]): StoredJob {
  return {
    ...row.question,
    id: row.job_id as ReportJobId,
    madeAt: row.asked_at.toISOString(),
    state: row.state,
    step: row.step,
    problem: row.problem,
    digest: row.request_digest,
  };
}

/** The reports that a person has made in the background, the newest first. */
export async function listJobs(db: Database, area: AreaId, person: PersonId): Promise<StoredJob[]> {
  const rows = await jobs(db, area, person).orderBy('asked_at', 'desc').orderBy('job_id').execute();
  return rows.map(toJob);
}

export async function findJob(
  db: Database,
  { area, job, person }: JobKey & { readonly person: PersonId },
): Promise<StoredJob | null> {
  const row = await jobs(db, area, person).where('job_id', '=', job).executeTakeFirst();
  return row === undefined ? null : toJob(row);
}

/** The file of a job that is ready, with the day of its report; or null. */
export async function findJobFile(
  db: Database,
  { area, job, person }: JobKey & { readonly person: PersonId },
): Promise<{ readonly day: string; readonly bytes: Buffer } | null> {
  const row = await db
    .selectFrom('report_job')
    .select(['day', sql<string>`encode(bytes, 'base64')`.as('text')])
    .where('area_id', '=', area)
    .where('job_id', '=', job)
    .where('person_id', '=', person)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  return row === undefined ? null : { day: row.day ?? '', bytes: Buffer.from(row.text, 'base64') };
}

/** Has a report be made, and lets go of all but the newest of the person. */
export async function addJob(
  db: Database,
  {
    area,
    job,
    person,
    question,
    digest,
    at,
  }: JobKey & {
    readonly person: PersonId;
    readonly question: NewReportJob;
    readonly digest: string;
    readonly at: Date;
  },
  most: number,
): Promise<void> {
  await db
    .insertInto('report_job')
    .values({
      area_id: area,
      job_id: job,
      person_id: person,
      request_digest: digest,
      question: sql`${JSON.stringify(question)}::text::jsonb`,
      asked_at: at,
    })
    .execute();
  const older = (await listJobs(db, area, person)).slice(most).map(({ id }) => id);
  if (older.length > 0)
    await db.deleteFrom('report_job').where('area_id', '=', area).where('job_id', 'in', older).execute();
  await announce(db, { kind: 'report-job' });
}

/** A job as whoever took it holds it: with each taking it is another's. */
interface HeldJob extends JobKey {
  readonly attempts: number;
}

/** A job that is to be done now, and for whom. */
export interface ClaimedJob extends HeldJob {
  readonly question: NewReportJob;
  readonly person: Person;
}

/**
 * Takes the job that waits longest; null: none does. Until `leaseUntil` nobody else takes it, in whatever process: should
 * this one die, another does it then.
 */
export async function claimJob(
  db: Database,
  { now, leaseUntil }: { readonly now: Date; readonly leaseUntil: Date },
): Promise<ClaimedJob | null> {
  const due = db
    .selectFrom('report_job')
    .select(['area_id', 'job_id'])
    .where('state', 'in', ['waiting', 'working'])
    .where(({ or, eb }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .orderBy('asked_at')
    .orderBy('job_id')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await db
    .with('due', () => due)
    .updateTable('report_job')
    .from('due')
    .set({ state: 'working', leased_until: leaseUntil, attempts: sql`attempts + 1` })
    .whereRef('report_job.area_id', '=', 'due.area_id')
    .whereRef('report_job.job_id', '=', 'due.job_id')
    .returning(['report_job.area_id', 'report_job.job_id', 'person_id', 'question', 'attempts'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const area = row.area_id as AreaId;
  const membership = await db
    .selectFrom('membership')
    .select(['role', 'association_id'])
    .where('area_id', '=', area)
    .where('person_id', '=', row.person_id)
    .executeTakeFirst();
  // A role that is taken takes the job along.
  const memberships = membership
    ? [{ area, role: membership.role, association: membership.association_id } as Membership]
    : [];
  const id = row.person_id as PersonId;
  return {
    area,
    job: row.job_id as ReportJobId,
    question: row.question,
    person: { id, name: '', email: '', memberships, secondFactor: false, provenTwice: false },
    attempts: row.attempts,
  };
}

/** The row of a job, unless somebody else has taken it since. */
function held(db: Database, { area, job, attempts }: HeldJob) {
  return db
    .updateTable('report_job')
    .where('area_id', '=', area)
    .where('job_id', '=', job)
    .where('state', '=', 'working')
    .where('attempts', '=', attempts);
}

/** Says what is being done for a job (left out: the same), and holds it longer. */
export async function holdJob(
  db: Database,
  job: HeldJob,
  { leaseUntil, step }: { readonly leaseUntil: Date; readonly step?: ReportStep },
): Promise<void> {
  await held(db, job)
    .set({
      leased_until: leaseUntil,
      ...(step !== undefined && { step: sql`${JSON.stringify(step)}::text::jsonb` }),
    })
    .execute();
}

const DONE = { step: null, leased_until: null };

/** A job is done. */
export async function finishJob(
  db: Database,
  job: HeldJob,
  { day, bytes }: { readonly day: string; readonly bytes: Uint8Array },
): Promise<void> {
  // As text in base64: the embedded engine takes bytes as they are some thirty times more slowly.
  const text = Buffer.from(bytes).toString('base64');
  await held(db, job)
    .set({ ...DONE, state: 'ready', problem: null, day, bytes: sql`decode(${text}::text, 'base64')` })
    .execute();
}

/** A job cannot be done. */
export async function failJob(db: Database, job: HeldJob, problem: StoredProblem): Promise<void> {
  await held(db, job)
    .set({ ...DONE, state: 'failed', problem: sql`${JSON.stringify(problem)}::text::jsonb` })
    .execute();
}

/** A job that was begun waits again, until an instant; null: for whoever comes first. */
export async function releaseJob(
  db: Database,
  job: HeldJob,
  { until, isAttempt }: { readonly until: Date | null; readonly isAttempt: boolean },
): Promise<void> {
  await held(db, job)
    .set({
      ...{ state: 'waiting', step: null, leased_until: until },
      ...(!isAttempt && { attempts: sql`attempts - 1` }),
    })
    .execute();
}

/** Lets go of what was asked for before an instant. */
export async function forgetJobs(db: Database, askedBefore: Date): Promise<void> {
  await db.deleteFrom('report_job').where('asked_at', '<', askedBefore).execute();
}

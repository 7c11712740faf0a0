import {
  type AreaId,
  DomainError,
  type Language,
  type NewReportJob,
  problemText,
  type ReportJob,
  type ReportJobId,
} from '@nitaq/core';
import type { Database } from '../../../database/open-database.ts';
import { inTransaction } from '../../../database/transaction.ts';
import { addJob, findJob, type JobKey, type StoredJob } from '../../../repositories/report-job-repository.ts';
import { creationOf, lockCreation, refuseOtherRequest } from '../../meetings/creation.ts';
import type { Actor } from '../../proposals/actor.ts';

/** Of one person so many are kept. */
const MOST = 10;

export interface JobAsked {
  readonly area: AreaId;
  readonly actor: Actor;
  readonly question: NewReportJob;
  readonly idempotencyKey: string | null;
  readonly now: Date;
}

/** Has a report be made in the background. Errors: `idempotency-key-reused`. */
export async function askForReport(
  database: Database,
  { area, actor, question, idempotencyKey, now }: JobAsked,
): Promise<StoredJob> {
  const creation = creationOf(actor, idempotencyKey, [area, question]);
  const key = { area, job: creation.id as ReportJobId, person: actor.person };
  return inTransaction(database, async (db) => {
    await lockCreation(db, creation);
    const earlier = await findJob(db, key);
    if (earlier === null) await addJob(db, { ...key, question, digest: creation.digest, at: now }, MOST);
    else refuseOtherRequest(earlier.digest, creation);
    return requireJob(db, key);
  });
}

/** A report that a person has made. Errors: `report-job-not-found`. */
export async function requireJob(
  db: Database,
  key: JobKey & { readonly person: Actor['person'] },
): Promise<StoredJob> {
  const found = await findJob(db, key);
  if (found === null) throw new DomainError('report-job-not-found');
  return found;
}

/** A job as it is told in a language. */
export function toldJob({ digest: _, problem, ...job }: StoredJob, language: Language): ReportJob {
  if (problem === null) return { ...job, problem };
  return { ...job, problem: { type: problem.code, ...problemText(problem.code, language, problem.values) } };
}

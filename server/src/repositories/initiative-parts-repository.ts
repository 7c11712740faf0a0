import {
  type Answer,
  type AreaId,
  type AssociationId,
  type InitiativeContent,
  type InitiativeId,
  type MilestoneId,
  type MilestoneProgress,
  type PersonId,
  partiesOf,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

export interface InitiativeKey {
  readonly area: AreaId;
  readonly initiative: InitiativeId;
}

/** One content of an initiative by what was signed of it. */
export interface InitiativeRevisionMark {
  readonly number: number;
  readonly contentHash: string;
  /** Whose approval it needs. */
  readonly affected: readonly AssociationId[];
}

/** One content of an initiative. */
export interface InitiativeRevision extends InitiativeRevisionMark {
  readonly content: InitiativeContent;
  readonly by: { readonly person: string; readonly name: string };
  readonly at: Date;
}

interface Of<T> {
  readonly initiative: string;
  readonly part: T;
}

/** What the contents of an initiative (null: of all in the area) are known by, each one's in their order. */
export async function listInitiativeRevisions(
  db: Database,
  area: AreaId,
  initiative: InitiativeId | null,
): Promise<Of<InitiativeRevisionMark>[]> {
  let query = db
    .selectFrom('initiative_revision')
    .select(['initiative_id', 'number', 'content_hash', 'parties'])
    .where('area_id', '=', area)
    .orderBy('number');
  if (initiative !== null) query = query.where('initiative_id', '=', initiative);
  return (await query.execute()).map((row) => ({
    initiative: row.initiative_id,
    part: { number: row.number, contentHash: row.content_hash, affected: row.parties as AssociationId[] },
  }));
}

/** The present content of an initiative (null: of each in the area). */
export async function listPresentContents(
  db: Database,
  area: AreaId,
  initiative: InitiativeId | null,
): Promise<Of<InitiativeRevision>[]> {
  let query = db
    .selectFrom('initiative_revision')
    .selectAll()
    .distinctOn('initiative_id')
    .where('area_id', '=', area)
    .orderBy('initiative_id')
    .orderBy('number', 'desc');
  if (initiative !== null) query = query.where('initiative_id', '=', initiative);
  return (await query.execute()).map((row) => ({
    initiative: row.initiative_id,
    part: {
      number: row.number,
      content: row.content,
      contentHash: row.content_hash,
      affected: row.parties as AssociationId[],
      by: { person: row.made_by, name: row.made_by_name },
      at: row.made_at,
    },
  }));
}

/** The answers to an initiative (null: to all in the area), each one's in the order in which they came. */
export async function listInitiativeAnswers(
  db: Database,
  area: AreaId,
  initiative: InitiativeId | null,
): Promise<Of<Answer>[]> {
  let query = db.selectFrom('initiative_answer').selectAll().where('area_id', '=', area).orderBy('number');
  if (initiative !== null) query = query.where('initiative_id', '=', initiative);
  return (await query.execute()).map((row) => ({
    initiative: row.initiative_id,
    part: {
      association: row.association_id as AssociationId,
      answer: row.answer,
      revision: row.revision,
      contentHash: row.content_hash,
      reason: row.reason,
      by: { person: row.given_by as PersonId, name: row.given_by_name },
      at: row.given_at.toISOString(),
    },
  }));
}

/** The milestones that are reached, of an initiative (null: of all in the area). */
export async function listProgress(
  db: Database,
  area: AreaId,
  initiative: InitiativeId | null,
): Promise<Of<MilestoneProgress>[]> {
  let query = db
    .selectFrom('initiative_milestone')
    .select(['initiative_id', 'milestone_id', 'evidence'])
    .select(sql<string>`to_char(reached_on, 'YYYY-MM-DD')`.as('reached_on_day'))
    .where('area_id', '=', area)
    .orderBy('reached_on')
    .orderBy('milestone_id');
  if (initiative !== null) query = query.where('initiative_id', '=', initiative);
  return (await query.execute()).map((row) => ({
    initiative: row.initiative_id,
    part: {
      milestone: row.milestone_id as MilestoneId,
      reachedOn: row.reached_on_day,
      evidence: row.evidence,
    },
  }));
}

/** Adds a content to an initiative that the caller has locked or just made. */
export async function addInitiativeRevision(
  db: Database,
  { area, initiative }: InitiativeKey,
  revision: Omit<InitiativeRevision, 'affected'>,
): Promise<void> {
  await db
    .insertInto('initiative_revision')
    .values({
      area_id: area,
      initiative_id: initiative,
      number: revision.number,
      content: sql`${JSON.stringify(revision.content)}::json`,
      content_hash: revision.contentHash,
      parties: partiesOf(revision.content),
      made_by: revision.by.person,
      made_by_name: revision.by.name,
      made_at: revision.at,
    })
    .execute();
}

/** Adds an answer to an initiative that the caller has locked, as the number-th. */
export async function addInitiativeAnswer(
  db: Database,
  { area, initiative, number }: InitiativeKey & { readonly number: number },
  answer: Answer,
): Promise<void> {
  await db
    .insertInto('initiative_answer')
    .values({
      area_id: area,
      initiative_id: initiative,
      number,
      association_id: answer.association,
      answer: answer.answer,
      revision: answer.revision,
      content_hash: answer.contentHash,
      reason: answer.reason,
      given_by: answer.by.person,
      given_by_name: answer.by.name,
      given_at: answer.at,
    })
    .execute();
}

/** Says when a milestone was reached, of an initiative that the caller has locked; null: it is not. */
export async function putProgress(
  db: Database,
  { area, initiative, milestone }: InitiativeKey & { readonly milestone: MilestoneId },
  progress: { readonly reachedOn: string | null; readonly evidence: string | null },
): Promise<void> {
  await db
    .deleteFrom('initiative_milestone')
    .where('area_id', '=', area)
    .where('initiative_id', '=', initiative)
    .where('milestone_id', '=', milestone)
    .execute();
  const { reachedOn, evidence } = progress;
  if (reachedOn === null) return;
  await db
    .insertInto('initiative_milestone')
    .values({
      area_id: area,
      initiative_id: initiative,
      milestone_id: milestone,
      reached_on: reachedOn,
      evidence,
    })
    .execute();
}

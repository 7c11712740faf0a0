import type { Answer, AreaId, AssociationId, PersonId, PlanId, ProposalId, Revision } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';

/** A revision of a proposal, and when its plan is in force, if ever. */
export interface RevisionRow {
  readonly proposal: ProposalId;
  readonly revision: Revision;
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface AnswerRow {
  readonly proposal: ProposalId;
  readonly answer: Answer;
}

interface PartKey {
  readonly area: AreaId;
  readonly proposal: ProposalId;
}

/** The revisions of a proposal (null: of all in the area), each proposal's in their order. */
export async function listRevisions(
  db: Database,
  area: AreaId,
  proposal: ProposalId | null,
): Promise<RevisionRow[]> {
  let query = db
    .selectFrom('proposal_revision as revision')
    .innerJoin('plan', (join) =>
      join.onRef('plan.area_id', '=', 'revision.area_id').onRef('plan.plan_id', '=', 'revision.plan_id'),
    )
    .selectAll('revision')
    .select(['plan.in_force_from', 'plan.in_force_to'])
    .where('revision.area_id', '=', area)
    .orderBy('revision.number');
  if (proposal !== null) query = query.where('revision.proposal_id', '=', proposal);
  return (await query.execute()).map((row) => ({
    proposal: row.proposal_id as ProposalId,
    from: row.in_force_from,
    to: row.in_force_to,
    revision: {
      number: row.number,
      kind: row.kind,
      plan: row.plan_id as PlanId,
      base: row.base_plan_id as PlanId | null,
      contentHash: row.content_hash,
      affected: row.affected as AssociationId[],
      unchangedFor: row.unchanged_for as AssociationId[],
      by: { person: row.made_by as PersonId, name: row.made_by_name },
      at: row.made_at.toISOString(),
    },
  }));
}

/** The answers to a proposal (null: to all in the area), each proposal's in the order in which they came. */
export async function listAnswers(
  db: Database,
  area: AreaId,
  proposal: ProposalId | null,
): Promise<AnswerRow[]> {
  let query = db.selectFrom('proposal_answer').selectAll().where('area_id', '=', area).orderBy('number');
  if (proposal !== null) query = query.where('proposal_id', '=', proposal);
  return (await query.execute()).map((row) => ({
    proposal: row.proposal_id as ProposalId,
    answer: {
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

/** Adds a revision to a proposal that the caller has locked or just made. */
export async function addRevision(
  db: Database,
  { area, proposal }: PartKey,
  revision: Revision,
): Promise<void> {
  await db
    .insertInto('proposal_revision')
    .values({
      area_id: area,
      proposal_id: proposal,
      number: revision.number,
      kind: revision.kind,
      plan_id: revision.plan,
      base_plan_id: revision.base,
      content_hash: revision.contentHash,
      affected: revision.affected,
      unchanged_for: revision.unchangedFor,
      made_by: revision.by.person,
      made_by_name: revision.by.name,
      made_at: revision.at,
    })
    .execute();
}

/** Adds an answer to a proposal that the caller has locked, as the number-th. */
export async function addAnswer(
  db: Database,
  { area, proposal, number }: PartKey & { readonly number: number },
  answer: Answer,
): Promise<void> {
  await db
    .insertInto('proposal_answer')
    .values({
      area_id: area,
      proposal_id: proposal,
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

import {
  type AssociationId,
  DomainError,
  type Plan,
  type Proposal,
  proposalAfter,
  type RebasePreview,
  type Revision,
  sharesOf,
  standingsOf,
} from '@nitaq/core';
import type { Analyser } from '../../analysis/analyser.ts';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { findLastEnacted, lockPlans, setPlanState } from '../../repositories/plan-repository.ts';
import { addRevision } from '../../repositories/proposal-parts-repository.ts';
import { changeProposal, type ProposalKey } from '../../repositories/proposal-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { requirePlan } from '../find-plan.ts';
import { notify } from '../notices/notify.ts';
import { doerOf, refuseStranger } from './actor.ts';
import { lockedProposal, refuseOtherVersion, requireProposal } from './find-proposal.ts';
import { draftOf, freezePlan } from './freeze-plan.ts';
import { contentHashOf, loadContent, loadGround, type PlanContent } from './plan-content.ts';
import type { ProposalChange } from './revise-proposal.ts';
import { tell } from './tell.ts';

/** Errors: `proposal-not-found`, `proposal-not-stale`, `analysis-too-slow`, `analysis-too-tangled`. */
export async function previewRebase(
  db: Database,
  analyser: Analyser,
  { area, proposal, now }: ProposalKey & { readonly now: Date },
): Promise<RebasePreview> {
  const { content: _, ...preview } = await work(db, analyser, { area, proposal, now });
  return preview;
}

/**
 * Puts the changes of a stale proposal on the plan that is in force now, or the last to come into force. Answers stay with
 * those for whom nothing changes. Errors: as above, `not-allowed`, `changed-since`, `proposal-closed`, `rebase-conflicts`,
 * `proposal-changes-nothing`.
 */
export async function rebaseProposal(
  database: Database,
  analyser: Analyser,
  change: ProposalChange,
): Promise<Proposal> {
  const { area, proposal, actor, version, client, now } = change;
  const { content, conflicts, base, contentHash, affected, unchangedFor } = await work(
    database,
    analyser,
    change,
  );
  if (conflicts.length > 0) throw new DomainError('rebase-conflicts', { count: conflicts.length });
  return inTransaction(database, async (db) => {
    await lockPlans(db, area);
    const { proposal: present, revisions, answers } = await lockedProposal(db, { area, proposal }, now);
    refuseStranger(actor, present);
    refuseOtherVersion(present, version);
    const last = await findLastEnacted(db, area, now);
    // Yet another plan was enacted meanwhile: what was worked out is of no use.
    if ((last?.id ?? null) !== base) throw new DomainError('proposal-stale');
    if (affected.length === 0) {
      throw new DomainError('proposal-changes-nothing');
    }
    await setPlanState(db, area, present.revision.plan, 'withdrawn');
    const example = last?.example ?? false;
    const revision: Revision = {
      number: present.revision.number + 1,
      kind: 'rebased',
      plan: await freezePlan(db, { area, title: present.title, base, example, from: content }),
      base,
      contentHash,
      affected: [...affected],
      unchangedFor: [...unchangedFor],
      by: doerOf(actor),
      at: now.toISOString(),
    };
    const standings = standingsOf([...revisions, revision], answers);
    const state = proposalAfter(present.state, { act: 'rebase', standings });
    if (state !== 'open' && state !== 'objected' && state !== 'agreed')
      throw new DomainError('proposal-closed');
    await addRevision(db, { area, proposal }, revision);
    const counted = await changeProposal(db, { area, proposal }, { state });
    const data = {
      revision: revision.number,
      plan: revision.plan,
      base,
      contentHash,
      affected,
      unchangedFor,
    };
    const { proposal: rebased } = await requireProposal(db, { area, proposal }, now);
    await notify(db, { area, actor: actor.person, now }, [
      { act: 'revised', before: present, proposal: rebased },
    ]);
    await tell(db, [
      { area, proposal, actor, act: 'proposal-rebased', data, change: 'changed', version: counted, client },
    ]);
    return rebased;
  });
}

/**
 * Makes a draft of what a rebase comes to, on the plan that is in force now or the last to come into force: where both
 * changed a territory it is as proposed, for its association to settle on the map and to revise the proposal with.
 * Errors: as of `previewRebase`, `not-allowed`.
 */
export async function draftRebase(
  database: Database,
  analyser: Analyser,
  { area, proposal, actor, client, now }: Omit<ProposalChange, 'version'>,
): Promise<Plan> {
  const { content, base } = await work(database, analyser, { area, proposal, now });
  return inTransaction(database, async (db) => {
    await lockPlans(db, area);
    const { proposal: present } = await lockedProposal(db, { area, proposal }, now);
    refuseStranger(actor, present);
    const last = await findLastEnacted(db, area, now);
    if ((last?.id ?? null) !== base) throw new DomainError('proposal-stale');
    const { title } = present;
    const id = await draftOf(db, { area, title, base, example: last?.example ?? false, from: content });
    const draft = await requirePlan(db, area, id, now);
    await appendToRecord(db, {
      area,
      actor,
      act: 'draft-created',
      subject: { kind: 'plan', id },
      data: { title, base, proposal },
    });
    await appendEvent(db, {
      kind: 'plan',
      data: { area, plan: id, change: 'created', version: draft.version, client },
    });
    return draft;
  });
}

async function work(
  db: Database,
  analyser: Analyser,
  { area, proposal, now }: ProposalKey & { readonly now: Date },
): Promise<RebasePreview & { readonly content: PlanContent }> {
  const { proposal: present } = await requireProposal(db, { area, proposal }, now);
  if (present.state !== 'stale') throw new DomainError('proposal-not-stale');
  const { revision } = present;
  const last = (await findLastEnacted(db, area, now))?.id ?? null;
  const [base, theirs, ours] = [
    await loadContent(db, area, revision.base),
    await loadContent(db, area, last),
    await loadContent(db, area, revision.plan),
  ];
  const ground = await loadGround(db, area);
  const { content: merged, conflicts } = await analyser.rebase({ ...ground, base, theirs, ours });
  // They come as they went: what the core merges it neither adds to nor takes from.
  const content = {
    ...merged,
    zones: merged.zones as PlanContent['zones'],
    reasons: merged.reasons as PlanContent['reasons'],
  };
  const found = await analyser.findAffected({ ...ground, before: theirs, after: content });
  const changed = await analyser.findAffected({ ...ground, before: ours, after: content });
  const [before, after] = [ours, content].map((one) => sharesOf({ ...ground, content: one }));
  const affected = found.map(({ association }) => association);
  const isUnchanged = (association: AssociationId) =>
    before?.get(association) === after?.get(association) &&
    !changed.some((one) => one.association === association);
  const unchangedFor = affected.filter(isUnchanged);
  return { content, conflicts, base: last, contentHash: contentHashOf(content), affected, unchangedFor };
}

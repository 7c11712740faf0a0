import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  DomainError,
  type NewProposal,
  type Proposal,
  type ProposalId,
  type Revision,
} from '@nitaq/core';
import type { Analyser } from '../../analysis/analyser.ts';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { findLastEnacted, lockPlans } from '../../repositories/plan-repository.ts';
import { addRevision } from '../../repositories/proposal-parts-repository.ts';
import { addProposal, findProposalByKey } from '../../repositories/proposal-repository.ts';
import { sha256 } from '../../sha256.ts';
import { requireArea } from '../find-plan.ts';
import { notify } from '../notices/notify.ts';
import { titleOf } from '../title-of.ts';
import { type Actor, associationOf, doerOf } from './actor.ts';
import { requireProposal } from './find-proposal.ts';
import { freezePlan } from './freeze-plan.ts';
import { lockPrepared, prepareRevision } from './prepare-revision.ts';
import { tell } from './tell.ts';

export interface Opening {
  readonly area: AreaId;
  readonly input: NewProposal;
  readonly actor: Actor;
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
  readonly client: string | null;
  readonly now: Date;
}

/**
 * Puts a draft to the others: its present content becomes the first revision. Where the draft was made from a plan that is
 * no longer the last, the proposal is stale from the start. Errors: those of `prepareRevision` and `lockPrepared`,
 * `area-not-found`, `proposal-not-found`, `deadline-in-the-past`, `idempotency-key-reused`.
 */
export async function openProposal(
  database: Database,
  analyser: Analyser,
  opening: Opening,
): Promise<Proposal> {
  const { area, input, actor, idempotencyKey, client, now } = opening;
  await requireArea(database, area);
  const association = associationOf(actor);
  const earlier = await findEarlier(database, opening);
  if (earlier !== null) return earlier;
  if (Date.parse(input.deadline) <= now.getTime()) throw new DomainError('deadline-in-the-past');
  const prepared = await prepareRevision(database, analyser, { area, draft: input.draft, now });
  return inTransaction(database, async (db) => {
    await lockPlans(db, area);
    const made = await findEarlier(db, opening);
    if (made !== null) return made;
    const counterTo = input.counterTo ?? null;
    const countered =
      counterTo === null ? null : (await requireProposal(db, { area, proposal: counterTo }, now)).proposal;
    const { example } = await lockPrepared(db, prepared);
    const last = await findLastEnacted(db, area, now);
    const proposal = randomUUID() as ProposalId;
    const title = titleOf(input);
    const { base, contentHash } = prepared;
    const revision: Revision = {
      number: 1,
      kind: 'proposed',
      plan: await freezePlan(db, { area, title, base, example, from: input.draft }),
      base,
      contentHash,
      affected: [...prepared.affected],
      unchangedFor: [],
      by: doerOf(actor),
      at: now.toISOString(),
    };
    const fields = {
      association,
      title,
      reason: input.reason.trim(),
      wishedFor: input.wishedFor ?? null,
      deadline: new Date(input.deadline).toISOString(),
      counterTo,
    };
    const state = base === (last?.id ?? null) ? 'open' : 'stale';
    await addProposal(db, {
      area,
      proposal,
      fields,
      state,
      openedBy: doerOf(actor),
      openedAt: now,
      idempotency: idempotencyKey === null ? null : { key: idempotencyKey, digest: digestOf(opening) },
    });
    await addRevision(db, { area, proposal }, revision);
    const { plan, affected } = revision;
    const data = { title, association, plan, base, contentHash, affected, counterTo, state };
    const { proposal: opened } = await requireProposal(db, { area, proposal }, now);
    await notify(db, { area, actor: actor.person, now }, [
      { act: 'opened', proposal: opened },
      ...(countered === null ? [] : [{ act: 'countered', proposal: countered, by: association } as const]),
    ]);
    await tell(db, [
      { area, proposal, actor, act: 'proposal-opened', data, change: 'opened', version: 1, client },
    ]);
    return opened;
  });
}

async function findEarlier(db: Database, opening: Opening): Promise<Proposal | null> {
  const { area, idempotencyKey, now } = opening;
  if (idempotencyKey === null) return null;
  const earlier = await findProposalByKey(db, area, idempotencyKey);
  if (earlier === null) return null;
  if (earlier.digest !== digestOf(opening)) throw new DomainError('idempotency-key-reused');
  return (await requireProposal(db, { area, proposal: earlier.id }, now)).proposal;
}

function digestOf({ input, actor }: Opening): string {
  const { draft, title, reason, wishedFor = null, deadline, counterTo = null } = input;
  return sha256(JSON.stringify([actor.person, draft, title, reason, wishedFor, deadline, counterTo]));
}

import { DomainError, type PlanId, type Proposal, proposalAfter, type Revision } from '@nitaq/core';
import type { Analyser } from '../../analysis/analyser.ts';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { findLastEnacted, lockPlans, setPlanState } from '../../repositories/plan-repository.ts';
import { addRevision } from '../../repositories/proposal-parts-repository.ts';
import { changeProposal, type ProposalKey } from '../../repositories/proposal-repository.ts';
import type { VersionMatch } from '../../repositories/version-match.ts';
import { notify } from '../notices/notify.ts';
import { type Actor, doerOf, refuseStranger } from './actor.ts';
import { lockedProposal, refuseOtherVersion, requireProposal } from './find-proposal.ts';
import { freezePlan } from './freeze-plan.ts';
import { lockPrepared, prepareRevision } from './prepare-revision.ts';
import { tell } from './tell.ts';

export interface ProposalChange extends ProposalKey {
  readonly actor: Actor;
  /** The version the change was made on. */
  readonly version: VersionMatch;
  readonly client: string | null;
  readonly now: Date;
}

/**
 * Puts another content in the place of the present one: all answers become stale.
 * Errors: those of `prepareRevision` and `lockPrepared`, `proposal-not-found`, `not-allowed`, `changed-since`, `proposal-closed`,
 * `draft-on-another-base`.
 */
export async function reviseProposal(
  database: Database,
  analyser: Analyser,
  change: ProposalChange & { readonly draft: PlanId },
): Promise<Proposal> {
  const { area, proposal, actor, version, client, now, draft } = change;
  await requireProposal(database, change, now);
  const prepared = await prepareRevision(database, analyser, { area, draft, now });
  return inTransaction(database, async (db) => {
    await lockPlans(db, area);
    const { proposal: present } = await lockedProposal(db, { area, proposal }, now);
    refuseStranger(actor, present);
    refuseOtherVersion(present, version);
    const state = proposalAfter(present.state, { act: 'revise' });
    if (state !== 'open') throw new DomainError('proposal-closed');
    const { base, contentHash } = prepared;
    if (base !== ((await findLastEnacted(db, area, now))?.id ?? null)) {
      throw new DomainError('draft-on-another-base', { draft });
    }
    if (contentHash === present.revision.contentHash && present.state !== 'stale') {
      throw new DomainError('proposal-changes-nothing');
    }
    const { example } = await lockPrepared(db, prepared);
    await setPlanState(db, area, present.revision.plan, 'withdrawn');
    const revision: Revision = {
      number: present.revision.number + 1,
      kind: 'revised',
      plan: await freezePlan(db, { area, title: present.title, base, example, from: draft }),
      base,
      contentHash,
      affected: [...prepared.affected],
      unchangedFor: [],
      by: doerOf(actor),
      at: now.toISOString(),
    };
    await addRevision(db, { area, proposal }, revision);
    const counted = await changeProposal(db, { area, proposal }, { state });
    const { number, plan, affected } = revision;
    const data = { revision: number, plan, base, contentHash, affected };
    const { proposal: revised } = await requireProposal(db, { area, proposal }, now);
    await notify(db, { area, actor: actor.person, now }, [
      { act: 'revised', before: present, proposal: revised },
    ]);
    await tell(db, [
      {
        area,
        proposal,
        actor,
        act: 'proposal-revised',
        data,
        change: 'changed',
        version: counted,
        client,
      },
    ]);
    return revised;
  });
}

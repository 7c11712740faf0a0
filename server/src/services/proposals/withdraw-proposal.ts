import { DomainError, type Proposal, proposalAfter } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { setPlanState } from '../../repositories/plan-repository.ts';
import { changeProposal } from '../../repositories/proposal-repository.ts';
import { refuseStranger } from './actor.ts';
import { lockedProposal, refuseOtherVersion, requireProposal } from './find-proposal.ts';
import type { ProposalChange } from './revise-proposal.ts';
import { tell } from './tell.ts';

/** Takes a proposal back; it stays to be read. Errors: `proposal-not-found`, `not-allowed`, `changed-since`, `proposal-closed`. */
export async function withdrawProposal(database: Database, change: ProposalChange): Promise<Proposal> {
  const { area, proposal, actor, version, client, now } = change;
  return inTransaction(database, async (db) => {
    const { proposal: present } = await lockedProposal(db, { area, proposal }, now);
    refuseStranger(actor, present);
    refuseOtherVersion(present, version);
    const state = proposalAfter(present.state, { act: 'withdraw' });
    if (state !== 'withdrawn') throw new DomainError('proposal-closed');
    await setPlanState(db, area, present.revision.plan, 'withdrawn');
    const counted = await changeProposal(db, { area, proposal }, { state, withdrawnAt: now });
    const data = { revision: present.revision.number };
    await tell(db, [
      { area, proposal, actor, act: 'proposal-withdrawn', data, change: 'changed', version: counted, client },
    ]);
    return (await requireProposal(db, { area, proposal }, now)).proposal;
  });
}

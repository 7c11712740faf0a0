import {
  type Answer,
  type AssociationId,
  DomainError,
  type NewAnswer,
  type Proposal,
  proposalAfter,
  standingsOf,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addAnswer } from '../../repositories/proposal-parts-repository.ts';
import {
  changeProposal,
  type ProposalHistory,
  type ProposalKey,
} from '../../repositories/proposal-repository.ts';
import { notify } from '../notices/notify.ts';
import { type Actor, doerOf } from './actor.ts';
import { lockedProposal, requireProposal } from './find-proposal.ts';
import { tell } from './tell.ts';

export interface Answering extends ProposalKey {
  readonly association: AssociationId;
  readonly input: NewAnswer;
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

/**
 * Signs or objects for an association, to exactly one content; the same answer again changes nothing.
 * Errors: `proposal-not-found`, `proposal-closed`, `proposal-stale`, `content-changed`, `deadline-passed`, `not-affected`.
 */
export async function answerProposal(database: Database, answering: Answering): Promise<Proposal> {
  const { area, proposal, association, input, actor, client, now } = answering;
  return inTransaction(database, async (db) => {
    const history = await lockedProposal(db, { area, proposal }, now);
    refuseUnanswerable(history, answering);
    const { proposal: present, revisions, answers } = history;
    const answer: Answer = {
      association,
      answer: input.answer,
      revision: present.revision.number,
      contentHash: input.contentHash,
      reason: input.reason?.trim() ?? null,
      by: doerOf(actor),
      at: now.toISOString(),
    };
    if (
      isSame(
        answers.findLast((one) => one.association === association),
        answer,
      )
    )
      return present;
    const standings = standingsOf(revisions, [...answers, answer]);
    const state = proposalAfter(present.state, { act: 'answer', standings });
    if (state !== 'open' && state !== 'objected' && state !== 'agreed')
      throw new DomainError('proposal-closed');
    await addAnswer(db, { area, proposal, number: answers.length + 1 }, answer);
    const version = await changeProposal(db, { area, proposal }, { state });
    const data = { association, revision: answer.revision, contentHash: answer.contentHash, state };
    const act = input.answer === 'signed' ? 'proposal-signed' : 'proposal-objected-to';
    const { proposal: answered } = await requireProposal(db, { area, proposal }, now);
    await notify(db, { area, actor: actor.person, now }, [
      { act: 'answered', before: present, proposal: answered, by: association, answer: input.answer },
    ]);
    await tell(db, [{ area, proposal, actor, act, data, change: 'changed', version, client }]);
    return answered;
  });
}

function refuseUnanswerable({ proposal }: ProposalHistory, { association, input, now }: Answering): void {
  const { state, revision, deadline } = proposal;
  if (state === 'stale') throw new DomainError('proposal-stale');
  if (state !== 'open' && state !== 'objected' && state !== 'agreed')
    throw new DomainError('proposal-closed');
  if (now.getTime() > Date.parse(deadline)) throw new DomainError('deadline-passed', { deadline });
  if (!revision.affected.includes(association)) throw new DomainError('not-affected', { association });
  if (input.contentHash !== revision.contentHash) {
    throw new DomainError('content-changed', { hash: revision.contentHash });
  }
}

function isSame(last: Answer | undefined, answer: Answer): boolean {
  return last?.answer === answer.answer && last.revision === answer.revision && last.reason === answer.reason;
}

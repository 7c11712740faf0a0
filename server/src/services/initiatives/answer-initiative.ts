import {
  type Answer,
  type AssociationId,
  DomainError,
  type Initiative,
  type NewAnswer,
  nameIn,
  partiesOf,
  standingsOf,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addInitiativeAnswer } from '../../repositories/initiative-parts-repository.ts';
import { changeInitiative, type InitiativeHistory } from '../../repositories/initiative-repository.ts';
import { doerOf } from '../proposals/actor.ts';
import { lockedInitiative, requireInitiative } from './find-initiative.ts';
import { type InitiativeDoing, stateAfter } from './initiative-act.ts';
import { tell } from './tell.ts';

export interface InitiativeAnswering extends InitiativeDoing {
  readonly association: AssociationId;
  readonly input: NewAnswer;
}

/**
 * Approves or objects for an association, to exactly one content; the same answer again changes nothing. Errors:
 * `initiative-not-found`, `not-a-party`, `initiative-content-changed`, `initiative-not-proposed`, `initiative-ended`.
 */
export async function answerInitiative(
  database: Database,
  answering: InitiativeAnswering,
): Promise<Initiative> {
  const { area, initiative, association, input, actor, now } = answering;
  return inTransaction(database, async (db) => {
    const history = await lockedInitiative(db, { area, initiative }, now);
    refuseOutsider(history, association);
    const { key, present, revisions, answers } = history;
    const answer: Answer = {
      association: nameIn(key.area, { area, id: association }),
      answer: input.answer,
      revision: present.number,
      contentHash: input.contentHash,
      reason: input.reason?.trim() ?? null,
      by: doerOf(actor),
      at: now.toISOString(),
    };
    const standings = standingsOf(
      revisions.map((one) => ({ ...one, affected: [...one.affected], unchangedFor: [] })),
      [...answers, answer],
    );
    const state = stateAfter(history.initiative, { act: 'answer', standings }, 'initiative-not-proposed');
    if (input.contentHash !== present.contentHash)
      throw new DomainError('initiative-content-changed', { hash: present.contentHash });
    const last = answers.findLast((one) => one.association === answer.association);
    if (
      last?.answer === answer.answer &&
      last.revision === answer.revision &&
      last.reason === answer.reason
    ) {
      return history.initiative;
    }
    await addInitiativeAnswer(db, { ...key, number: answers.length + 1 }, answer);
    await changeInitiative(db, key, { state });
    const answered = await requireInitiative(db, { area, initiative }, now);
    return tell(db, answering, {
      act: input.answer === 'signed' ? 'initiative-signed' : 'initiative-objected-to',
      data: { association, revision: answer.revision, contentHash: answer.contentHash, state },
      change: 'changed',
      of: answered,
      noticed: { act: 'answered', before: history.initiative.state, by: association, answer: input.answer },
    });
  });
}

function refuseOutsider({ initiative }: InitiativeHistory, association: AssociationId): void {
  if (!partiesOf(initiative.content).includes(association))
    throw new DomainError('not-a-party', { association });
}

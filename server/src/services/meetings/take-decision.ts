import {
  authorize,
  type Decision,
  type DecisionOutcome,
  DomainError,
  isOpenProposal,
  isRecorded,
  type NewDecision,
  type Person,
  type Proposal,
  type ProposalId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import {
  addDecision,
  findDecision,
  findDecisionByKey,
  nextDecisionNumber,
} from '../../repositories/decision-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { lockPlans } from '../../repositories/plan-repository.ts';
import { sha256 } from '../../sha256.ts';
import { openAction } from '../actions/change-action.ts';
import { requireInitiative } from '../initiatives/find-initiative.ts';
import { doerOf } from '../proposals/actor.ts';
import { openThread } from '../proposals/discuss.ts';
import { enactProposal } from '../proposals/enact-proposal.ts';
import { lockedProposal } from '../proposals/find-proposal.ts';
import { refuseUnless } from '../refuse-unless.ts';
import { creationOf, refuseOtherRequest } from './creation.ts';
import { decisionAsOf } from './decisions-as-of.ts';
import { lockedMeeting, type MeetingDoing, tellMeeting } from './meeting-act.ts';
import { requireItem } from './write-minute.ts';

export interface DecisionTaking extends MeetingDoing {
  readonly person: Person;
  readonly input: NewDecision;
  readonly idempotencyKey: string | null;
}

/**
 * Takes a decision at a meeting, and has it become what it is, in one transaction: a plan enacted, a proposal sent back, an
 * action, an initiative, a note. It names the content it decides on: where that has changed, nothing is decided.
 * Errors: `meeting-not-found`, `meeting-state-forbids`, `minutes-approved`, `agenda-item-not-found`,
 * `idempotency-key-reused`, `content-changed`, `action-owner-unknown`, `initiative-not-found`, and those of `enactProposal`.
 */
export async function takeDecision(database: Database, taking: DecisionTaking): Promise<Decision> {
  const { area, meeting, input, idempotencyKey, actor, now } = taking;
  const { digest } = creationOf(actor, idempotencyKey, [meeting, input]);
  return inTransaction(database, async (db) => {
    const { state, version } = await lockedMeeting(db, taking);
    const earlier = idempotencyKey === null ? null : await findDecisionByKey(db, area, idempotencyKey);
    if (earlier !== null) {
      refuseOtherRequest(earlier.digest, { digest });
      return decisionAsOf(db, area, earlier.decision, now);
    }
    if (state === 'approved') throw new DomainError('minutes-approved');
    if (!isRecorded(state)) throw new DomainError('meeting-state-forbids');
    const { item = null } = input;
    if (item !== null) await requireItem(db, { area, meeting, item });
    const number = await nextDecisionNumber(db, area);
    const outcome = await carryOut(db, taking, number);
    const text = input.text.trim();
    const creation = idempotencyKey === null ? null : { key: idempotencyKey, digest };
    await addDecision(db, {
      area,
      number,
      meeting,
      item,
      text,
      outcome,
      by: doerOf(actor),
      at: now,
      creation,
    });
    // The record keeps everything for ever: it knows the words by their hash, as they may be about persons.
    const data = { meeting, textHash: sha256(text), outcome };
    const subject = { kind: 'decision' as const, id: String(number) };
    const recorded = { act: 'decision-taken' as const, data, subject };
    await tellMeeting(db, taking, { change: 'decision', item, version, recorded });
    return requireDecision(db, { area, number }, now);
  });
}

async function carryOut(db: Database, taking: DecisionTaking, number: number): Promise<DecisionOutcome> {
  const { area, meeting, person, input, actor, client, now } = taking;
  const { outcome } = input;
  switch (outcome.kind) {
    case 'enact': {
      const { proposal, contentHash, from } = outcome;
      refuseUnless(authorize(person, 'proposal.enact', { area }));
      await lockPlans(db, area);
      await decidedProposal(db, taking, outcome);
      const enacted = await enactProposal(db, { area, proposal, version: 'any', from, actor, client, now });
      if (!('inForceFrom' in enacted)) throw new DomainError('proposal-closed');
      const { inForceFrom, revision } = enacted;
      return { kind: 'enacted', proposal, plan: revision.plan, contentHash, inForceFrom };
    }
    case 'send-back': {
      const { proposal, contentHash } = outcome;
      const present = await decidedProposal(db, taking, outcome);
      if (!isOpenProposal(present.state)) throw new DomainError('proposal-closed');
      const mentions = (await listColleagues(db, area))
        .filter(({ role, association }) => role === 'coordinator' && association === present.association)
        .map(({ id }) => id);
      const saying = { area, proposal, actor, client, now, idempotencyKey: null };
      const said = { pin: { kind: 'whole' as const }, text: input.text, mentions };
      const { id: thread } = await openThread(db, { ...saying, input: said });
      return { kind: 'sent-back', proposal, contentHash, thread };
    }
    case 'action': {
      const { owner, dueOn } = outcome;
      const opening = { area, actor, client, now, idempotencyKey: null, of: { meeting, decision: number } };
      const { id } = await openAction(db, { ...opening, input: { title: input.text, owner, dueOn } });
      return { kind: 'action', action: id };
    }
    case 'initiative':
      await requireInitiative(db, { area, initiative: outcome.initiative }, now);
      return { kind: 'initiative', initiative: outcome.initiative };
    case 'note':
      return { kind: 'note' };
  }
}

/** The proposal with just the content that was decided on. Errors: `proposal-not-found`, `content-changed`. */
async function decidedProposal(
  db: Database,
  { area, now }: DecisionTaking,
  { proposal, contentHash }: { readonly proposal: ProposalId; readonly contentHash: string },
): Promise<Proposal> {
  const { proposal: present } = await lockedProposal(db, { area, proposal }, now);
  const { contentHash: hash } = present.revision;
  if (hash !== contentHash) throw new DomainError('content-changed', { hash });
  return present;
}

/** A decision, and whether it was carried out. Errors: `decision-not-found`. */
export async function requireDecision(
  db: Database,
  { area, number }: { readonly area: MeetingDoing['area']; readonly number: number },
  now: Date,
): Promise<Decision> {
  const found = await findDecision(db, area, number);
  if (found === null) throw new DomainError('decision-not-found', { number, area });
  return decisionAsOf(db, area, found, now);
}

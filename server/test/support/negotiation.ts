import {
  type AreaId,
  type AssociationId,
  DomainError,
  type PersonId,
  type PlanId,
  type Proposal,
} from '@nitaq/core';
import type { Analyser } from '../../src/analysis/analyser.ts';
import type { Actor } from '../../src/services/proposals/actor.ts';
import { answerProposal } from '../../src/services/proposals/answer-proposal.ts';
import { enactProposal } from '../../src/services/proposals/enact-proposal.ts';
import { requireProposal } from '../../src/services/proposals/find-proposal.ts';
import { openProposal } from '../../src/services/proposals/open-proposal.ts';
import type { TestService } from './test-service.ts';

export const AREA_ID = 'al-lith' as AreaId;
/** The day before yesterday's midnight in Riyadh is over, tomorrow's is to come. */
export const NOW = new Date('2026-11-24T09:00:00Z');
const DEADLINE = '2026-12-01T00:00:00Z';
export const ALL = ['afaf', 'ghumayqah', 'lith', 'wasqah'] as AssociationId[];
export const [AFAF, GHUMAYQAH, LITH] = ALL as [AssociationId, AssociationId, AssociationId];

export function coordinatorOf(association: AssociationId): Actor {
  return {
    person: `p-${association}` as PersonId,
    name: `Coordinator of ${association}`,
    role: 'coordinator',
    association,
  };
}
const COUNCIL = { person: 'p-council' as PersonId, name: 'Council', role: 'council', association: null };

/** A change of a proposal as it is, by the coordinator of Lith. */
export const changeOf = ({ id, version }: Proposal, now = NOW) => ({
  area: AREA_ID,
  proposal: id,
  version: [version],
  client: null,
  actor: coordinatorOf(LITH),
  now,
});

/** The code with which something is refused. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const outcome = await work.catch((error: unknown) => error);
  if (!(outcome instanceof DomainError)) throw outcome;
  return outcome.code;
}

/** What the four coordinators and the council do on a service. */
export function negotiationOn({ db }: TestService, analyser: Analyser) {
  const open = (draft: string, { key = null as string | null, deadline = DEADLINE } = {}) =>
    openProposal(db, analyser, {
      area: AREA_ID,
      input: { draft: draft as PlanId, title: 'مقترح', reason: 'So that nobody is forgotten', deadline },
      actor: coordinatorOf(LITH),
      idempotencyKey: key,
      client: null,
      now: NOW,
    });
  const answer = (
    proposal: Proposal,
    association: AssociationId,
    { objects = false, hash = proposal.revision.contentHash, now = NOW } = {},
  ) =>
    answerProposal(db, {
      area: AREA_ID,
      proposal: proposal.id,
      association,
      input: objects
        ? { answer: 'objected', contentHash: hash, reason: 'My villages' }
        : { answer: 'signed', contentHash: hash },
      actor: coordinatorOf(association),
      client: null,
      now,
    });
  return {
    open,
    answer,
    enact: (proposal: Proposal, from = '2026-11-25', now = NOW) =>
      enactProposal(db, { ...changeOf(proposal, now), actor: COUNCIL, from }),
    async signedByAll(proposal: Proposal): Promise<Proposal> {
      let signed = proposal;
      for (const association of proposal.revision.affected) signed = await answer(signed, association);
      return signed;
    },
    present: async ({ id }: Proposal, now = NOW) =>
      (await requireProposal(db, { area: AREA_ID, proposal: id }, now)).proposal,
  };
}

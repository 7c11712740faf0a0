import type {
  AssociationId,
  NewAnswer,
  NewComment,
  NewProposal,
  NewThread,
  Plan,
  PlanId,
  Proposal,
  ProposalChanges,
  RebasePreview,
  Thread,
} from '@nitaq/core';
import type { Answer } from './problem.ts';

/** A proposal as one version of it. */
export interface ProposalAt {
  readonly area: string;
  readonly id: string;
  readonly version: number;
}

/** What the web app asks of the service about proposals. */
export interface ProposalsApi {
  proposals(area: string): Promise<Answer<Proposal[]>>;
  proposal(area: string, id: string): Promise<Answer<Proposal>>;
  proposalChanges(area: string, id: string): Promise<Answer<ProposalChanges>>;
  /** Puts a draft to the others; repeated with the same key it makes nothing new. */
  openProposal(area: string, proposal: NewProposal, key: string): Promise<Answer<Proposal>>;
  reviseProposal(proposal: ProposalAt, draft: PlanId): Promise<Answer<Proposal>>;
  answerProposal(
    area: string,
    id: string,
    association: AssociationId,
    answer: NewAnswer,
  ): Promise<Answer<Proposal>>;
  rebasePreview(area: string, id: string): Promise<Answer<RebasePreview>>;
  /** A draft of what a rebase comes to, to settle on the map. */
  draftRebase(area: string, id: string): Promise<Answer<Plan>>;
  rebaseProposal(proposal: ProposalAt): Promise<Answer<Proposal>>;
  withdrawProposal(proposal: ProposalAt): Promise<Answer<Proposal>>;
  /** `from`: a day in the area's time zone, as 2026-11-30. */
  enactProposal(proposal: ProposalAt, from: string): Promise<Answer<Proposal>>;
  threads(area: string, proposal: string): Promise<Answer<Thread[]>>;
  startThread(area: string, proposal: string, thread: NewThread, key: string): Promise<Answer<Thread>>;
  addComment(at: ThreadAt, comment: NewComment, key: string): Promise<Answer<Thread>>;
  resolveThread(at: ThreadAt, resolved: boolean): Promise<Answer<Thread>>;
}

/** A thread of a proposal as one version of it. */
export interface ThreadAt {
  readonly area: string;
  readonly proposal: string;
  readonly id: string;
  readonly version: number;
}

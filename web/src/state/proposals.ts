import type {
  AssociationId,
  NewAnswer,
  PersonId,
  Pin,
  Proposal,
  ProposalChanges,
  ProposalId,
  RebasePreview,
  Thread,
} from '@nitaq/core';
import type { Problem } from '../api/problem.ts';
import type { ReasonsOfBoth } from './changed-borders.ts';

/** A proposal that is read: what it changes and what is said of it. */
export interface ShownProposal {
  readonly proposal: Proposal;
  /** Null until they are there. */
  readonly changes: ProposalChanges | null;
  readonly reasons: ReasonsOfBoth;
  readonly threads: readonly Thread[];
  /** What putting it on the plan in force would come to; null: nobody asked. */
  readonly rebase: RebasePreview | null;
}

/** What is asked of whoever puts a draft to the others. */
export interface ProposalForm {
  readonly title: string;
  readonly reason: string;
  /** Days in the area's time zone, as 2026-11-30; null: no wish. */
  readonly wishedFor: string | null;
  /** The last day on which it can be answered. */
  readonly deadline: string;
  /** The proposal that this one answers; null: none. */
  readonly counterTo: ProposalId | null;
}

/** What is said in a thread, and who is meant by the names in it. */
export interface Said {
  readonly text: string;
  readonly mentions: PersonId[];
}

export interface ProposalsSlice {
  /** Null until they are there, and for those who may not see them. */
  readonly proposals: readonly Proposal[] | null;
  readonly shownProposal: ShownProposal | null;
  /** The draft that is being put to the others; null: none. */
  readonly isProposing: boolean;
  readonly proposalProblem: Problem | null;
  /** The proposal of a link, until somebody signs in who may see it; null: none waits. */
  readonly linkedProposal: string | null;
  loadProposals(): Promise<void>;
  /** Others did something with a proposal. */
  hearOfProposal(id: string): Promise<void>;
  /** Shows a proposal, its plan on the map and what it changes beside the plan in force; null: none. */
  showProposal(id: string | null): Promise<void>;
  /** Shows the proposal of a link, or keeps it for when somebody who may see it has signed in. */
  openLinkedProposal(id: string): Promise<void>;
  setProposing(isProposing: boolean): void;
  /** Puts the draft that is shown to the others; true when the service took it. */
  propose(form: ProposalForm): Promise<boolean>;
  /** Puts the draft that is shown in the place of a proposal's content; a remark on it, if any, is said in the discussion. */
  revise(proposal: Proposal, remark: string): Promise<boolean>;
  answer(association: AssociationId, answer: NewAnswer): Promise<boolean>;
  withdraw(): Promise<boolean>;
  previewRebase(): Promise<void>;
  rebase(): Promise<boolean>;
  /** Makes a draft of what a rebase comes to and opens it to be drawn on; its proposal is then revised with it. */
  settleRebase(): Promise<boolean>;
  enact(from: string): Promise<boolean>;
  startThread(pin: Pin, said: Said): Promise<boolean>;
  addComment(thread: Thread, said: Said): Promise<boolean>;
  resolveThread(thread: Thread, resolved: boolean): Promise<boolean>;
}

import {
  OPEN_PROPOSAL_STATES,
  type OpenProposalState,
  type ProposalState,
  type Standing,
} from '../model/proposal.ts';
import { stateBySignatures } from './signatures.ts';

/** What can happen to a proposal. */
export type ProposalAct =
  /** An association signs or objects; these are the standings with its answer. */
  | { readonly act: 'answer'; readonly standings: readonly Standing[] }
  /** Another content, on the plan in force now: all answers become stale. */
  | { readonly act: 'revise' }
  /** The same changes, put on the plan in force now; these are the standings that are left. */
  | { readonly act: 'rebase'; readonly standings: readonly Standing[] }
  /** Another plan than its base is in force, or will be. */
  | { readonly act: 'lose-base' }
  | { readonly act: 'withdraw' }
  /** The council puts it into force from an instant on. */
  | { readonly act: 'enact' }
  /** The instant has come. */
  | { readonly act: 'begin' }
  /** The instant has come from which another plan is in force. */
  | { readonly act: 'end' };

/** Where a proposal stands; a draft is none yet. */
export type ProposalStage = 'draft' | ProposalState;

/** Whether a proposal still waits for answers, a revision or the council. */
export function isOpenProposal(state: ProposalState): state is OpenProposalState {
  return (OPEN_PROPOSAL_STATES as readonly ProposalState[]).includes(state);
}

/** The state that follows when something happens; null where it cannot happen. */
export function proposalAfter(state: ProposalStage, act: ProposalAct): ProposalState | null {
  switch (state) {
    case 'open':
    case 'objected':
    case 'agreed':
      return afterDiscussion(state, act);
    case 'stale':
      return afterStale(act);
    case 'scheduled':
      return act.act === 'begin' ? 'in-force' : null;
    case 'in-force':
      return act.act === 'end' ? 'superseded' : null;
    case 'draft':
    case 'superseded':
    case 'withdrawn':
      return null;
  }
}

function afterDiscussion(state: 'open' | 'objected' | 'agreed', act: ProposalAct): ProposalState | null {
  switch (act.act) {
    case 'answer':
      return stateBySignatures(act.standings);
    case 'revise':
      return 'open';
    case 'lose-base':
      return 'stale';
    case 'withdraw':
      return 'withdrawn';
    case 'enact':
      return state === 'agreed' ? 'scheduled' : null;
    case 'rebase':
    case 'begin':
    case 'end':
      return null;
  }
}

function afterStale(act: ProposalAct): ProposalState | null {
  switch (act.act) {
    case 'revise':
      return 'open';
    case 'rebase':
      return stateBySignatures(act.standings);
    case 'withdraw':
      return 'withdrawn';
    case 'lose-base':
      return 'stale';
    case 'answer':
    case 'enact':
    case 'begin':
    case 'end':
      return null;
  }
}

/** Where an enacted proposal stands at an instant, by the time in which its plan is in force. */
export function enactedState(
  { from, to }: { readonly from: Date; readonly to: Date | null },
  at: Date,
): 'scheduled' | 'in-force' | 'superseded' {
  if (at < from) return 'scheduled';
  return to === null || at < to ? 'in-force' : 'superseded';
}

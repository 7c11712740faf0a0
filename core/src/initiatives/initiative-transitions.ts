import type { InitiativeState } from '../model/initiative.ts';
import type { Standing } from '../model/proposal.ts';
import { stateBySignatures } from '../negotiation/signatures.ts';

/** What can happen to an initiative. */
export type InitiativeAct =
  /** It has another content: all approvals become stale. */
  | { readonly act: 'change' }
  /** The lead puts it to the partners. */
  | { readonly act: 'propose' }
  /** An association approves or objects; these are the standings with its answer. */
  | { readonly act: 'answer'; readonly standings: readonly Standing[] }
  /** A partner leaves; how many of those beside the lead stay. */
  | { readonly act: 'leave'; readonly partnersLeft: number }
  | { readonly act: 'start' }
  | { readonly act: 'finish' }
  | { readonly act: 'stop' };

/** Whether an initiative is done or stopped. */
export function hasEnded(state: InitiativeState): state is 'done' | 'stopped' {
  return state === 'done' || state === 'stopped';
}

/** The state that follows when something happens; null where it cannot happen. */
export function initiativeAfter(state: InitiativeState, act: InitiativeAct): InitiativeState | null {
  if (hasEnded(state)) return null;
  switch (act.act) {
    case 'change':
      return state === 'idea' ? 'idea' : 'proposed';
    case 'propose':
      return state === 'idea' ? 'proposed' : null;
    case 'answer':
      return afterAnswer(state, act.standings);
    case 'leave':
      // Of one alone it is no joint initiative.
      if (act.partnersLeft === 0) return 'stopped';
      return state === 'idea' ? 'idea' : 'proposed';
    case 'start':
      return state === 'agreed' ? 'running' : null;
    case 'finish':
      return state === 'running' ? 'done' : null;
    case 'stop':
      return 'stopped';
  }
}

/** While it runs nobody takes an approval back: who is no longer with it leaves. */
function afterAnswer(
  state: 'idea' | 'proposed' | 'agreed' | 'running',
  standings: readonly Standing[],
): InitiativeState | null {
  if (state !== 'proposed' && state !== 'agreed') return null;
  return stateBySignatures(standings) === 'agreed' ? 'agreed' : 'proposed';
}

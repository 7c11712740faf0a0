import type { Colleague } from '../model/person.ts';
import type { Proposal } from '../model/proposal.ts';
import { isOpenProposal } from '../negotiation/proposal-transitions.ts';
import { stillNeeded } from '../negotiation/signatures.ts';
import type { PersonalNotice } from './notices-after.ts';

/** What waits for somebody who has just come to an area: what those were told who were there when it began. */
export function noticesOnArrival(
  colleague: Omit<Colleague, 'name'>,
  proposals: readonly Proposal[],
  now: Date,
): PersonalNotice[] {
  return proposals.flatMap((proposal) => {
    const kind = waitingFor(colleague, proposal, now);
    return kind === null ? [] : [{ person: colleague.id, proposal: proposal.id, content: { kind } }];
  });
}

function waitingFor(
  { role, association }: Omit<Colleague, 'name'>,
  { state, deadline, revision, standings }: Proposal,
  now: Date,
): 'agreed' | 'signature-needed' | 'affected' | null {
  if (state === 'agreed' && role === 'council') return 'agreed';
  if (association === null || !isOpenProposal(state) || !revision.affected.includes(association)) return null;
  const canSign = role === 'coordinator' && state !== 'stale' && now.getTime() <= Date.parse(deadline);
  return canSign && stillNeeded(standings).includes(association) ? 'signature-needed' : 'affected';
}

import type { Answer, Proposal, Revision, Thread } from '../model/proposal.ts';
import type { RecordEntry } from '../model/record.ts';
import { standingsOf, stateBySignatures } from './signatures.ts';

/** What the record has of one proposal up to an instant, the oldest first. */
export type ActsThen = readonly Pick<RecordEntry, 'act' | 'data'>[];

/** A proposal with all that was ever put and answered, each in the order in which it came. */
export interface WholeProposal {
  /** Enacted ones stand as their plan does at the instant that is asked about. */
  readonly proposal: Proposal;
  readonly revisions: readonly Revision[];
  readonly answers: readonly Answer[];
}

const PUT: readonly RecordEntry['act'][] = ['proposal-opened', 'proposal-revised', 'proposal-rebased'];
const ANSWERED: readonly RecordEntry['act'][] = ['proposal-signed', 'proposal-objected-to'];
const OWN: readonly RecordEntry['act'][] = [
  ...PUT,
  ...ANSWERED,
  'proposal-went-stale',
  'proposal-withdrawn',
  'proposal-enacted',
];

/** A proposal as one knew it when just these acts were recorded; null where it was not there yet. */
export function proposalAsOf(whole: WholeProposal, acts: ActsThen): WholeProposal | null {
  const own = acts.filter(({ act }) => OWN.includes(act));
  const revisions = whole.revisions.slice(0, own.filter(({ act }) => PUT.includes(act)).length);
  const revision = revisions.at(-1);
  const last = own.at(-1);
  if (revision === undefined || last === undefined) return null;
  const answers = whole.answers.slice(0, own.filter(({ act }) => ANSWERED.includes(act)).length);
  const standings = standingsOf(revisions, answers);
  const { id, association, title, reason, wishedFor, deadline, counterTo, openedBy, openedAt } =
    whole.proposal;
  const fields = { id, association, title, reason, wishedFor, deadline, counterTo, openedBy, openedAt };
  const then = { ...fields, revision, standings, version: own.length };
  return { revisions, answers, proposal: { ...then, ...stateThen(whole.proposal, last, standings) } };
}

/** The threads of a proposal as they stood when just these acts were recorded. */
export function threadsAsOf(threads: readonly Thread[], acts: ActsThen): Thread[] {
  return threads.flatMap((thread) => {
    const own = acts.filter(({ data }) => data.thread === thread.id).map(({ act }) => act);
    const said = own.filter((act) => act === 'thread-opened' || act === 'comment-added').length;
    if (said === 0) return [];
    const settled = own.findLast((act) => act === 'thread-resolved' || act === 'thread-reopened');
    const comments = thread.comments.slice(0, said);
    return [{ ...thread, comments, resolved: settled === 'thread-resolved', version: own.length }];
  });
}

type StateOf<P> = P extends Proposal ? Pick<P, Extract<keyof P, StateKeys>> : never;
type StateKeys = 'state' | 'inForceFrom' | 'inForceTo' | 'withdrawnAt';

function stateThen(
  proposal: Proposal,
  { act, data }: ActsThen[number],
  standings: Proposal['standings'],
): StateOf<Proposal> {
  if (act === 'proposal-withdrawn' && proposal.state === 'withdrawn') {
    return { state: proposal.state, withdrawnAt: proposal.withdrawnAt };
  }
  if (act === 'proposal-enacted' && 'inForceFrom' in proposal) {
    const { state, inForceFrom } = proposal;
    return state === 'superseded'
      ? { state, inForceFrom, inForceTo: proposal.inForceTo }
      : { state, inForceFrom };
  }
  const isStale = act === 'proposal-went-stale' || data.state === 'stale';
  return { state: isStale ? 'stale' : stateBySignatures(standings) };
}

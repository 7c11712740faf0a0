import {
  type ActsThen,
  type AreaId,
  DomainError,
  type Proposal,
  proposalAsOf,
  type Thread,
  threadsAsOf,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import {
  findProposal,
  listProposalHistories,
  type ProposalHistory,
  type ProposalKey,
} from '../../repositories/proposal-repository.ts';
import { listActsOnProposals } from '../../repositories/record-repository.ts';
import { listThreads } from '../../repositories/thread-repository.ts';
import { requireInstant } from '../find-plan.ts';
import { requireProposal } from './find-proposal.ts';

/** When a read asks about. */
interface Then {
  /** A day or an instant; left out: now. */
  readonly at: string | undefined;
  readonly now: Date;
}

/** The proposals of an area as one knew them then, the newest first. Errors: `area-not-found`. */
export async function proposalsOf(
  db: Database,
  { area, at, now }: Then & { readonly area: AreaId },
): Promise<Proposal[]> {
  const instant = await requireInstant(db, { area, at, now });
  const histories = await listProposalHistories(db, area, instant);
  if (at === undefined) return histories.map(({ proposal }) => proposal);
  const acts = await listActsOnProposals(db, area, { proposal: null, until: instant });
  return histories.flatMap((history) => {
    const known = proposalAsOf(history, acts.get(history.proposal.id) ?? []);
    return known === null ? [] : [known.proposal];
  });
}

/** One proposal with its history as one knew it then. Errors: `area-not-found`, `proposal-not-found`. */
export async function proposalOf(
  db: Database,
  { at, now, ...key }: Then & ProposalKey,
): Promise<ProposalHistory> {
  if (at === undefined) return requireProposal(db, key, now);
  const { history, acts } = await actsThen(db, { at, now, ...key });
  const known = history && proposalAsOf(history, acts);
  if (!known) throw new DomainError('proposal-not-found', { ...key });
  return known;
}

/** What was said about a proposal until then, the oldest thread first. Errors: as above. */
export async function threadsOf(db: Database, { at, now, ...key }: Then & ProposalKey): Promise<Thread[]> {
  await proposalOf(db, { at, now, ...key });
  const threads = await listThreads(db, key);
  return at === undefined ? threads : threadsAsOf(threads, (await actsThen(db, { at, now, ...key })).acts);
}

async function actsThen(
  db: Database,
  { at, now, area, proposal }: Then & ProposalKey,
): Promise<{ readonly history: ProposalHistory | null; readonly acts: ActsThen }> {
  const until = await requireInstant(db, { area, at, now });
  const history = await findProposal(db, { area, proposal }, until);
  const acts = await listActsOnProposals(db, area, { proposal, until });
  return { history, acts: acts.get(proposal) ?? [] };
}

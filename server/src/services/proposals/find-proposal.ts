import { DomainError, type Proposal } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import {
  findProposal,
  lockProposal,
  type ProposalHistory,
  type ProposalKey,
} from '../../repositories/proposal-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { etagOf } from '../etag.ts';
import { requireArea } from '../find-plan.ts';

/** A proposal with its history. Errors: `area-not-found`, `proposal-not-found`. */
export async function requireProposal(db: Database, key: ProposalKey, now: Date): Promise<ProposalHistory> {
  const found = await findProposal(db, key, now);
  if (found !== null) return found;
  await requireArea(db, key.area);
  throw new DomainError('proposal-not-found', { ...key });
}

/** The same, locked until the transaction ends. */
export async function lockedProposal(db: Database, key: ProposalKey, now: Date): Promise<ProposalHistory> {
  await lockProposal(db, key);
  return requireProposal(db, key, now);
}

/** Goes on where a change was made on the present version. Errors: `changed-since`. */
export function refuseOtherVersion({ version: present }: Proposal, version: VersionMatch): void {
  if (!matchesVersion(version, present)) throw new DomainError('changed-since', { etag: etagOf(present) });
}

import type { ProposalChanges } from '@nitaq/core';
import type { Analyser } from '../../analysis/analyser.ts';
import type { Database } from '../../database/open-database.ts';
import type { ProposalKey } from '../../repositories/proposal-repository.ts';
import { loadContent, loadGround } from './plan-content.ts';
import { proposalOf } from './proposals-as-of.ts';

/**
 * To whom a proposal makes a difference, and which, against its base: what was in force then.
 * Errors: `proposal-not-found`, `analysis-too-slow`, `analysis-too-tangled`.
 */
export async function changesOf(
  db: Database,
  analyser: Analyser,
  { area, ...asked }: ProposalKey & { readonly at: string | undefined; readonly now: Date },
): Promise<ProposalChanges> {
  const { base, plan } = (await proposalOf(db, { area, ...asked })).proposal.revision;
  const [before, after] = [await loadContent(db, area, base), await loadContent(db, area, plan)];
  const affected = await analyser.findAffected({ ...(await loadGround(db, area)), before, after });
  return { base, plan, affected };
}

import { DomainError, type Initiative, type MilestoneId, type MilestoneInput } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { putProgress } from '../../repositories/initiative-parts-repository.ts';
import { changeInitiative } from '../../repositories/initiative-repository.ts';
import { sha256 } from '../../sha256.ts';
import { lockedInitiative, requireInitiative } from './find-initiative.ts';
import { type InitiativeDoing, refuseStranger } from './initiative-act.ts';
import { tell } from './tell.ts';

export interface MilestoneReaching extends InitiativeDoing {
  readonly milestone: MilestoneId;
  readonly input: MilestoneInput;
}

/**
 * Says that a milestone of an initiative that runs is reached, with what shows it, or that it is not after all; by any who
 * take part. Errors: `initiative-not-found`, `milestone-not-found`, `not-allowed`, `initiative-not-running`.
 */
export async function reachMilestone(database: Database, reaching: MilestoneReaching): Promise<Initiative> {
  const { area, initiative, milestone, input, actor, now } = reaching;
  return inTransaction(database, async (db) => {
    const { initiative: present, key } = await lockedInitiative(db, { area, initiative }, now);
    refuseStranger(actor, present);
    const one = present.content.milestones.find(({ id }) => id === milestone);
    if (one === undefined) throw new DomainError('milestone-not-found', { milestone });
    if (present.state !== 'running') throw new DomainError('initiative-not-running');
    const evidence = input.evidence?.trim() ?? null;
    await putProgress(db, { ...key, milestone }, { reachedOn: input.reachedOn, evidence });
    await changeInitiative(db, key, { state: present.state });
    const reached = await requireInitiative(db, { area, initiative }, now);
    // The record keeps everything for ever: what people wrote of it may be about persons.
    const evidenceHash = evidence === null ? null : sha256(evidence);
    return tell(db, reaching, {
      act: input.reachedOn === null ? 'milestone-reopened' : 'milestone-reached',
      data: { milestone, text: one.title, reachedOn: input.reachedOn, evidenceHash },
      change: 'changed',
      of: reached,
    });
  });
}

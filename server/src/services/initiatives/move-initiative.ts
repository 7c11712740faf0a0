import { DomainError, type Initiative, type InitiativeMove } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { changeInitiative } from '../../repositories/initiative-repository.ts';
import { sha256 } from '../../sha256.ts';
import { lockedInitiative, refuseOtherVersion, requireInitiative } from './find-initiative.ts';
import { refuseAllButLead, stateAfter, type VersionedDoing } from './initiative-act.ts';
import { tell } from './tell.ts';

/** What each step is called, and why it cannot be taken where it cannot. */
const STEPS = {
  proposed: { does: 'propose', act: 'initiative-proposed', otherwise: 'initiative-not-proposed' },
  running: { does: 'start', act: 'initiative-started', otherwise: 'initiative-not-agreed' },
  done: { does: 'finish', act: 'initiative-finished', otherwise: 'initiative-not-running' },
} as const;

/**
 * Puts an idea to the partners, starts what is agreed, or says that it is done. Errors: `initiative-not-found`,
 * `not-allowed`, `changed-since`, `initiative-ended`, `initiative-not-agreed`, `initiative-not-running`,
 * `initiative-milestones-open`.
 */
export async function moveInitiative(
  database: Database,
  doing: VersionedDoing & InitiativeMove,
): Promise<Initiative> {
  const { area, initiative, version, to, actor, now } = doing;
  const { does, act, otherwise } = STEPS[to];
  return inTransaction(database, async (db) => {
    const history = await lockedInitiative(db, { area, initiative }, now);
    refuseAllButLead(actor, history.initiative);
    refuseOtherVersion(history, version);
    const state = stateAfter(history.initiative, { act: does }, otherwise);
    if (state === 'done') refuseOpenMilestones(history.initiative);
    await changeInitiative(
      db,
      { area, initiative },
      state === 'done' ? { state, end: { at: now } } : { state },
    );
    const moved = await requireInitiative(db, { area, initiative }, now);
    return tell(db, doing, {
      act,
      data: { state },
      change: 'changed',
      of: moved,
      ...(state === 'proposed' ? { noticed: { act: 'proposed' } } : {}),
    });
  });
}

function refuseOpenMilestones({ content, progress }: Initiative): void {
  const reached = new Set(progress.map(({ milestone }) => milestone));
  if (content.milestones.some(({ id }) => !reached.has(id)))
    throw new DomainError('initiative-milestones-open');
}

/**
 * Stops an initiative for good, by its lead or the council. Errors: `initiative-not-found`, `not-allowed`, `changed-since`,
 * `initiative-ended`.
 */
export async function stopInitiative(
  database: Database,
  doing: VersionedDoing & { readonly reason: string },
): Promise<Initiative> {
  const { area, initiative, version, actor, now } = doing;
  const reason = doing.reason.trim();
  // The council of the area that keeps it, and of no other.
  const mayStop = (present: Initiative) =>
    (actor.role === 'council' && present.area === area) || refuseAllButLead(actor, present);
  return inTransaction(database, async (db) => {
    const history = await lockedInitiative(db, { area, initiative }, now);
    mayStop(history.initiative);
    refuseOtherVersion(history, version);
    const state = stateAfter(history.initiative, { act: 'stop' }, 'initiative-ended');
    await changeInitiative(db, { area, initiative }, { state, end: { at: now, reason } });
    const stopped = await requireInitiative(db, { area, initiative }, now);
    return tell(db, doing, {
      act: 'initiative-stopped',
      // The record keeps everything for ever: it knows the words by their hash, as they may be about persons.
      data: { textHash: sha256(reason) },
      change: 'changed',
      of: stopped,
      noticed: { act: 'stopped' },
    });
  });
}

import { type Initiative, type InitiativeInput, partiesOf } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addInitiativeRevision } from '../../repositories/initiative-parts-repository.ts';
import { changeInitiative } from '../../repositories/initiative-repository.ts';
import { doerOf } from '../proposals/actor.ts';
import { checkedInitiative } from './checked-initiative.ts';
import { lockedInitiative, refuseOtherVersion, requireInitiative } from './find-initiative.ts';
import { refuseAllButLead, stateAfter, type VersionedDoing } from './initiative-act.ts';
import { tell } from './tell.ts';

/**
 * Gives an initiative another content; all approvals become stale, and one that runs has to be agreed anew. The same
 * content again changes nothing. Errors: those of `checkedInitiative`, `initiative-not-found`, `not-allowed`,
 * `changed-since`, `initiative-ended`.
 */
export async function reviseInitiative(
  database: Database,
  doing: VersionedDoing & { readonly input: InitiativeInput },
): Promise<Initiative> {
  const { area, initiative, version, input, actor, now } = doing;
  const { content, contentHash } = await checkedInitiative(database, area, input);
  return inTransaction(database, async (db) => {
    const history = await lockedInitiative(db, { area, initiative }, now);
    refuseAllButLead(actor, history.initiative);
    refuseOtherVersion(history, version);
    const state = stateAfter(history.initiative, { act: 'change' }, 'initiative-ended');
    if (history.present.contentHash === contentHash) return history.initiative;
    const number = history.present.number + 1;
    const by = doerOf(actor);
    await addInitiativeRevision(db, { area, initiative }, { number, content, contentHash, by, at: now });
    await changeInitiative(db, { area, initiative }, { state, content });
    const parties = partiesOf(content);
    const dropped = partiesOf(history.present.content).filter((one) => !parties.includes(one));
    const changed = await requireInitiative(db, { area, initiative }, now);
    return tell(db, doing, {
      act: 'initiative-changed',
      data: { revision: number, contentHash, state },
      change: 'changed',
      of: changed,
      noticed: { act: 'changed', dropped },
    });
  });
}

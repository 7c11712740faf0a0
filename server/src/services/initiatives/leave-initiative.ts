import {
  type AssociationId,
  DomainError,
  type Initiative,
  nameIn,
  partiesOf,
  withoutPartner,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addInitiativeRevision } from '../../repositories/initiative-parts-repository.ts';
import { changeInitiative } from '../../repositories/initiative-repository.ts';
import { sha256 } from '../../sha256.ts';
import { doerOf } from '../proposals/actor.ts';
import { hashOfInitiative } from './checked-initiative.ts';
import { lockedInitiative, refuseOtherVersion, requireInitiative } from './find-initiative.ts';
import { stateAfter, type VersionedDoing } from './initiative-act.ts';
import { tell } from './tell.ts';

export interface InitiativeLeaving extends VersionedDoing {
  readonly association: AssociationId;
  readonly reason: string;
}

/**
 * A partner leaves, with what it would have brought: the others have another content before them, which they approve or
 * not; where no partner is left the initiative is stopped. What was reached stays. Errors: `initiative-not-found`,
 * `not-a-party`, `initiative-lead-stays`, `changed-since`, `initiative-ended`.
 */
export async function leaveInitiative(database: Database, leaving: InitiativeLeaving): Promise<Initiative> {
  const { area, initiative, association, version, actor, now } = leaving;
  const reason = leaving.reason.trim();
  return inTransaction(database, async (db) => {
    const history = await lockedInitiative(db, { area, initiative }, now);
    refuseToLeave(history.initiative, association);
    refuseOtherVersion(history, version);
    const { key } = history;
    const { content: before, number } = history.present;
    const content = withoutPartner(before, nameIn(key.area, { area, id: association }));
    const partnersLeft = content?.partners.length ?? 0;
    const state = stateAfter(history.initiative, { act: 'leave', partnersLeft }, 'initiative-ended');
    if (content === null) {
      await changeInitiative(db, key, { state, end: { at: now, reason } });
    } else {
      const contentHash = hashOfInitiative(content);
      const revision = { number: number + 1, content, contentHash, by: doerOf(actor), at: now };
      await addInitiativeRevision(db, key, revision);
      await changeInitiative(db, key, { state, content });
    }
    const left = await requireInitiative(db, { area, initiative }, now);
    return tell(db, leaving, {
      act: 'initiative-left',
      // Why is known by its hash: the record keeps everything for ever.
      data: { association, textHash: sha256(reason), state },
      change: 'changed',
      of: left,
      noticed: { act: 'left', by: association },
    });
  });
}

function refuseToLeave({ content }: Initiative, association: AssociationId): void {
  if (!partiesOf(content).includes(association)) throw new DomainError('not-a-party', { association });
  if (content.lead === association) throw new DomainError('initiative-lead-stays');
}

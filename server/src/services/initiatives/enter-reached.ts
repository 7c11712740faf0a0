import { randomUUID } from 'node:crypto';
import {
  DomainError,
  type Initiative,
  type NeedInput,
  nameIn,
  targetVillages,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { changeInitiative } from '../../repositories/initiative-repository.ts';
import { addReached } from '../../repositories/reached-repository.ts';
import { listVillageLocations } from '../../repositories/village-repository.ts';
import { lockedInitiative, requireInitiative } from './find-initiative.ts';
import { type InitiativeDoing, refuseStranger } from './initiative-act.ts';
import { tell } from './tell.ts';

export interface ReachedEntering extends InitiativeDoing {
  readonly village: VillageId;
  readonly counts: NeedInput;
}

/**
 * Enters how many were reached in a village of the area in which one asks, in a round, by any who take part; the last entry
 * counts. That it was entered is
 * told, never what. Errors: `initiative-not-found`, `not-allowed`, `initiative-not-running`, `village-not-targeted`.
 */
export async function enterReached(database: Database, entering: ReachedEntering): Promise<Initiative> {
  const { area, initiative, village, counts, actor, now } = entering;
  return inTransaction(database, async (db) => {
    const { initiative: present, key } = await lockedInitiative(db, { area, initiative }, now);
    refuseStranger(actor, present);
    if (present.state !== 'running') throw new DomainError('initiative-not-running');
    const targets = targetVillages(present.content, await listVillageLocations(db, area));
    if (!targets.some(({ id }) => id === village)) throw new DomainError('village-not-targeted', { village });
    await addReached(db, {
      ...key,
      id: randomUUID(),
      village: nameIn(key.area, { area, id: village }),
      counts,
      by: actor.person,
      at: now,
    });
    await changeInitiative(db, key, { state: present.state });
    const reached = await requireInitiative(db, { area, initiative }, now);
    return tell(db, entering, {
      act: 'people-reached',
      data: { village, round: counts.round },
      change: 'reached',
      of: reached,
    });
  });
}

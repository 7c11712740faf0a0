import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  DomainError,
  type Initiative,
  type InitiativeId,
  type InitiativeInput,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { findCreation, rememberCreation } from '../../repositories/creation-key-repository.ts';
import { addInitiativeRevision } from '../../repositories/initiative-parts-repository.ts';
import { addInitiative } from '../../repositories/initiative-repository.ts';
import { sha256 } from '../../sha256.ts';
import { requireArea } from '../find-plan.ts';
import { doerOf } from '../proposals/actor.ts';
import { checkedInitiative } from './checked-initiative.ts';
import { requireInitiative } from './find-initiative.ts';
import type { InitiativeDoing } from './initiative-act.ts';
import { tell } from './tell.ts';

export interface InitiativeOpening extends Omit<InitiativeDoing, 'initiative'> {
  readonly area: AreaId;
  readonly input: InitiativeInput;
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
}

/**
 * Writes an idea down. A coordinator does so for an initiative that their own association leads, the council for any.
 * Errors: those of `checkedInitiative`, `area-not-found`, `not-allowed`, `idempotency-key-reused`.
 */
export async function openInitiative(database: Database, opening: InitiativeOpening): Promise<Initiative> {
  const { area, input, actor, idempotencyKey: key, now } = opening;
  await requireArea(database, area);
  if (actor.role !== 'council' && actor.association !== input.lead) throw new DomainError('not-allowed');
  const { content, contentHash } = await checkedInitiative(database, area, input);
  const keyed =
    key === null
      ? null
      : ({ area, kind: 'initiative', key, digest: sha256(JSON.stringify([actor.person, content])) } as const);
  return inTransaction(database, async (db) => {
    // Two requests with one key must not both find it unused.
    if (keyed !== null) await lockThing(db, `initiatives ${area}`);
    const earlier = keyed && (await findCreation(db, keyed));
    if (earlier && earlier.digest !== keyed?.digest) throw new DomainError('idempotency-key-reused');
    if (earlier) {
      return (await requireInitiative(db, { area, initiative: earlier.id as InitiativeId }, now)).initiative;
    }
    const initiative = randomUUID() as InitiativeId;
    const by = doerOf(actor);
    await addInitiative(db, { area, initiative, content, openedBy: by, openedAt: now });
    await addInitiativeRevision(db, { area, initiative }, { number: 1, content, contentHash, by, at: now });
    if (keyed !== null) await rememberCreation(db, keyed, { id: initiative, at: now });
    const made = await requireInitiative(db, { area, initiative }, now);
    return tell(db, opening, {
      act: 'initiative-opened',
      data: { association: content.lead, partners: content.partners, contentHash },
      change: 'opened',
      of: made,
    });
  });
}

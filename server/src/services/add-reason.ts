import { createHash, randomUUID } from 'node:crypto';
import { DomainError, type Reason, type ReasonId, type ReasonInput } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { findReason, findReasonKey, addReason as store } from '../repositories/reason-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import { checkedReason } from './checked-reason.ts';
import { type DraftKey, requireDraft } from './require-draft.ts';

export interface ReasonCreation extends DraftKey {
  readonly input: ReasonInput;
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
}

/**
 * Writes down why a border of a draft runs where it does, in an area that exists.
 * Errors: those of `checkedReason` and `requireDraft`, `idempotency-key-reused`, `reason-not-found`.
 */
export async function addReason(database: Database, creation: ReasonCreation): Promise<Reason> {
  const { area, plan, client, actor, idempotencyKey } = creation;
  const input = await checkedReason(database, area, creation.input);
  const digest = createHash('sha256')
    .update(JSON.stringify([input.line, input.associations, input.text]))
    .digest('hex');
  return inTransaction(database, async (db) => {
    await requireDraft(db, area, plan);
    if (idempotencyKey !== null) {
      const earlier = await findReasonKey(db, { area, plan }, idempotencyKey);
      if (earlier !== null && earlier.digest !== digest) throw new DomainError('idempotency-key-reused');
      if (earlier !== null) return requireReason(db, creation, earlier.id);
    }
    const reason = await store(
      db,
      { area, plan, id: randomUUID() as ReasonId },
      { input, creation: idempotencyKey === null ? null : { key: idempotencyKey, digest } },
    );
    const { id, version } = reason;
    await appendToRecord(db, {
      area,
      actor,
      act: 'reason-added',
      subject: { kind: 'plan', id: plan },
      data: recordOf(reason),
    });
    const data = { area, plan, reason: id, change: 'created' as const, version, client };
    await appendEvent(db, { kind: 'reason', data });
    return reason;
  });
}

/** What the record tells of a reason. */
export function recordOf({ id, associations, text, line }: Reason): Record<string, unknown> {
  return { reason: id, associations, text, line };
}

/** One reason of a plan. Errors: `reason-not-found`. */
export async function requireReason(
  db: Database,
  { area, plan }: Pick<DraftKey, 'area' | 'plan'>,
  reason: ReasonId,
): Promise<Reason> {
  const found = await findReason(db, { area, plan }, reason);
  if (found === null) throw new DomainError('reason-not-found', { reason, plan });
  return found;
}

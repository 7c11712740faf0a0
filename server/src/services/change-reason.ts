import { DomainError, type Reason, type ReasonId, type ReasonInput } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { deleteReason, replaceReason } from '../repositories/reason-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import { matchesVersion, type VersionMatch } from '../repositories/version-match.ts';
import { recordOf, requireReason } from './add-reason.ts';
import { checkedReason } from './checked-reason.ts';
import { etagOf } from './etag.ts';
import { type DraftKey, requireDraft } from './require-draft.ts';

export interface ReasonChange extends DraftKey {
  readonly reason: ReasonId;
  /** The version the change was made on. */
  readonly version: VersionMatch;
}

/**
 * Rewrites a reason of a draft, in an area that exists.
 * Errors: those of `checkedReason` and `requireDraft`, `reason-not-found`, `changed-since`.
 */
export async function changeReason(
  database: Database,
  change: ReasonChange & { readonly input: ReasonInput },
): Promise<Reason> {
  const { area, plan, client, actor } = change;
  const input = await checkedReason(database, area, change.input);
  return inTransaction(database, async (db) => {
    const { id } = await requireReasonAt(db, change);
    const changed = await replaceReason(db, { area, plan, id }, input);
    const { version } = changed;
    await appendToRecord(db, {
      area,
      actor,
      act: 'reason-changed',
      subject: { kind: 'plan', id: plan },
      data: recordOf(changed),
    });
    const data = { area, plan, reason: id, change: 'changed' as const, version, client };
    await appendEvent(db, { kind: 'reason', data });
    return changed;
  });
}

/** Takes a reason away from a draft. Errors: those of `requireDraft`, `reason-not-found`, `changed-since`. */
export async function removeReason(database: Database, change: ReasonChange): Promise<void> {
  const { area, plan, client, actor } = change;
  await inTransaction(database, async (db) => {
    const { id, version } = await requireReasonAt(db, change);
    await deleteReason(db, { area, plan }, id);
    await appendToRecord(db, {
      area,
      actor,
      act: 'reason-removed',
      subject: { kind: 'plan', id: plan },
      data: { reason: id },
    });
    const data = { area, plan, reason: id, change: 'deleted' as const, version, client };
    await appendEvent(db, { kind: 'reason', data });
  });
}

/** A reason at one of these versions, in a draft that is locked until the transaction ends. */
async function requireReasonAt(db: Database, { area, plan, reason, version }: ReasonChange): Promise<Reason> {
  await requireDraft(db, area, plan);
  const found = await requireReason(db, { area, plan }, reason);
  if (matchesVersion(version, found.version)) return found;
  throw new DomainError('changed-since', { etag: etagOf(found.version) });
}

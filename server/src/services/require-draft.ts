import { type AreaId, DomainError, type Plan, type PlanId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { lockPlan } from '../repositories/plan-repository.ts';
import type { RecordedActor } from '../repositories/record-repository.ts';
import { matchesVersion, type VersionMatch } from '../repositories/version-match.ts';
import { etagOf } from './etag.ts';

/** The draft that a write is about. */
export interface DraftKey {
  readonly area: AreaId;
  readonly plan: PlanId;
  /** What the browser that writes calls itself, for the event. */
  readonly client: string | null;
  /** Who writes, for the record. */
  readonly actor: RecordedActor;
}

/** Locks a draft until the transaction ends. Errors: `plan-not-found`, `plan-not-a-draft`. */
export async function requireDraft(db: Database, area: AreaId, plan: PlanId): Promise<Plan> {
  const found = await lockPlan(db, area, plan);
  if (found === null) throw new DomainError('plan-not-found', { plan, area });
  if (found.state !== 'draft') throw new DomainError('plan-not-a-draft', { plan });
  return found;
}

/** Locks a draft at one of these versions. Errors: as above, and `changed-since`. */
export async function requireDraftAt(
  db: Database,
  { area, plan, version }: { area: AreaId; plan: PlanId; version: VersionMatch },
): Promise<Plan> {
  const draft = await requireDraft(db, area, plan);
  if (!matchesVersion(version, draft.version)) {
    throw new DomainError('changed-since', { etag: etagOf(draft.version) });
  }
  return draft;
}

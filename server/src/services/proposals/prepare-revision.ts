import { type AreaId, type AssociationId, DomainError, type Plan, type PlanId } from '@nitaq/core';
import type { Analyser } from '../../analysis/analyser.ts';
import type { Database } from '../../database/open-database.ts';
import { findLastEnacted, findPlan } from '../../repositories/plan-repository.ts';
import { etagOf } from '../etag.ts';
import { requireDraft } from '../require-draft.ts';
import { contentHashOf, loadContent, loadGround } from './plan-content.ts';

/** What a draft would change. It was worked out before the transaction that it is for, which must ask whether it still holds. */
export interface PreparedRevision {
  readonly area: AreaId;
  readonly draft: PlanId;
  /** The plan in force, or the last to come into force, that the draft was made from. */
  readonly base: PlanId | null;
  readonly contentHash: string;
  readonly affected: readonly AssociationId[];
}

interface Preparation {
  readonly area: AreaId;
  readonly draft: PlanId;
  readonly now: Date;
}

/**
 * Tells to whom a draft makes a difference.
 * Errors: those of `requireDraft`, `proposal-changes-nothing`, `analysis-too-slow`, `analysis-too-tangled`.
 */
export async function prepareRevision(
  db: Database,
  analyser: Analyser,
  { area, draft, now }: Preparation,
): Promise<PreparedRevision> {
  const { base: from } = await requireDraft(db, area, draft);
  const base = await enactedBefore(db, { area, draft: from, now });
  const [before, after] = [await loadContent(db, area, base), await loadContent(db, area, draft)];
  const found = await analyser.findAffected({ ...(await loadGround(db, area)), before, after });
  if (found.length === 0) throw new DomainError('proposal-changes-nothing', { draft });
  const affected = found.map(({ association }) => association);
  return { area, draft, base, contentHash: contentHashOf(after), affected };
}

/** Locks the draft, and goes on where it is as it was when it was prepared. Errors: those of `requireDraft`, `changed-since`. */
export async function lockPrepared(db: Database, prepared: PreparedRevision): Promise<Plan> {
  const draft = await requireDraft(db, prepared.area, prepared.draft);
  if (contentHashOf(await loadContent(db, prepared.area, prepared.draft)) === prepared.contentHash)
    return draft;
  throw new DomainError('changed-since', { etag: etagOf(draft.version) });
}

/** The nearest plan in the line of a draft that is, was or will be in force; where none is, the last that was enacted. */
async function enactedBefore(
  db: Database,
  { area, draft, now }: { readonly area: AreaId; readonly draft: PlanId | null; readonly now: Date },
): Promise<PlanId | null> {
  let id = draft;
  while (id !== null) {
    const plan = await findPlan(db, area, id, now);
    if (plan !== null && 'inForceFrom' in plan) return plan.id;
    id = plan?.base ?? null;
  }
  return (await findLastEnacted(db, area, now))?.id ?? null;
}

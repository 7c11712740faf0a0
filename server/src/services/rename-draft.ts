import type { Plan, PlanEdit } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { renamePlan } from '../repositories/plan-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { type DraftKey, requireDraftAt } from './require-draft.ts';
import { titleOf } from './title-of.ts';

/** Gives a draft another title. Errors: `plan-not-found`, `plan-not-a-draft`, `changed-since`. */
export async function renameDraft(
  database: Database,
  change: DraftKey & { readonly version: VersionMatch; readonly edit: PlanEdit },
): Promise<Plan> {
  const { area, plan, edit, client, actor } = change;
  return inTransaction(database, async (db) => {
    await requireDraftAt(db, change);
    const renamed = await renamePlan(db, area, plan, titleOf(edit));
    const { version, title } = renamed;
    const subject = { kind: 'plan' as const, id: plan };
    await appendToRecord(db, { area, actor, act: 'draft-renamed', subject, data: { title } });
    await appendEvent(db, { kind: 'plan', data: { area, plan, change: 'changed', version, client } });
    return renamed;
  });
}

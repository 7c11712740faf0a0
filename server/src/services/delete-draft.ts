import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { deletePlan } from '../repositories/deleted-plan-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { lockPlans } from '../repositories/plan-repository.ts';
import { deleteReasons } from '../repositories/reason-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import { deleteZones } from '../repositories/shared-zone-repository.ts';
import { deleteTerritories } from '../repositories/territory-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { type DraftKey, requireDraftAt } from './require-draft.ts';

/**
 * Deletes a draft with its territories, reasons and shared zones; what was made from it stays and counts as made from its base.
 * Errors: `plan-not-found`, `plan-not-a-draft`, `changed-since`.
 */
export async function deleteDraft(
  database: Database,
  change: DraftKey & { readonly version: VersionMatch },
): Promise<void> {
  const { area, plan, client, actor } = change;
  await inTransaction(database, async (db) => {
    // Nobody makes a plan from this one meanwhile, and no creation takes its number.
    await lockPlans(db, area);
    const draft = await requireDraftAt(db, change);
    await deleteReasons(db, { area, plan });
    await deleteZones(db, { area, plan });
    await deleteTerritories(db, { area, plan });
    const rebased = await deletePlan(db, area, draft);
    await appendToRecord(db, {
      area,
      actor,
      act: 'draft-deleted',
      subject: { kind: 'plan', id: plan },
      data: { title: draft.title },
    });
    for (const { id, version } of rebased) {
      await appendEvent(db, { kind: 'plan', data: { area, plan: id, change: 'changed', version, client } });
    }
    const { version } = draft;
    await appendEvent(db, { kind: 'plan', data: { area, plan, change: 'deleted', version, client } });
  });
}

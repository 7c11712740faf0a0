import { type AreaId, reminderDue } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { listActions, lockAction, noteReminder } from '../../repositories/action-repository.ts';
import { listAreas } from '../../repositories/area-repository.ts';
import { dayInArea } from '../day-in-area.ts';
import { tellOfAction } from '../notices/tell-of-action.ts';

/**
 * Reminds whose actions come to their day, and again when it has passed; each once, however many processes do so at once.
 * For the service itself: nobody asks for it.
 */
export async function remindOwners(service: Database, now: Date): Promise<void> {
  for (const { id: area } of await listAreas(service)) await remindIn(service, area, now);
}

async function remindIn(service: Database, area: AreaId, now: Date): Promise<void> {
  const today = await dayInArea(service, area, now);
  const due = (await listActions(service, area)).filter((action) => reminderDue(action, today) !== null);
  for (const { id: action } of due) {
    await inTransaction(service, async (db) => {
      const present = await lockAction(db, { area, action });
      const reminder = present && reminderDue(present, today);
      if (!reminder) return;
      await noteReminder(db, { area, action }, reminder);
      const kind = reminder === 'late' ? 'action-late' : 'action-soon';
      await tellOfAction(db, { area, action, actor: null, now }, kind);
    });
  }
}

import type { AreaId, Initiative } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { listAreas } from '../../repositories/area-repository.ts';
import { listInitiatives, noteLate } from '../../repositories/initiative-repository.ts';
import { dayInArea } from '../day-in-area.ts';
import { tellOfInitiative } from '../notices/tell-of-initiative.ts';
import { lockedInitiative } from './find-initiative.ts';

/**
 * Tells those who take part in initiatives of milestones whose day has passed; of each day once, however many processes do so
 * at once. For the service itself: nobody asks for it.
 */
export async function tellLate(service: Database, now: Date): Promise<void> {
  for (const { id: area } of await listAreas(service)) {
    const all = await listInitiatives(service, area, await dayInArea(service, area, now));
    const late = all.filter((one) => one.area === area && lateOf(one).length > 0);
    for (const { id: initiative } of late) await tellOfOne(service, { area, initiative }, now);
  }
}

async function tellOfOne(
  service: Database,
  key: { readonly area: AreaId; readonly initiative: Initiative['id'] },
  now: Date,
): Promise<void> {
  await inTransaction(service, async (db) => {
    const of = await lockedInitiative(db, key, now);
    for (const { milestone, dueOn } of lateOf(of.initiative)) {
      const mark = `${milestone} ${dueOn}`;
      if (of.lateTold.includes(mark)) continue;
      await noteLate(db, key, mark);
      const title = of.initiative.content.milestones.find(({ id }) => id === milestone)?.title ?? '';
      const telling = { of, area: key.area, actor: null, now };
      await tellOfInitiative(db, telling, { act: 'late', milestone: title, dueOn });
    }
  });
}

function lateOf({ troubles }: Initiative) {
  return troubles.filter((trouble) => trouble.kind === 'late');
}

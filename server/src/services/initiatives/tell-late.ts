import type { AreaId, Initiative } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { listAreas } from '../../repositories/area-repository.ts';
import { listInitiatives, listLateTold, noteLate } from '../../repositories/initiative-repository.ts';
import { dayInArea } from '../day-in-area.ts';
import { tellOfInitiative } from '../notices/tell-of-initiative.ts';
import { lockedInitiative } from './find-initiative.ts';

/**
 * Tells those who take part in initiatives of milestones whose day has passed; of each day once, however many processes do so
 * at once. For the service itself: nobody asks for it. One that fails stops no other; what failed is thrown at the end.
 */
export async function tellLate(service: Database, now: Date): Promise<void> {
  const failures: unknown[] = [];
  const failed = (failure: unknown) => void failures.push(failure);
  for (const { id: area } of await listAreas(service)) {
    const untold = (await untoldIn(service, area, now).catch(failed)) ?? [];
    for (const initiative of untold) await tellOfOne(service, { area, initiative }, now).catch(failed);
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every late milestone could be told');
}

/** The initiatives that an area keeps of which there is something to tell. */
async function untoldIn(service: Database, area: AreaId, now: Date): Promise<Initiative['id'][]> {
  const all = await listInitiatives(service, area, await dayInArea(service, area, now));
  const told = await listLateTold(service, area);
  const isUntold = (one: Initiative) => lateOf(one).some((late) => !told(one.id).includes(markOf(late)));
  return all.filter((one) => one.area === area && isUntold(one)).map(({ id }) => id);
}

async function tellOfOne(
  service: Database,
  key: { readonly area: AreaId; readonly initiative: Initiative['id'] },
  now: Date,
): Promise<void> {
  await inTransaction(service, async (db) => {
    const of = await lockedInitiative(db, key, now);
    for (const late of lateOf(of.initiative)) {
      const { milestone, dueOn } = late;
      const mark = markOf(late);
      if (of.lateTold.includes(mark)) continue;
      await noteLate(db, key, mark);
      const title = of.initiative.content.milestones.find(({ id }) => id === milestone)?.title ?? '';
      const telling = { of, area: key.area, actor: null, now };
      await tellOfInitiative(db, telling, { act: 'late', milestone: title, dueOn });
    }
  });
}

/** As it is noted that it was told. */
function markOf({ milestone, dueOn }: ReturnType<typeof lateOf>[number]): string {
  return `${milestone} ${dueOn}`;
}

function lateOf({ troubles }: Initiative) {
  return troubles.filter((trouble) => trouble.kind === 'late');
}

import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { listAreas } from '../../repositories/area-repository.ts';
import { listSeries } from '../../repositories/meeting-series-repository.ts';
import { planNext, tellPlanned } from './plan-series.ts';

/**
 * Plans the next meetings of every series, also of one whose meetings nobody opened or closed. For the service itself: nobody
 * asks for it. One that cannot be planned stops no other; what failed is thrown at the end.
 */
export async function keepPlanned(service: Database, now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const { id: area } of await listAreas(service)) {
    const series = (await listSeries(service, area)).filter(({ ended }) => !ended);
    for (const { id } of series) {
      await inTransaction(service, async (db) => {
        await tellPlanned(db, { area, client: null }, await planNext(db, area, id, now));
      }).catch((failure: unknown) => failures.push(failure));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every series could be planned');
}

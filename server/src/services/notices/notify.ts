import { type AreaId, type NoticedAct, noticesAfter, type PersonId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { addNotices } from './add-notices.ts';

export interface Notifying {
  readonly area: AreaId;
  readonly actor: PersonId;
  readonly now: Date;
}

/** Tells those whom acts concern, as `addNotices` does. */
export async function notify(
  db: Database,
  { area, actor, now }: Notifying,
  acts: readonly NoticedAct[],
): Promise<void> {
  const people = await listColleagues(db, area);
  await addNotices(db, { area, notices: acts.flatMap((act) => noticesAfter(act, people, actor)), now });
}

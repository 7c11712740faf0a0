import { type AreaId, type Colleague, noticesOnArrival } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listProposalHistories } from '../../repositories/proposal-repository.ts';
import { addNotices } from './add-notices.ts';

export interface Arrival {
  readonly area: AreaId;
  readonly colleague: Omit<Colleague, 'name'>;
  readonly now: Date;
}

/** Tells whoever has just been given a role which proposals wait for them, as `addNotices` does. */
export async function tellWhatWaits(db: Database, { area, colleague, now }: Arrival): Promise<void> {
  const proposals = (await listProposalHistories(db, area, now)).map(({ proposal }) => proposal);
  await addNotices(db, { area, notices: noticesOnArrival(colleague, proposals, now), now });
}

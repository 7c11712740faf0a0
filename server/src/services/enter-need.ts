import type { AreaId, NeedInput, VillageId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { type NeedShare, putNeed, putShare } from '../repositories/need-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';

interface Entry {
  readonly area: AreaId;
  readonly client: string | null;
  readonly actor: RecordedActor;
  readonly now: Date;
}

/** Adds the counts of a village. Who may has been asked before. That they were counted is told, never what they are. */
export async function enterNeed(
  database: Database,
  { area, client, actor, now, village, need }: Entry & { village: VillageId; need: NeedInput },
): Promise<void> {
  await inTransaction(database, async (db) => {
    await putNeed(db, { area, village, need, knownFrom: now });
    const subject = { kind: 'village' as const, id: village };
    await appendToRecord(db, { area, actor, act: 'need-counted', subject, data: { round: need.round } });
    await appendEvent(db, { kind: 'need', data: { area, change: 'counted', village, client } });
  });
}

/** Lets an association see the exact counts of another until an instant; null: no longer. */
export async function shareNeed(
  database: Database,
  entry: Entry & Pick<NeedShare, 'owner' | 'reader'> & { readonly until: Date | null },
): Promise<void> {
  const { area, client, actor, owner, reader, until, now } = entry;
  await inTransaction(database, async (db) => {
    await putShare(db, area, { owner, reader, until });
    const subject = { kind: 'association' as const, id: owner };
    const isOver = until === null || until <= now;
    await appendToRecord(db, {
      area,
      actor,
      subject,
      ...(isOver
        ? { act: 'need-share-ended', data: { reader } }
        : { act: 'need-shared', data: { reader, until: until.toISOString() } }),
    });
    await appendEvent(db, { kind: 'need', data: { area, change: 'shared', village: null, client } });
  });
}

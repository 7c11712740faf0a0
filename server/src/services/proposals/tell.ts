import type { AreaEvent, RecordEntry } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import type { ProposalKey } from '../../repositories/proposal-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { type Actor, recordedActorOf } from './actor.ts';

/** What happened to a proposal, as the record has it and as those who look at the area are told. */
export interface ProposalNews extends ProposalKey {
  readonly actor: Actor;
  readonly act: RecordEntry['act'];
  readonly data: RecordEntry['data'];
  readonly change: Extract<AreaEvent, { kind: 'proposal' }>['data']['change'];
  /** The version of the proposal after it. */
  readonly version: number;
  readonly client: string | null;
}

/** Records it and tells it, as the last things of its transaction. */
export async function tell(db: Database, news: readonly ProposalNews[]): Promise<void> {
  for (const { area, proposal, actor, act, data } of news) {
    const subject = { kind: 'proposal' as const, id: proposal };
    await appendToRecord(db, { area, actor: recordedActorOf(actor), act, subject, data });
  }
  for (const { area, proposal, change, version, client } of news) {
    await appendEvent(db, { kind: 'proposal', data: { area, proposal, change, version, client } });
  }
}

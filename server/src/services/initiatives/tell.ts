import type { AreaEvent, Initiative, RecordEntry } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { recordedActorOf } from '../proposals/actor.ts';
import type { InitiativeDoing } from './initiative-act.ts';

/** What happened to an initiative, as the record has it and as those who look at the area are told. */
export interface InitiativeNews {
  readonly act: RecordEntry['act'];
  /** Besides its title. */
  readonly data: RecordEntry['data'];
  readonly change: Extract<AreaEvent, { kind: 'initiative' }>['data']['change'];
  readonly initiative: Initiative;
}

/** Records it and tells it, as the last things of its transaction; resolves to the initiative. */
export async function tell(
  db: Database,
  { area, actor, client }: Pick<InitiativeDoing, 'area' | 'actor' | 'client'>,
  { act, data, change, initiative }: InitiativeNews,
): Promise<Initiative> {
  const { id, version, content } = initiative;
  await appendToRecord(db, {
    area,
    actor: recordedActorOf(actor),
    act,
    subject: { kind: 'initiative', id },
    data: { title: content.title, ...data },
  });
  await appendEvent(db, { kind: 'initiative', data: { area, initiative: id, change, version, client } });
  return initiative;
}

import type { AreaEvent, Initiative, RecordEntry } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import type { InitiativeHistory } from '../../repositories/initiative-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { recordedActorOf } from '../proposals/actor.ts';
import type { InitiativeDoing } from './initiative-act.ts';

/** What happened to an initiative, as the record has it and as those who look at the area are told. */
export interface InitiativeNews {
  readonly act: RecordEntry['act'];
  /** Besides its title. */
  readonly data: RecordEntry['data'];
  readonly change: Extract<AreaEvent, { kind: 'initiative' }>['data']['change'];
  readonly of: InitiativeHistory;
}

/**
 * Records it where it was done and tells it to each area that sees it, as the last things of its transaction; resolves to
 * the initiative.
 */
export async function tell(
  db: Database,
  { area, actor, client }: Pick<InitiativeDoing, 'area' | 'actor' | 'client'>,
  { act, data, change, of: { initiative, key, guests } }: InitiativeNews,
): Promise<Initiative> {
  const { id, version, content } = initiative;
  await appendToRecord(db, {
    area,
    actor: recordedActorOf(actor),
    act,
    subject: { kind: 'initiative', id },
    data: { title: content.title, ...data },
  });
  // In one order: two that tell the same areas wait for each other, and never both.
  for (const told of [key.area, ...guests].sort())
    await appendEvent(db, {
      kind: 'initiative',
      data: { area: told, initiative: id, change, version, client },
    });
  return initiative;
}

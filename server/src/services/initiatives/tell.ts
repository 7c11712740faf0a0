import type { AreaEvent, Initiative, InitiativeNoticedAct, RecordEntry } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import type { InitiativeHistory } from '../../repositories/initiative-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { tellOfInitiative } from '../notices/tell-of-initiative.ts';
import { recordedActorOf } from '../proposals/actor.ts';
import type { InitiativeDoing } from './initiative-act.ts';

/** What happened to an initiative, as the record has it and as those who look at the area are told. */
export interface InitiativeNews {
  readonly act: RecordEntry['act'];
  /** Besides its title. */
  readonly data: RecordEntry['data'];
  readonly change: Extract<AreaEvent, { kind: 'initiative' }>['data']['change'];
  readonly of: InitiativeHistory;
  /** What people are told of it; left out: nothing. */
  readonly noticed?: InitiativeNoticedAct;
}

/**
 * Tells people of it, records it where it was done and shows it to each area that sees it, as the last things of its transaction; resolves to
 * the initiative.
 */
export async function tell(
  db: Database,
  { area, actor, client, now }: Pick<InitiativeDoing, 'area' | 'actor' | 'client' | 'now'>,
  { act, data, change, of, noticed }: InitiativeNews,
): Promise<Initiative> {
  const { initiative, key, guests } = of;
  const { id, version, content } = initiative;
  if (noticed !== undefined) await tellOfInitiative(db, { of, area, actor: actor.person, now }, noticed);
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

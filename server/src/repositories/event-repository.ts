import type { AreaEvent, AreaId, VillageId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { announce } from './announcement.ts';

/** How many events of an area are kept: with less than this missed, a client goes on where it was. */
export const KEPT_EVENTS = 10_000;

/** Which log of events an area has, and the number of the last event in it; 0 before the first. */
export interface LogPosition {
  readonly log: string;
  readonly last: number;
}

export interface StoredEvent {
  readonly number: number;
  readonly event: AreaEvent;
}

/**
 * Adds an event to what is told about its area. It stands last in its transaction: from here to the end, other writes
 * to the area wait, so that events become visible in the order of their numbers and none is missing between two.
 */
export async function appendEvent(db: Database, { kind, data }: AreaEvent): Promise<void> {
  const { area } = data;
  const { last_number: number } = await db
    .insertInto('event_log')
    .values({ area_id: area, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('area_id').doUpdateSet({ last_number: sql`event_log.last_number + 1` }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('event')
    .values({ area_id: area, number, kind, data: sql`${JSON.stringify(data)}::json` })
    .execute();
  await db
    .deleteFrom('event')
    .where('area_id', '=', area)
    .where('number', '<=', number - KEPT_EVENTS)
    .execute();
  await announce(db, { kind: 'saved', area });
}

/** Where the log of an area stands now; makes one for an area that has none. */
export async function logPosition(db: Database, area: AreaId): Promise<LogPosition> {
  const find = () =>
    db
      .selectFrom('event_log')
      .select(['log_id as log', 'last_number as last'])
      .where('area_id', '=', area)
      .executeTakeFirst();
  const found = await find();
  if (found !== undefined) return found;
  await db
    .insertInto('event_log')
    .values({ area_id: area })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await find()) ?? { log: '', last: 0 };
}

/** The first events of an area after one, in their order. */
export async function eventsAfter(
  db: Database,
  area: AreaId,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['number', 'kind', 'data'])
    .where('area_id', '=', area)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ number, kind, data }) => ({ number, event: { kind, data } as AreaEvent }));
}

/** The events that change what everybody may see of an area. */
export const GROUND_EVENTS = ['place', 'plan', 'reset'] as const;

/** What the events of an area after one are about. */
export interface Changes {
  /** The number of the first of them; null: there are none. */
  readonly first: number | null;
  readonly isReset: boolean;
  readonly isPlan: boolean;
  /** What everybody may see of the area may be another. */
  readonly isGround: boolean;
  /** The villages that were moved. */
  readonly villages: VillageId[];
}

/** What happened to plans and villages of an area after an event. */
export async function changesAfter(db: Database, area: AreaId, after: number): Promise<Changes> {
  const rows = await db
    .selectFrom('event')
    .select(({ fn }) => ['kind', fn.min('number').as('first')])
    .select(
      sql<string | null>`case when kind = 'place' and data->>'kind' = 'village' then data->>'id' end`.as(
        'village',
      ),
    )
    .where('area_id', '=', area)
    .where('number', '>', after)
    .groupBy(['kind', 'village'])
    .execute();
  const first = rows.map((row) => Number(row.first));
  return {
    first: first.length === 0 ? null : Math.min(...first),
    isReset: rows.some(({ kind }) => kind === 'reset'),
    isPlan: rows.some(({ kind }) => kind === 'plan'),
    isGround: rows.some(({ kind }) => GROUND_EVENTS.some((one) => one === kind)),
    villages: rows.flatMap(({ village }) => (village === null ? [] : [village as VillageId])),
  };
}

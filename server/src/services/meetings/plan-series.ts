import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  DomainError,
  dayAt,
  type MeetingId,
  type MeetingSeries,
  type NewSeries,
  type SeriesId,
  seriesDates,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { addMeeting, listMeetingsOf } from '../../repositories/meeting-repository.ts';
import { addSeries, lockSeries } from '../../repositories/meeting-series-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { requireArea } from '../find-plan.ts';
import { type Actor, recordedActorOf } from '../proposals/actor.ts';
import { titleOf } from '../title-of.ts';
import { creationOf, lockCreation, refuseOtherRequest } from './creation.ts';

/** As many meetings of a series are planned ahead: of one every two months those of a year. */
const AHEAD = 6;
const DAY_MS = 86_400_000;

/** Something that somebody does to a series. */
export interface SeriesDoing {
  readonly area: AreaId;
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

export interface SeriesBeginning extends SeriesDoing {
  readonly input: NewSeries;
  readonly idempotencyKey: string | null;
}

/** Begins a series and plans its next meetings. Errors: `area-not-found`, `idempotency-key-reused`. */
export async function beginSeries(database: Database, beginning: SeriesBeginning): Promise<MeetingSeries> {
  const { area, input, actor, idempotencyKey, client, now } = beginning;
  await requireArea(database, area);
  const creation = creationOf(actor, idempotencyKey, input);
  const series = creation.id as SeriesId;
  return inTransaction(database, async (db) => {
    await lockCreation(db, creation);
    const earlier = await lockSeries(db, { area, series });
    if (earlier !== null) {
      refuseOtherRequest(earlier.digest, creation);
      return earlier.series;
    }
    const { title, ...terms } = input;
    await addSeries(db, { area, series, title: titleOf({ title }), terms, digest: creation.digest });
    const made = await requireSeries(db, area, series);
    const meetings = await planAhead(db, area, made, now);
    const subject = { kind: 'area' as const, id: area };
    const data = { series, rule: input.rule, startsOn: input.startsOn, time: input.time };
    await appendToRecord(db, { area, actor: recordedActorOf(actor), act: 'series-begun', subject, data });
    await tellPlanned(db, { area, client }, meetings);
    return made;
  });
}

/** Plans the next meetings of a series, whichever were cancelled; within a transaction, before its events. */
export async function planNext(
  db: Database,
  area: AreaId,
  series: SeriesId,
  now: Date,
): Promise<MeetingId[]> {
  return planAhead(db, area, await requireSeries(db, area, series), now);
}

export async function tellPlanned(
  db: Database,
  { area, client }: { readonly area: AreaId; readonly client: string | null },
  meetings: readonly MeetingId[],
): Promise<void> {
  for (const meeting of meetings) {
    const data = { area, meeting, change: 'planned' as const, item: null, version: 1, client };
    await appendEvent(db, { kind: 'meeting', data });
  }
}

/** A series, locked until the transaction ends. Errors: `series-not-found`. */
export async function requireSeries(db: Database, area: AreaId, series: SeriesId): Promise<MeetingSeries> {
  const found = await lockSeries(db, { area, series });
  if (found === null) throw new DomainError('series-not-found', { series, area });
  return found.series;
}

/** Plans as many meetings of a series as are missing of those ahead; a day that had one, whatever became of it, gets no other. */
export async function planAhead(
  db: Database,
  area: AreaId,
  series: MeetingSeries,
  now: Date,
): Promise<MeetingId[]> {
  if (series.ended) return [];
  const timeZone = await timeZoneOf(db, area);
  const present = await listMeetingsOf(db, area, series.id);
  const toCome = present.filter(
    ({ meeting }) => meeting.state === 'planned' && Date.parse(meeting.startsAt) > now.getTime(),
  );
  const dates = seriesDates(series, {
    from: dayAt(now.getTime() + DAY_MS, timeZone),
    count: Math.max(0, AHEAD - toCome.length),
    timeZone,
    except: new Set(present.map(({ day }) => day)),
  });
  const made: MeetingId[] = [];
  for (const { day, startsAt } of dates) {
    const meeting = randomUUID() as MeetingId;
    const { title, durationMinutes, place } = series;
    const of = { series: series.id, day };
    await addMeeting(db, { area, meeting, title, startsAt, durationMinutes, place, of, digest: null });
    made.push(meeting);
  }
  return made;
}

import {
  DomainError,
  dayAt,
  type Meeting,
  type MeetingSeries,
  type SeriesEdit,
  type SeriesId,
  seriesDates,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { changeMeeting, findMeeting, lockMeetingsOf } from '../../repositories/meeting-repository.ts';
import { changeSeries as storeChange } from '../../repositories/meeting-series-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { etagOf } from '../etag.ts';
import { recordedActorOf } from '../proposals/actor.ts';
import { titleOf } from '../title-of.ts';
import { planAhead, requireSeries, type SeriesDoing, tellPlanned } from './plan-series.ts';
import { tellChanged, tellEverybody } from './tell-of-series.ts';

const DAY_MS = 86_400_000;

export interface SeriesChanging extends SeriesDoing {
  readonly series: SeriesId;
  readonly version: VersionMatch;
}

/**
 * Gives a series other terms. Its meetings from tomorrow on go along, to which nobody was invited and which nobody changed by
 * themselves; they stay the same meetings, with their agendas. The others stay as they are.
 * Errors: `series-not-found`, `changed-since`, `series-has-ended`.
 */
export async function changeSeries(
  database: Database,
  doing: SeriesChanging & { readonly edit: SeriesEdit },
): Promise<MeetingSeries> {
  const { area, series, edit, actor, client, now } = doing;
  return inTransaction(database, async (db) => {
    const present = await lockedSeries(db, doing);
    if (present.ended) throw new DomainError('series-has-ended');
    const { title, place, ...terms } = edit;
    await storeChange(db, doing, {
      title: title === undefined ? present.title : titleOf({ title }),
      terms: { ...terms, ...(place !== undefined && { place: place.trim() }) },
    });
    const changed = await requireSeries(db, area, series);
    const followed = await goAlong(db, doing, changed);
    const planned = await planAhead(db, area, changed, now);
    const [first] = planned;
    const next =
      followed[0] ?? (first === undefined ? null : await findMeeting(db, { area, meeting: first }));
    if (next) await tellEverybody(db, doing, { meeting: next.id, kind: 'series-changed' });
    const { rule, startsOn, time, durationMinutes } = changed;
    await appendToRecord(db, {
      area,
      actor: recordedActorOf(actor),
      act: 'series-changed',
      subject: { kind: 'area', id: area },
      data: { series, rule, startsOn, time, durationMinutes, meetings: followed.map(({ id }) => id) },
    });
    await tellChanged(db, doing, followed);
    await tellPlanned(db, { area, client }, planned);
    return changed;
  });
}

/** A series as it was read, locked with all that is done to its meetings. Errors: `series-not-found`, `changed-since`. */
export async function lockedSeries(
  db: Database,
  { area, series, version }: SeriesChanging,
): Promise<MeetingSeries> {
  // Who opens, closes or cancels a meeting holds this before the series too.
  await lockThing(db, `meetings ${area}`);
  const present = await requireSeries(db, area, series);
  if (!matchesVersion(version, present.version)) {
    throw new DomainError('changed-since', { etag: etagOf(present.version) });
  }
  return present;
}

async function goAlong(
  db: Database,
  { area, now }: SeriesChanging,
  series: MeetingSeries,
): Promise<Meeting[]> {
  const timeZone = await timeZoneOf(db, area);
  const tomorrow = dayAt(now.getTime() + DAY_MS, timeZone);
  const all = await lockMeetingsOf(db, area, series.id);
  const following = all.filter(({ meeting, day }) => meeting.follows && day >= tomorrow);
  const staying = all.filter((one) => !following.includes(one));
  const dates = seriesDates(series, {
    from: tomorrow,
    count: following.length,
    timeZone,
    except: new Set(staying.map(({ day }) => day)),
  });
  const changed: Meeting[] = [];
  for (const [index, { day, startsAt }] of dates.entries()) {
    const meeting = following[index]?.meeting.id;
    if (meeting === undefined) break;
    const { title, durationMinutes, place } = series;
    const terms = { title_ar: title.ar, title_en: title.en, duration_minutes: durationMinutes, place };
    changed.push(
      await changeMeeting(db, { area, meeting }, { ...terms, occurs_on: day, starts_at: startsAt }),
    );
  }
  return changed;
}

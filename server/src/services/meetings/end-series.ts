import type { Meeting, MeetingSeries, SeriesEnd } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { changeMeeting, lockMeetingsOf } from '../../repositories/meeting-repository.ts';
import { endSeries as storeEnd } from '../../repositories/meeting-series-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { recordedActorOf } from '../proposals/actor.ts';
import { lockedSeries, type SeriesChanging } from './change-series.ts';
import { requireSeries } from './plan-series.ts';
import { sendInvitations } from './send-invitations.ts';
import { tellChanged, tellEverybody } from './tell-of-series.ts';

/**
 * Ends a series: nothing more is planned in it, and what is planned stays or is cancelled.
 * Errors: `series-not-found`, `changed-since`.
 */
export async function endSeries(
  database: Database,
  doing: SeriesChanging & { readonly end: SeriesEnd },
): Promise<MeetingSeries> {
  const { area, series, end, actor } = doing;
  return inTransaction(database, async (db) => {
    const present = await lockedSeries(db, doing);
    if (present.ended) return present;
    await storeEnd(db, { area, series });
    const cancelled = end.cancel ? await cancelAll(db, doing, end.cancel.reason.trim()) : [];
    const [first] = cancelled;
    if (first) await tellEverybody(db, doing, { meeting: first.id, kind: 'series-ended' });
    await appendToRecord(db, {
      area,
      actor: recordedActorOf(actor),
      act: 'series-ended',
      subject: { kind: 'area', id: area },
      data: { series, cancelled: cancelled.map(({ id }) => id) },
    });
    await tellChanged(db, doing, cancelled);
    return requireSeries(db, area, series);
  });
}

/** Cancels what is still to come of a series; whoever was invited to one of them is told by e-mail, for their calendar. */
async function cancelAll(db: Database, doing: SeriesChanging, reason: string): Promise<Meeting[]> {
  const { area, series, actor, client, now } = doing;
  const toCome = (await lockMeetingsOf(db, area, series)).filter(
    ({ meeting: { state, startsAt } }) => state === 'planned' && Date.parse(startsAt) > now.getTime(),
  );
  const cancelled: Meeting[] = [];
  for (const { meeting } of toCome) {
    const key = { area, meeting: meeting.id };
    const change = { state: 'cancelled' as const, cancelled_at: now, cancel_reason: reason };
    cancelled.push(await changeMeeting(db, key, change));
    if (meeting.convenedAt !== null)
      await sendInvitations(db, { ...key, actor, client, now }, { notice: 'meeting-cancelled' });
  }
  return cancelled;
}

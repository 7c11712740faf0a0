import type { Minutes } from '@nitaq/core';
import { DomainError } from '@nitaq/core';
import { findArea } from '../../repositories/area-repository.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { findPlanInForce } from '../../repositories/plan-repository.ts';
import { type MeetingReader, type RoomQuestion, readMinutes } from '../meetings/read-room.ts';
import { gatherReport } from './gather-report.ts';
import { isOnMap } from './pdf/item-map.ts';
import type { MinutesToPrint } from './pdf/minutes-document.ts';
import type { ReportMaker } from './report-maker.ts';
import type { ReportReader } from './words/report-words.ts';

interface MinutesSources extends MeetingReader {
  readonly reports: ReportMaker;
}

export interface MinutesRequest extends RoomQuestion {
  readonly reader: Omit<ReportReader, 'timeZone'>;
}

/** The minutes of a meeting as PDF. They say the same to whoever prints them. Errors: as of `readMinutes` and `ReportMaker`. */
export async function printMinutes(sources: MinutesSources, request: MinutesRequest): Promise<Uint8Array> {
  const { area: id, now } = request;
  const minutes = await readMinutes(sources, request);
  const area = await findArea(sources.db, id);
  if (area === null) throw new DomainError('area-not-found', { area: id });
  return sources.reports.minutes({
    minutes: {
      minutes,
      area,
      associations: await listAssociations(sources.db, id),
      drawn: await groundOf(sources, minutes, now),
      madeAt: now.toISOString(),
    },
    reader: { ...request.reader, timeZone: area.timeZone },
  });
}

/** The plan that was in force when the meeting was opened, without need: paper goes from hand to hand. */
async function groundOf(
  { db, lookup, reports }: MinutesSources,
  { area, meeting, agenda }: Minutes,
  now: Date,
): Promise<MinutesToPrint['drawn']> {
  if (!agenda.some(isOnMap)) return null;
  const at = 'openedAt' in meeting ? new Date(meeting.openedAt) : now;
  if ((await findPlanInForce(db, area, at)) === null) return null;
  return reports.make(await gatherReport({ db, lookup }, { area, at: at.toISOString(), person: null, now }));
}

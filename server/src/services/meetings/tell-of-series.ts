import type { Meeting, MeetingId, MeetingNotice } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { tellOfMeeting } from '../notices/tell-of-meeting.ts';
import type { SeriesDoing } from './plan-series.ts';

/** Tells everybody who takes part in an area of its series, but for whoever did it. */
export async function tellEverybody(
  db: Database,
  { area, actor, now }: SeriesDoing,
  { meeting, kind }: { readonly meeting: MeetingId; readonly kind: MeetingNotice },
): Promise<void> {
  const people = (await listColleagues(db, area))
    .filter(({ role, id }) => role !== 'observer' && id !== actor.person)
    .map(({ id }) => id);
  await tellOfMeeting(db, { area, meeting, people, kind, now });
}

/** Tells all who watch the area of meetings that changed with their series, as the last thing of its transaction. */
export async function tellChanged(
  db: Database,
  { area, client }: SeriesDoing,
  meetings: readonly Meeting[],
): Promise<void> {
  for (const { id: meeting, version } of meetings) {
    const data = { area, meeting, change: 'changed' as const, item: null, version, client };
    await appendEvent(db, { kind: 'meeting', data });
  }
}

import type { AreaId, AreaSummary, Language, Meeting } from '@nitaq/core';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

const MINUTE_MS = 60_000;
const REFRESH_SECONDS = 3_600;

export interface CalendarOf {
  readonly area: Pick<AreaSummary, 'id' | 'name'>;
  readonly publicUrl: URL;
  readonly language: Language;
  readonly now: Date;
}

/**
 * Meetings as an iCalendar. Each is an event of its own, at an instant in UTC: no program has to know the rule of the series,
 * the clocks of the area or the Hijri calendar. An event keeps its name, so that one that is moved or cancelled changes in
 * the calendars that have it.
 */
export function meetingsCalendar(meetings: readonly Meeting[], of: CalendarOf): string {
  return calendarWith(meetings, of, ICalCalendarMethod.PUBLISH);
}

/** One meeting as the invitation of somebody, or as the word that it is cancelled. No answer is asked for: nobody reads them. */
export function meetingInvitation(
  meeting: Meeting,
  invited: string,
  of: CalendarOf,
): { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } {
  const method = meeting.state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  return { method, content: calendarWith([meeting], { ...of, invited }, method) };
}

function calendarWith(
  meetings: readonly Meeting[],
  { area, publicUrl, language, now, invited }: CalendarOf & { readonly invited?: string },
  method: ICalCalendarMethod,
): string {
  const calendar = ical({
    name: area.name[language],
    prodId: { company: 'Nitaq', product: 'Meetings', language: language.toUpperCase() },
    method,
    ttl: REFRESH_SECONDS,
  });
  for (const meeting of meetings) {
    const start = new Date(meeting.startsAt);
    calendar.createEvent({
      id: `${meeting.id}@${publicUrl.hostname}`,
      sequence: meeting.version,
      stamp: now,
      start,
      end: new Date(start.getTime() + meeting.durationMinutes * MINUTE_MS),
      summary: meeting.title[language],
      location: meeting.place,
      url: meetingLink(publicUrl, { area: area.id, meeting: meeting.id, language }),
      status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      // A program that invites wants to know who does.
      ...(invited !== undefined && { attendees: [{ email: invited, rsvp: false }] }),
      organizer: { name: area.name[language], email: `meetings@${publicUrl.hostname}` },
    });
  }
  return calendar.toString();
}

/** Where a meeting is on the web. */
export function meetingLink(
  publicUrl: URL,
  {
    area,
    meeting,
    language,
  }: { readonly area: AreaId; readonly meeting: string; readonly language: Language },
): string {
  return `${publicUrl.origin}/?${new URLSearchParams({ area, lang: language, meeting })}`;
}

import type { AgendaItem, AssociationId, Colleague, Meeting } from '@nitaq/core';
import { isolate } from '../../messages/formats.ts';
import type { AreaData } from '../../state/app-state.ts';
import type { Words } from '../words.tsx';

/** Those that are planned, the soonest first. */
export function comingMeetings(meetings: readonly Meeting[]): Meeting[] {
  return meetings
    .filter(({ state }) => state === 'planned')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** The one that is held now, else the next that is planned. */
export function nextMeeting(meetings: readonly Meeting[]): Meeting | undefined {
  return meetings.find(({ state }) => state === 'running') ?? comingMeetings(meetings)[0];
}

/** When a meeting begins, in both calendars, by the clocks of the area. */
export function whenSentence({ startsAt }: Pick<Meeting, 'startsAt'>, { t, day, time }: Words): string {
  return t('meetings.at', { date: day(startsAt), time: time(startsAt) });
}

/** What a meeting is called, with its number once it was opened. */
export function meetingTitle(meeting: Meeting, { t, name, number }: Words): string {
  const title = name(meeting.title);
  return 'number' in meeting
    ? `${isolate(title)} · ${t('meetings.number', { number: number(meeting.number) })}`
    : title;
}

/** Why an item is on the agenda, and what became of that. */
export function reasonWords({ reason, standing, about }: AgendaItem, { t }: Words): string {
  const isTied = reason === 'added' && about.kind !== 'note';
  const why = t(isTied ? `agenda.kind.${about.kind}` : `agenda.reason.${reason}`);
  return standing === 'current' ? why : `${why} · ${t(`agenda.standing.${standing}`)}`;
}

interface Owner {
  readonly association: AssociationId | null;
  readonly person: string | null;
  readonly name?: string | null;
}

/** Whose an action is. */
export function ownerWords(
  { association, person, name: personName }: Owner,
  area: AreaData | null,
  { t, name }: Words,
): string {
  const found = area?.associations.find(({ id }) => id === association);
  const whole = association === null ? t('actions.owner.council') : found ? name(found.name) : association;
  if (person !== null) return `${personName ?? person} · ${whole}`;
  return association === null ? whole : t('actions.owner.whole', { association: whole });
}

/** Where somebody of the area belongs. */
export function belongsTo(
  { association }: Pick<Colleague, 'association'>,
  area: AreaData | null,
  { t, name }: Words,
): string {
  const found = area?.associations.find(({ id }) => id === association);
  return found ? name(found.name) : t('attendance.council');
}

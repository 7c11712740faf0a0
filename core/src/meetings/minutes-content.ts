import type { AgendaItem } from '../model/agenda.ts';
import type { Decision } from '../model/decision.ts';
import type { Guest } from '../model/guest.ts';
import type { Attendee, Meeting } from '../model/meeting.ts';

/** What minutes consist of. */
export interface MinutesContent {
  readonly meeting: Pick<Meeting, 'id' | 'startsAt' | 'place'>;
  readonly agenda: readonly Pick<AgendaItem, 'id' | 'title' | 'minute'>[];
  readonly attendance: readonly Pick<Attendee, 'person' | 'presence'>[];
  readonly guests: readonly Guest[];
  readonly decisions: readonly Pick<Decision, 'number' | 'item' | 'text' | 'outcome'>[];
}

/** The canonical text of minutes, whose hash is approved: whatever is different reads differently, and nothing else. */
export function canonicalMinutes({ meeting, agenda, attendance, guests, decisions }: MinutesContent): string {
  return JSON.stringify([
    [meeting.id, meeting.startsAt, meeting.place],
    agenda.map(({ id, title, minute }) => [id, title.ar, title.en, minute.text]),
    attendance.map(({ person, presence }) => [person, presence]).toSorted(byFirst),
    decisions
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, item, text, outcome }) => [
        number,
        item,
        text,
        Object.entries(outcome).toSorted(byFirst),
      ]),
    // Minutes that were approved before guests could be noted down read as they did.
    ...(guests.length === 0 ? [] : [guests.map(({ id, name, from }) => [id, name, from]).toSorted(byFirst)]),
  ]);
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

import type { AreaNeed, MeetingRoom, Minutes, Person } from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import type { Database } from '../../database/open-database.ts';
import { listActions } from '../../repositories/action-repository.ts';
import { listItems } from '../../repositories/agenda-repository.ts';
import type { MeetingKey } from '../../repositories/meeting-repository.ts';
import { findMeetingReport } from '../../repositories/report-repository.ts';
import { asOfDay } from '../actions/change-action.ts';
import type { CoverageLookup } from '../coverage-lookup.ts';
import { dayInArea } from '../day-in-area.ts';
import { knownNeed } from '../known-need.ts';
import type { CoverageReporter } from '../report-coverage.ts';
import { decisionsAsOf } from './decisions-as-of.ts';
import { type GatheredFacts, gatherFacts } from './gather-facts.ts';
import { requireMeeting } from './meeting-act.ts';
import { readAgenda } from './read-agenda.ts';
import { presentMinutes } from './read-minutes.ts';

/** What reading a meeting takes. */
export interface MeetingReader {
  readonly db: Database;
  readonly report: CoverageReporter;
  readonly lookup: CoverageLookup;
}

export interface RoomQuestion extends MeetingKey {
  readonly person: Person;
  readonly now: Date;
}

/** All that is on the screen of a meeting, as far as whoever asks may know. Errors: `area-not-found`, `meeting-not-found`. */
export async function readRoom(reader: MeetingReader, question: RoomQuestion): Promise<MeetingRoom> {
  const { db } = reader;
  const { area, now } = question;
  const meeting = await requireMeeting(db, question);
  const kept = await listItems(db, question);
  const facts = await factsOf(reader, question);
  const need = await needOf(reader, question);
  const { attendance, guests, decisions, contentHash } = await presentMinutes(db, question, meeting);
  return {
    meeting,
    agenda: readAgenda({ state: meeting.state, kept, facts, need: need.villages }),
    attendance: [...attendance],
    guests: [...guests],
    decisions: await decisionsAsOf(db, area, decisions, now),
    contentHash,
    report: await findMeetingReport(db, question),
  };
}

/** The same as a document has it, with the actions that its decisions made. */
export async function readMinutes(reader: MeetingReader, question: RoomQuestion): Promise<Minutes> {
  const { area, meeting, now } = question;
  const room = await readRoom(reader, question);
  const today = await dayInArea(reader.db, area, now);
  const made = (await listActions(reader.db, area)).filter((action) => action.meeting === meeting);
  return { area, ...room, actions: made.map((action) => asOfDay(action, today)) };
}

/** What wants to be talked about at a meeting; of one that is over nothing. Errors: `area-not-found`, `meeting-not-found`. */
export async function factsOf(
  { db, report }: MeetingReader,
  key: MeetingKey & { readonly now: Date },
): Promise<GatheredFacts> {
  const { state, startsAt } = await requireMeeting(db, key);
  if (state === 'approved' || state === 'cancelled') return { facts: [], plan: null };
  return gatherFacts(db, report, { area: key.area, now: key.now, startsAt: new Date(startsAt) });
}

async function needOf({ db, lookup }: MeetingReader, { area, person, now }: RoomQuestion): Promise<AreaNeed> {
  const ownersOf = await lookup.ownersIn(area, now);
  return knownNeed(asService(db), { area, person, ownersOf, now, asOf: null });
}

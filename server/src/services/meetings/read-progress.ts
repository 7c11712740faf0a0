import {
  type AreaId,
  type AreaNeed,
  actionBalance,
  type CoverageReport,
  type Person,
  type Progress,
  type ProgressPoint,
  planAsOf,
  sumOfNeed,
} from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import { listSteps } from '../../repositories/action-repository.ts';
import { listDecisions } from '../../repositories/decision-repository.ts';
import { findMeetingBefore } from '../../repositories/meeting-repository.ts';
import { findPlan, listEnactedPlans } from '../../repositories/plan-repository.ts';
import { knownNeed } from '../known-need.ts';
import { decisionsAsOf } from './decisions-as-of.ts';
import { requireMeeting } from './meeting-act.ts';
import type { MeetingReader, RoomQuestion } from './read-room.ts';

/**
 * What changed between the meeting before and this one, or now while this one is still to come.
 * Errors: `area-not-found`, `meeting-not-found`.
 */
export async function readProgress(reader: MeetingReader, question: RoomQuestion): Promise<Progress> {
  const { db } = reader;
  const { area, now } = question;
  const meeting = await requireMeeting(db, question);
  const openedAt = 'openedAt' in meeting ? new Date(meeting.openedAt) : null;
  const before = await findMeetingBefore(db, area, {
    number: 'number' in meeting ? meeting.number : null,
    before: now,
  });
  // While it is held, what is done at it shows; once it is over, the report is of its end.
  const until = 'closedAt' in meeting ? new Date(meeting.closedAt) : now;
  const since = before === null ? null : new Date(before.closedAt);
  const instants = await instantsBetween(reader, area, since ?? openedAt ?? until, until);
  const points = await Promise.all(instants.map((at) => pointAt(reader, question, at)));
  const taken = before === null ? [] : await listDecisions(db, area, { meeting: before.id });
  const decisions = await decisionsAsOf(db, area, taken, until);
  return {
    meeting: meeting.id,
    since: before === null ? null : { meeting: before.id, at: before.closedAt },
    until: until.toISOString(),
    points: points.filter((point) => point !== null),
    actions: actionBalance(await listSteps(db, area), since, until),
    decisions: {
      taken: decisions.length,
      carriedOut: decisions.filter(({ carriedOut }) => carriedOut === true).length,
      open: decisions.filter(({ carriedOut }) => carriedOut === false).length,
    },
  };
}

/** The beginning, the end, and whenever another plan came into force in between. */
async function instantsBetween(
  { db }: MeetingReader,
  area: AreaId,
  from: Date,
  until: Date,
): Promise<Date[]> {
  const changes = (await listEnactedPlans(db, area)).map((plan) => plan.from);
  const between = changes.filter((at) => at > from && at < until);
  return [from, ...between, ...(until > from ? [until] : [])];
}

async function pointAt(
  { db, report, lookup }: MeetingReader,
  { area, person, now }: { readonly area: AreaId; readonly person: Person; readonly now: Date },
  at: Date,
): Promise<ProgressPoint | null> {
  const enacted = (await listEnactedPlans(db, area)).find(
    ({ from, to }) => from <= at && (to === null || at < to),
  );
  const plan = enacted && (await findPlan(db, area, enacted.id, now));
  const then = plan && planAsOf(plan, at);
  if (!then) return null;
  const { totals, villages } = await report(area, then, at);
  const ownersOf = await lookup.ownersIn(area, now);
  const asOf = { instant: at, ownersOf: await lookup.ownersIn(area, at) };
  const need = await knownNeed(asService(db), { area, person, ownersOf, now, asOf });
  const count = (wanted: CoverageReport['villages'][number]['status']) =>
    villages.filter(({ status }) => status === wanted).length;
  return {
    at: at.toISOString(),
    plan: then.id,
    totals,
    villages: {
      covered: count('covered'),
      overlap: count('overlap'),
      gap: count('gap'),
      unlocated: count('unlocated'),
    },
    need: {
      covered: needWhere(need, villages, 'covered'),
      overlap: needWhere(need, villages, 'overlap'),
      gap: needWhere(need, villages, 'gap'),
    },
  };
}

/** Sums of what somebody knows of single villages say no more than these do. */
function needWhere(
  { villages: counted }: AreaNeed,
  villages: CoverageReport['villages'],
  wanted: 'covered' | 'overlap' | 'gap',
): ProgressPoint['need']['covered'] {
  const ids = new Set(villages.filter(({ status }) => status === wanted).map(({ id }) => id));
  const theirs = counted.filter(({ village }) => ids.has(village));
  return sumOfNeed(theirs);
}

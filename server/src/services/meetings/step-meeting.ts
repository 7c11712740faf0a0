import {
  DomainError,
  type Meeting,
  type MeetingPosition,
  type MeetingStep,
  meetingAfter,
  type RecordEntry,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { findItem } from '../../repositories/agenda-repository.ts';
import {
  changeMeeting,
  findInState,
  lastMeetingNumber,
  setPosition,
} from '../../repositories/meeting-repository.ts';
import type { VersionMatch } from '../../repositories/version-match.ts';
import { tellOfMeeting } from '../notices/tell-of-meeting.ts';
import { freezeAgenda } from './agenda-edits.ts';
import type { GatheredFacts } from './gather-facts.ts';
import { lockedMeeting, type MeetingDoing, refuseOtherMeetingVersion, tellMeeting } from './meeting-act.ts';
import { planNext, tellPlanned } from './plan-series.ts';
import { presentMinutes } from './read-minutes.ts';
import { sendInvitations } from './send-invitations.ts';

export interface MeetingStepping extends MeetingDoing {
  readonly version: VersionMatch;
  readonly step: MeetingStep;
  /** What wants to be talked about as a meeting is opened: the agenda is made of it. */
  readonly facts: GatheredFacts;
}

/**
 * Opens a meeting, closes it, opens it again or cancels it.
 * Errors: `meeting-not-found`, `changed-since`, `meeting-state-forbids`, `another-meeting-running`.
 */
export async function stepMeeting(database: Database, stepping: MeetingStepping): Promise<Meeting> {
  const { area, step, version, now, client } = stepping;
  return inTransaction(database, async (db) => {
    // Of two that are opened at once the second one sees the first.
    await lockThing(db, `meetings ${area}`);
    const present = await lockedMeeting(db, stepping);
    refuseOtherMeetingVersion(present, version);
    if (meetingAfter(present.state, step.act) === null) throw new DomainError('meeting-state-forbids');
    const { changed, recorded } = await take(db, stepping, present);
    const isOver = step.act === 'close' || step.act === 'cancel';
    const next = isOver && changed.series !== null ? await planNext(db, area, changed.series, now) : [];
    await tellMeeting(db, stepping, { change: 'changed', version: changed.version, recorded });
    await tellPlanned(db, { area, client }, next);
    return changed;
  });
}

interface Taken {
  readonly changed: Meeting;
  readonly recorded: Pick<RecordEntry, 'act' | 'data'>;
}

async function take(db: Database, stepping: MeetingStepping, present: Meeting): Promise<Taken> {
  const { area, step, now } = stepping;
  switch (step.act) {
    case 'open': {
      await refuseSecond(db, stepping);
      await freezeAgenda(db, stepping, stepping.facts);
      const number = (await lastMeetingNumber(db, area)) + 1;
      const changed = await changeMeeting(db, stepping, { state: 'running', number, opened_at: now });
      return { changed, recorded: { act: 'meeting-opened', data: { number } } };
    }
    case 'resume': {
      await refuseSecond(db, stepping);
      const changed = await changeMeeting(db, stepping, { state: 'running', closed_at: null });
      return { changed, recorded: { act: 'meeting-resumed', data: {} } };
    }
    case 'close': {
      const changed = await changeMeeting(db, stepping, { state: 'held', closed_at: now });
      await askForApprovals(db, stepping, changed);
      return { changed, recorded: { act: 'meeting-closed', data: {} } };
    }
    case 'cancel': {
      const cancelled = { state: 'cancelled' as const, cancelled_at: now, cancel_reason: step.reason.trim() };
      const changed = await changeMeeting(db, stepping, cancelled);
      if (present.convenedAt !== null) await sendInvitations(db, stepping, { notice: 'meeting-cancelled' });
      return { changed, recorded: { act: 'meeting-cancelled', data: {} } };
    }
  }
}

/** Whoever was present and has not closed the meeting is told that its minutes wait for them. */
async function askForApprovals(db: Database, doing: MeetingDoing, changed: Meeting): Promise<void> {
  const { attendance } = await presentMinutes(db, doing, changed);
  const people = attendance
    .filter(({ approves, person }) => approves && person !== doing.actor.person)
    .map(({ person }) => person);
  const { area, meeting, now } = doing;
  await tellOfMeeting(db, { area, meeting, people, kind: 'minutes-ready', now });
}

async function refuseSecond(db: Database, { area, meeting }: MeetingDoing): Promise<void> {
  const running = await findInState(db, area, 'running');
  if (running !== null && running.id !== meeting) throw new DomainError('another-meeting-running');
}

/**
 * Shows an item to all who follow, wherever the projector was: the last who drives has it.
 * Errors: `meeting-not-found`, `meeting-state-forbids`, `agenda-item-not-found`.
 */
export async function showItem(
  database: Database,
  doing: MeetingDoing & { readonly position: MeetingPosition },
): Promise<Meeting> {
  const { area, meeting, position } = doing;
  return inTransaction(database, async (db) => {
    const present = await lockedMeeting(db, doing);
    if (present.state !== 'running') throw new DomainError('meeting-state-forbids');
    const { item } = position;
    if (item !== null && (await findItem(db, { area, meeting, item })) === null) {
      throw new DomainError('agenda-item-not-found', { item });
    }
    const changed = await setPosition(db, doing, position);
    await tellMeeting(db, doing, { change: 'position', item, version: changed.version });
    return changed;
  });
}

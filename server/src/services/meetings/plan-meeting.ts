import {
  type AreaId,
  DomainError,
  type Meeting,
  type MeetingEdit,
  type MeetingId,
  meetingAfter,
  type NewMeeting,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addMeeting, changeMeeting, meetingDigest } from '../../repositories/meeting-repository.ts';
import type { VersionMatch } from '../../repositories/version-match.ts';
import { requireArea } from '../find-plan.ts';
import type { Actor } from '../proposals/actor.ts';
import { titleOf } from '../title-of.ts';
import { creationOf, lockCreation, refuseOtherRequest } from './creation.ts';
import {
  lockedMeeting,
  type MeetingDoing,
  refuseOtherMeetingVersion,
  requireMeeting,
  tellMeeting,
} from './meeting-act.ts';
import { sendInvitations } from './send-invitations.ts';

export interface MeetingPlanning {
  readonly area: AreaId;
  readonly input: NewMeeting;
  readonly actor: Actor;
  readonly idempotencyKey: string | null;
  readonly client: string | null;
  readonly now: Date;
}

/** Plans a meeting that stands alone. Errors: `area-not-found`, `meeting-in-the-past`, `idempotency-key-reused`. */
export async function planMeeting(database: Database, planning: MeetingPlanning): Promise<Meeting> {
  const { area, input, actor, idempotencyKey, client, now } = planning;
  await requireArea(database, area);
  const creation = creationOf(actor, idempotencyKey, input);
  const meeting = creation.id as MeetingId;
  return inTransaction(database, async (db) => {
    await lockCreation(db, creation);
    const earlier = await meetingDigest(db, { area, meeting });
    if (earlier !== null) {
      refuseOtherRequest(earlier, creation);
      return requireMeeting(db, { area, meeting });
    }
    refusePast(input.startsAt, now);
    await addMeeting(db, {
      area,
      meeting,
      title: titleOf(input),
      startsAt: new Date(input.startsAt),
      durationMinutes: input.durationMinutes,
      place: input.place.trim(),
      of: null,
      digest: creation.digest,
    });
    const doing = { area, meeting, actor, client, now };
    const recorded = { act: 'meeting-planned' as const, data: { startsAt: input.startsAt } };
    await tellMeeting(db, doing, { change: 'planned', version: 1, recorded });
    return requireMeeting(db, { area, meeting });
  });
}

/**
 * Moves a meeting that is still to come, or calls it otherwise; whoever was invited is told by a new invitation.
 * Errors: `meeting-not-found`, `changed-since`, `meeting-state-forbids`, `meeting-in-the-past`.
 */
export async function editMeeting(
  database: Database,
  doing: MeetingDoing & { readonly version: VersionMatch; readonly edit: MeetingEdit },
): Promise<Meeting> {
  const { edit, version, now } = doing;
  return inTransaction(database, async (db) => {
    const present = await lockedMeeting(db, doing);
    refuseOtherMeetingVersion(present, version);
    if (meetingAfter(present.state, 'move') === null) throw new DomainError('meeting-state-forbids');
    const { startsAt = present.startsAt, durationMinutes = present.durationMinutes } = edit;
    const place = edit.place?.trim() ?? present.place;
    const isMoved = Date.parse(startsAt) !== Date.parse(present.startsAt);
    if (isMoved) refusePast(startsAt, now);
    const title = edit.title === undefined ? present.title : titleOf({ title: edit.title });
    const changed = await changeMeeting(db, doing, {
      title_ar: title.ar,
      title_en: title.en,
      starts_at: new Date(startsAt),
      duration_minutes: durationMinutes,
      place,
      is_apart: true,
      ...(isMoved && { moved_from: new Date(present.movedFrom ?? present.startsAt) }),
    });
    if (changed.convenedAt !== null)
      await sendInvitations(db, doing, { notice: isMoved ? 'meeting-moved' : null });
    const data = { startsAt: changed.startsAt, ...(isMoved && { movedFrom: present.startsAt }) };
    const recorded = { act: 'meeting-changed' as const, data };
    await tellMeeting(db, doing, { change: 'changed', version: changed.version, recorded });
    return changed;
  });
}

/**
 * Invites everybody who takes part in an area to a meeting; nobody is invited twice by one request that is repeated.
 * Errors: `meeting-not-found`, `changed-since`, `meeting-state-forbids`.
 */
export async function convene(
  database: Database,
  doing: MeetingDoing & { readonly version: VersionMatch },
): Promise<Meeting> {
  return inTransaction(database, async (db) => {
    const present = await lockedMeeting(db, doing);
    refuseOtherMeetingVersion(present, doing.version);
    if (present.state !== 'planned') throw new DomainError('meeting-state-forbids');
    const changed = await changeMeeting(db, doing, { convened_at: doing.now });
    await sendInvitations(db, doing, { notice: 'meeting-convened' });
    const recorded = { act: 'meeting-convened' as const, data: { startsAt: changed.startsAt } };
    await tellMeeting(db, doing, { change: 'changed', version: changed.version, recorded });
    return changed;
  });
}

function refusePast(startsAt: string, now: Date): void {
  if (Date.parse(startsAt) <= now.getTime()) throw new DomainError('meeting-in-the-past');
}

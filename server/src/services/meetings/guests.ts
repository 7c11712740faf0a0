import { DomainError, type Guest, type GuestId, type Meeting, type NewGuest } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addGuest, listGuests, removeGuest } from '../../repositories/guest-repository.ts';
import { doerOf } from '../proposals/actor.ts';
import { creationOf, refuseOtherRequest } from './creation.ts';
import { lockedMeeting, type MeetingDoing, tellMeeting } from './meeting-act.ts';

/** A hall has an end. */
const MOST_GUESTS = 50;

/**
 * Notes down somebody without an account as a guest.
 * Errors: `meeting-not-found`, `minutes-approved`, `meeting-state-forbids`, `guests-full`, `idempotency-key-reused`.
 */
export async function noteGuest(
  database: Database,
  doing: MeetingDoing & { readonly input: NewGuest; readonly idempotencyKey: string | null },
): Promise<Guest> {
  const { area, meeting, actor, input, idempotencyKey, now } = doing;
  const creation = creationOf(actor, idempotencyKey, input);
  const guest = creation.id as GuestId;
  return inTransaction(database, async (db) => {
    const present = await lockedMeeting(db, doing);
    const guests = await listGuests(db, doing);
    const earlier = guests.find((one) => one.guest.id === guest);
    if (earlier) {
      refuseOtherRequest(earlier.digest, creation);
      return earlier.guest;
    }
    refuseClosed(present);
    if (guests.length >= MOST_GUESTS) throw new DomainError('guests-full', { most: MOST_GUESTS });
    const fields = { name: input.name.trim(), from: input.from?.trim() ?? null };
    await addGuest(db, { area, meeting, guest, fields, by: doerOf(actor), at: now, digest: creation.digest });
    await tellMeeting(db, doing, { change: 'attendance', version: present.version });
    return { id: guest, ...fields };
  });
}

/**
 * Takes a guest off again, who was noted down by mistake.
 * Errors: `meeting-not-found`, `minutes-approved`, `meeting-state-forbids`, `guest-not-found`.
 */
export async function takeOffGuest(
  database: Database,
  doing: MeetingDoing & { readonly guest: GuestId },
): Promise<void> {
  const { area, meeting, guest } = doing;
  await inTransaction(database, async (db) => {
    const present = await lockedMeeting(db, doing);
    refuseClosed(present);
    if (!(await removeGuest(db, { area, meeting, guest })))
      throw new DomainError('guest-not-found', { guest });
    await tellMeeting(db, doing, { change: 'attendance', version: present.version });
  });
}

function refuseClosed({ state }: Meeting): void {
  if (state === 'approved') throw new DomainError('minutes-approved');
  if (state === 'cancelled') throw new DomainError('meeting-state-forbids');
}

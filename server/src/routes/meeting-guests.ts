import { GuestSchema, NewGuestSchema } from '@nitaq/core';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { noteGuest, takeOffGuest } from '../services/meetings/guests.ts';
import type { App, Context } from './context.ts';
import { CreationHeaders, done, GuestParams, MeetingParams, problems, WriteHeaders } from './schemas.ts';

/** Who is at a meeting without an account. */
export function registerMeetingGuests(app: App, { db, now }: Context): void {
  const tags = ['meetings'];

  app.post(
    '/areas/:area/meetings/:meeting/guests',
    {
      config: { action: 'meeting.run' },
      schema: {
        tags,
        summary: 'Note down a guest, who has no account: a name, and whom they come from',
        description: 'It stands in the minutes. Nobody whom the associations care for is written here.',
        params: MeetingParams,
        headers: CreationHeaders,
        body: NewGuestSchema,
        response: { 201: GuestSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, meeting } = request.params;
      const guest = await noteGuest(db, {
        area,
        meeting,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
        input: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
      });
      const location = `/api/v1/areas/${area}/meetings/${meeting}/guests/${guest.id}`;
      return reply.status(201).header('location', location).send(guest);
    },
  );

  app.delete(
    '/areas/:area/meetings/:meeting/guests/:guest',
    {
      config: { action: 'meeting.run' },
      schema: {
        tags,
        summary: 'Take a guest off who was noted down by mistake, until the minutes are approved',
        params: GuestParams,
        headers: WriteHeaders,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, meeting, guest } = request.params;
      const doing = { actor: requireActor(request, area), client: clientOf(request), now: now() };
      await takeOffGuest(db, { area, meeting, guest, ...doing });
      return reply.status(204).send(null);
    },
  );
}

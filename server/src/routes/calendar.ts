import { CalendarAddressSchema, DomainError, LANGUAGES, type Language } from '@nitaq/core';
import { Type } from 'typebox';
import { asService } from '../database/acting.ts';
import { requirePerson } from '../plugins/rights.ts';
import { findAreaSummary } from '../repositories/area-repository.ts';
import {
  findCalendar,
  removeCalendarSecret,
  setCalendarSecret,
} from '../repositories/calendar-repository.ts';
import { listMeetings } from '../repositories/meeting-repository.ts';
import { requireArea } from '../services/find-plan.ts';
import { digestOfSecret, newLinkSecret } from '../services/link-secret.ts';
import { meetingsCalendar } from '../services/meetings/calendar.ts';
import type { App, Context } from './context.ts';
import { AreaParams, done, problems } from './schemas.ts';

const FeedQuery = Type.Object({
  key: Type.String({
    pattern: '^[A-Za-z0-9_-]{43}$',
    description: 'The secret of an address, from `POST …/calendar`',
  }),
  lang: Type.Optional(Type.Unsafe<Language>(Type.Union(LANGUAGES.map((language) => Type.Literal(language))))),
});

/** Calendar programs ask about once an hour; whoever guesses asks more often. */
const FOLLOWING = { max: 60, timeWindow: '1 minute' };

/** The meetings of an area in the calendars of people. */
export function registerCalendar(app: App, { db, people, now }: Context): void {
  const tags = ['meetings'];

  app.post(
    '/areas/:area/calendar',
    {
      config: { action: 'calendar.own' },
      schema: {
        tags,
        summary: 'Make an address under which a calendar program follows the meetings',
        description:
          'It holds a secret and is told once; a new one takes the place of the last. It tells when and where meetings are ' +
          'and what they are called, nothing of their agendas, and ends when one’s role does.',
        params: AreaParams,
        response: { 201: CalendarAddressSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      await requireArea(db, area);
      const secret = newLinkSecret();
      const person = requirePerson(request).id;
      await setCalendarSecret(db, area, { person, digest: digestOfSecret(secret), at: now() });
      reply.header('cache-control', 'no-store');
      const address = `${people.publicUrl.origin}/api/v1/areas/${area}/meetings.ics?key=${secret}`;
      return reply.status(201).send({ address });
    },
  );

  app.delete(
    '/areas/:area/calendar',
    {
      config: { action: 'calendar.own' },
      schema: {
        tags,
        summary: 'Have the address of one’s calendar be of no use any more',
        params: AreaParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      await removeCalendarSecret(db, request.params.area, requirePerson(request).id);
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/areas/:area/meetings.ics',
    {
      config: { action: 'calendar.follow', rateLimit: FOLLOWING },
      schema: {
        tags,
        summary: 'The meetings of an area as an iCalendar feed, by the secret of an address',
        params: AreaParams,
        querystring: FeedQuery,
        response: { 200: Type.String({ description: 'text/calendar' }), ...problems },
      },
    },
    async ({ params: { area: id }, query: { key, lang = 'ar' } }, reply) => {
      // The secret says for whom: programs do not sign in.
      const service = asService(db);
      const area = await findAreaSummary(service, id);
      if (area === null) throw new DomainError('area-not-found', { area: id });
      if ((await findCalendar(service, id, digestOfSecret(key))) === null)
        throw new DomainError('calendar-unknown');
      const meetings = (await listMeetings(service, id)).toReversed();
      reply.header('cache-control', 'private, no-cache').type('text/calendar; charset=utf-8');
      const { publicUrl } = people;
      return meetingsCalendar(meetings, { area, publicUrl, language: lang, now: now() });
    },
  );
}

import { MinutesSchema } from '@nitaq/core';
import { Type } from 'typebox';
import { languageOf } from '../plugins/language.ts';
import { requirePerson } from '../plugins/rights.ts';
import { readMinutes } from '../services/meetings/read-room.ts';
import { printMinutes } from '../services/reports/print-minutes.ts';
import type { App } from './context.ts';
import { PDF_TYPE, Reader } from './printed-reports.ts';
import type { ReportsContext } from './reports.ts';
import { MeetingParams, problems } from './schemas.ts';

const READINGS_A_MINUTE = 120;

const MinutesQuery = Type.Object(
  {
    format: Type.Optional(
      Type.Union([Type.Literal('json'), Type.Literal('pdf')], { description: 'Left out: json' }),
    ),
    ...Reader,
  },
  { additionalProperties: false },
);

/** The minutes of a meeting, for programs and on paper. */
export function registerMinutes(app: App, { db, report, lookup, reports, now }: ReportsContext): void {
  app.get(
    '/areas/:area/meetings/:meeting/minutes',
    {
      config: {
        action: 'meetings.read',
        rateLimit: { max: READINGS_A_MINUTE, timeWindow: '1 minute' },
      },
      schema: {
        tags: ['meetings'],
        summary: 'The minutes of a meeting, with the actions it made; to sign, as PDF',
        description:
          'On paper: attendance, what was said and decided with a small map of each place, who does what until when, who ' +
          'has approved, and the hash of what they approve. Counts of need are not printed.',
        params: MeetingParams,
        querystring: MinutesQuery,
        response: {
          200: {
            description: 'The minutes',
            content: {
              'application/json': { schema: MinutesSchema },
              [PDF_TYPE]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
            },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { format = 'json', lang, digits } = request.query;
      const question = { ...request.params, person: requirePerson(request), now: now() };
      reply.header('cache-control', 'private, no-store');
      if (format === 'json') return readMinutes({ db, report, lookup }, question);
      const language = lang ?? languageOf(request);
      const pdf = await printMinutes(
        { db, report, lookup, reports },
        { ...question, reader: { language, digits } },
      );
      return reply
        .header('content-type', PDF_TYPE)
        .header('content-disposition', `inline; filename="minutes-${question.meeting}.pdf"`)
        .header('content-language', language)
        .header('vary', 'accept-language')
        .send(Buffer.from(pdf));
    },
  );
}

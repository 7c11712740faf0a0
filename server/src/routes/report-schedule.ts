import { DomainError, type Language, NewReportScheduleSchema, OwnReportScheduleSchema } from '@nitaq/core';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { asService } from '../database/acting.ts';
import { mailWords } from '../mail/mail-words.ts';
import { languageOf } from '../plugins/language.ts';
import { requirePerson } from '../plugins/rights.ts';
import { languageOfStopLink, stopByLink } from '../repositories/mailed-report-repository.ts';
import { removeSchedule } from '../repositories/report-schedule-repository.ts';
import { requireArea } from '../services/find-plan.ts';
import { digestOfSecret } from '../services/link-secret.ts';
import { noticePage } from '../services/reports/html/notice-page.ts';
import { ownSchedule, scheduleReports } from '../services/reports/schedule-reports.ts';
import type { App, Context } from './context.ts';
import { SecretParams } from './mailed-reports.ts';
import { AreaParams, done, problems } from './schemas.ts';

const STOPPING = { max: 20, timeWindow: '1 minute' };

/** Reports that come to oneself regularly, and how they stop. */
export function registerReportSchedule(app: App, context: Context): void {
  const { db, people, now } = context;
  const tags = ['reports'];
  const config = { action: 'report-schedule.own' } as const;
  const sendsMail = people.sendMail !== null;

  app.get(
    '/areas/:area/report-schedule',
    {
      config,
      schema: {
        tags,
        summary: 'When the coverage report comes to oneself by e-mail',
        params: AreaParams,
        response: { 200: OwnReportScheduleSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      await requireArea(db, area);
      reply.header('cache-control', 'private, no-cache');
      return ownSchedule(db, { area, person: requirePerson(request).id, sendsMail });
    },
  );

  app.put(
    '/areas/:area/report-schedule',
    {
      config,
      schema: {
        tags,
        summary:
          'Have the coverage report of the plan in force come to oneself by e-mail, every week or month',
        description:
          'Each comes as a link that expires after fourteen days and can be passed on: the report has what everybody may ' +
          'know, and says nothing of the need. It tells what changed since the last one, and ends when one’s role does.',
        params: AreaParams,
        body: NewReportScheduleSchema,
        response: { 200: OwnReportScheduleSchema, ...problems },
      },
    },
    async (request) => {
      const { area } = request.params;
      await requireArea(db, area);
      const person = requirePerson(request).id;
      return scheduleReports(db, { area, person, sendsMail, input: request.body, now: now() });
    },
  );

  app.delete(
    '/areas/:area/report-schedule',
    {
      config,
      schema: {
        tags,
        summary: 'Have no more reports come by e-mail',
        params: AreaParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      await removeSchedule(db, { area: request.params.area, person: requirePerson(request).id });
      return reply.status(204).send(null);
    },
  );

  app.register(async (pages: App) => {
    // Browsers and mail programs post forms; that they post is all that counts.
    const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
    pages.addContentTypeParser(forms, { parseAs: 'buffer' }, async () => null);
    // The secret is what lets one in: it comes by e-mail to whom the schedule is.
    const service = asService(db);
    const page = (summary: string) => ({
      config: { action: 'report-link.follow', rateLimit: STOPPING } as const,
      schema: {
        tags,
        summary,
        params: SecretParams,
        response: { 200: Type.String({ description: 'A page for people, in HTML' }), ...problems },
      },
    });

    pages.get(
      '/report-schedules/:secret',
      page('The page on which one stops the reports that come by e-mail'),
      async (request, reply) => {
        const language = await languageOfStopLink(service, digestOf(request.params));
        if (language !== null) return show(reply, { language, says: 'ask', secret: request.params.secret });
        // A browser is shown a page; a program is told as always.
        if (!request.headers.accept?.includes('text/html')) throw new DomainError('link-invalid');
        return show(reply.status(404), { language: languageOf(request), says: 'unknown' });
      },
    );

    pages.post(
      '/report-schedules/:secret/stopping',
      page('Stop the reports that come by e-mail, with one click (RFC 8058)'),
      async (request, reply) => {
        const language = await stopByLink(service, digestOf(request.params));
        // A mail program that posts twice has done nothing wrong, and so the status is the same.
        if (language === null) return show(reply, { language: languageOf(request), says: 'unknown' });
        return show(reply, { language, says: 'stopped' });
      },
    );
  });
}

const MOODS = { ask: 'plain', stopped: 'good', unknown: 'bad' } as const;

interface StopPage {
  readonly language: Language;
  readonly says: keyof typeof MOODS;
  /** With which it is stopped here. */
  readonly secret?: string;
}

function show(reply: FastifyReply, { language, says, secret }: StopPage): FastifyReply {
  const say = (key: Parameters<typeof mailWords>[0]) => mailWords(key, language);
  reply.header('cache-control', 'no-store');
  // Without any referrer a browser does not say either that a form is of this site, and it would be refused.
  reply.header('referrer-policy', 'same-origin').type('text/html; charset=utf-8');
  return reply.send(
    noticePage({
      language,
      title: say('report.page.title'),
      mood: MOODS[says],
      lines: [say(`report.page.${says}`)],
      ...(secret !== undefined && {
        act: {
          action: `/api/v1/report-schedules/${encodeURIComponent(secret)}/stopping`,
          text: say('report.stop'),
        },
      }),
    }),
  );
}

function digestOf({ secret }: { readonly secret: string }): string {
  return digestOfSecret(secret);
}

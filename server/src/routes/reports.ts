import {
  type AreaId,
  AsOfSchema,
  authorize,
  DomainError,
  KeptReportSchema,
  LANGUAGES,
  type Language,
  type Person,
  type PlanId,
  PlanIdSchema,
  ReportSchema,
} from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { languageOf } from '../plugins/language.ts';
import { type Audience, findReport, listReports } from '../repositories/report-repository.ts';
import { requireArea } from '../services/find-plan.ts';
import { type Drawing, drawReport } from '../services/reports/draw-report.ts';
import { REPORT_FORMATS, type ReportFormat } from '../services/reports/formats/report-formats.ts';
import type { ReportMaker, ReportToWrite } from '../services/reports/report-maker.ts';
import type { App, Context } from './context.ts';
import type { Printing } from './printing.ts';
import { AreaParams, pageOf, problems, ReportParams } from './schemas.ts';

const FORMATS = Object.keys(REPORT_FORMATS) as ReportFormat[];

const OCTETS = Type.Unsafe<Buffer>(Type.String());
export const IN_EVERY_FORM = {
  description: 'The report, in the form that was asked for',
  content: Object.fromEntries(
    FORMATS.map((format) => [
      REPORT_FORMATS[format].mediaType.split(';')[0] ?? '',
      { schema: format === 'json' ? ReportSchema : OCTETS },
    ]),
  ),
};

/** In which form somebody wants to read a report. */
const ReadingQuery = Type.Object({
  lang: Type.Optional(Type.Unsafe<Language>(Type.Union(LANGUAGES.map((language) => Type.Literal(language))))),
  digits: Type.Optional(Type.Union([Type.Literal('arab'), Type.Literal('latn')])),
  format: Type.Optional(
    Type.Unsafe<ReportFormat>(
      Type.Union(
        FORMATS.map((format) => Type.Literal(format)),
        { description: 'Left out: json' },
      ),
    ),
  ),
});

const CoverageQuery = Type.Object({
  plan: Type.Optional(Type.Unsafe<PlanId>({ ...PlanIdSchema, description: 'Left out: the plan in force' })),
  at: Type.Optional(AsOfSchema),
  since: Type.Optional(
    Type.Unsafe<string>({ ...AsOfSchema, description: 'An earlier day or instant: what changed since' }),
  ),
  ...ReadingQuery.properties,
});

/** Reports for people, in every form. */
export function registerReports(app: App, context: ReportsContext): void {
  const { db, reports, people, printing, now } = context;
  app.get(
    '/areas/:area/reports/coverage',
    {
      ...printing,
      schema: {
        tags: ['reports'],
        summary: 'The coverage of a plan as of a day, for people: on a page, as a table or for GIS programs',
        description:
          'Need is told as far as whoever asks may know it. With `since`: what changed between the two days. ' +
          'Before the first plan that is the problem `no-plan-in-force-then` (404).',
        params: AreaParams,
        querystring: CoverageQuery,
        response: { 200: IN_EVERY_FORM, ...problems },
      },
    },
    async (request, reply) => {
      const { plan, at, since, ...reading } = request.query;
      const { area } = request.params;
      const asked = { area, plan, at, since, person: request.person, now: now() };
      const drawn = await drawReport(context, asked);
      return sendReport(request, reply, { reports, origin: people.publicUrl.origin, drawn, reading });
    },
  );

  app.get(
    '/areas/:area/reports',
    {
      config: { action: 'report.read' },
      schema: {
        tags: ['reports'],
        summary:
          'The reports that were made by themselves when plans came into force and, for those with a role, the day before meetings; the newest first',
        params: AreaParams,
        response: { 200: pageOf(KeptReportSchema), ...problems },
      },
    },
    async ({ params: { area }, person }, reply) => {
      await requireArea(db, area);
      reply.header('cache-control', 'private, no-cache');
      return { items: await listReports(db, area, audienceOf(person, area)), next: null };
    },
  );

  app.get(
    '/areas/:area/reports/:report',
    {
      ...printing,
      schema: {
        tags: ['reports'],
        summary: 'A kept report, which says for ever what it said when it was made',
        params: ReportParams,
        querystring: ReadingQuery,
        response: { 200: IN_EVERY_FORM, ...problems },
      },
    },
    async (request, reply) => {
      reports.requireRoom();
      const { area, report } = request.params;
      await requireArea(db, area);
      const audience = audienceOf(request.person, area);
      const drawn = await findReport(db, { area, report, audience });
      if (drawn === null) throw new DomainError('report-not-found', { report, area });
      const { origin } = people.publicUrl;
      return sendReport(request, reply, { reports, origin, drawn, reading: request.query });
    },
  );
}

/** Ranges of need are for those with a role. */
function audienceOf(person: Person | null, area: AreaId): Audience {
  return authorize(person, 'need.read', { area }) === 'allowed' ? 'shared' : 'public';
}

export interface ReportsContext extends Context, Drawing {
  /** What all routes have for which something is drawn or printed. */
  readonly printing: Printing;
}

interface ReportToSend extends Pick<ReportToWrite, 'drawn'> {
  readonly reports: ReportMaker;
  readonly origin: string;
  readonly reading: {
    readonly lang?: Language;
    readonly digits?: 'arab' | 'latn';
    readonly format?: ReportFormat;
  };
}

/** Answers with a report in the form and the language that are asked for. */
export async function sendReport(
  request: FastifyRequest,
  reply: FastifyReply,
  { reports, origin, drawn, reading }: ReportToSend,
): Promise<FastifyReply> {
  const { lang: language = languageOf(request), digits, format = 'json' } = reading;
  const written = await reports.write({ format, drawn, reading: { language, digits, origin } });
  const { area, day } = drawn.report;
  return sendWritten(reply, { format, language, area: area.id, day, bytes: Buffer.from(written) });
}

interface WrittenReport {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly area: AreaId;
  readonly day: string;
  readonly bytes: Buffer;
}

/** Answers with a report that is written already. */
export function sendWritten(
  reply: FastifyReply,
  { format, language, area, day, bytes }: WrittenReport,
): FastifyReply {
  const { mediaType, extension } = REPORT_FORMATS[format];
  // What one person may know is nobody else's.
  reply.header('cache-control', 'private, no-store');
  reply.header('content-language', language);
  reply.header('content-type', mediaType);
  if (extension !== null)
    reply.header('content-disposition', `attachment; filename="coverage-${area}-${day}.${extension}"`);
  return reply.send(bytes);
}

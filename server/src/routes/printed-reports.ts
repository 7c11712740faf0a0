import {
  AsOfSchema,
  AssociationIdSchema,
  LANGUAGES,
  type Language,
  type PlanId,
  PlanIdSchema,
  VillageIdSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { languageOf } from '../plugins/language.ts';
import { IN_FORCE } from '../services/find-plan.ts';
import { checkAgreement } from '../services/reports/check-agreement.ts';
import { type Drawing, drawReport } from '../services/reports/draw-report.ts';
import { requireSubject } from '../services/reports/map-asked.ts';
import { printAgreement } from '../services/reports/print-agreement.ts';
import { printVillageCard } from '../services/reports/print-village-card.ts';
import type { App } from './context.ts';
import type { ReportsContext } from './reports.ts';
import { AreaParams, problems } from './schemas.ts';

const CHECKS_A_MINUTE = 60;
const MAP_TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const;
export const PDF_TYPE = 'application/pdf';

/** In which language and digits something is printed. */
export const Reader = {
  lang: Type.Optional(
    Type.Unsafe<Language>(
      Type.Union(
        LANGUAGES.map((language) => Type.Literal(language)),
        { description: 'Left out: as `Accept-Language` says' },
      ),
    ),
  ),
  digits: Type.Optional(
    Type.Union([Type.Literal('arab'), Type.Literal('latn')], {
      description: 'Arabic-Indic or Latin; left out: as usual in the language',
    }),
  ),
};

const MapQuery = Type.Object(
  {
    plan: Type.Optional(PlanIdSchema),
    at: Type.Optional(AsOfSchema),
    association: Type.Optional(AssociationIdSchema),
    gap: Type.Optional(Type.Integer({ minimum: 1, description: 'By its number in the report' })),
    overlap: Type.Optional(Type.Integer({ minimum: 1, description: 'By its number in the report' })),
    village: Type.Optional(VillageIdSchema),
    ...Reader,
    format: Type.Optional(Type.Union([Type.Literal('svg'), Type.Literal('png')])),
  },
  { additionalProperties: false },
);

const AgreementQuery = Type.Object(
  {
    plan: Type.Optional(PlanIdSchema),
    ...Reader,
    beside: Type.Optional(
      Type.Unsafe<Language>(
        Type.Union(
          LANGUAGES.map((language) => Type.Literal(language)),
          { description: 'A translation that stands beside it' },
        ),
      ),
    ),
  },
  { additionalProperties: false },
);

const CheckQuery = Type.Object(
  { plan: PlanIdSchema, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }), lang: Reader.lang },
  { additionalProperties: false },
);

const CardQuery = Type.Object(
  {
    village: VillageIdSchema,
    size: Type.Optional(
      Type.Union([Type.Literal('page'), Type.Literal('quarter')], {
        description: 'One on a page, or four to be cut apart',
      }),
    ),
    ...Reader,
  },
  { additionalProperties: false },
);

/** What is drawn and printed of a plan. */
export function registerPrintedReports(app: App, context: ReportsContext): void {
  const { db, lookup, people, reports, printing, now } = context;
  const drawing: Drawing = context;
  const tags = ['reports'];
  const binary = (...types: string[]) => ({
    description: 'The file',
    content: Object.fromEntries(
      types.map((type) => [type.split(';')[0], { schema: Type.String({ format: 'binary' }) }]),
    ),
  });

  app.get(
    '/areas/:area/reports/map',
    {
      ...printing,
      schema: {
        tags,
        summary: 'A map of a plan as it is on the screen, with title, legend, scale and sources',
        description: 'Of the whole area, or of one association, gap, overlap or village of it.',
        params: AreaParams,
        querystring: MapQuery,
        response: { 200: binary(MAP_TYPES.svg, MAP_TYPES.png), ...problems },
      },
    },
    async (request, reply) => {
      const { plan = IN_FORCE as PlanId, at, lang, digits, format = 'svg', ...asked } = request.query;
      const { area } = request.params;
      const drawn = await drawReport(drawing, { area, plan, at, person: request.person, now: now() });
      const subject = requireSubject(drawn, asked);
      const reader = { language: lang ?? languageOf(request), digits, timeZone: drawn.report.area.timeZone };
      const map = await reports.map({ drawn, subject, reader, format });
      return reply
        .header('content-type', MAP_TYPES[format])
        .header('cache-control', 'private, no-cache')
        .header('content-language', reader.language)
        .header('vary', 'accept-language')
        .send(Buffer.from(map));
    },
  );

  app.get(
    '/areas/:area/reports/agreement',
    {
      ...printing,
      schema: {
        tags,
        summary: 'The document that leaders sign: each territory in words and on maps',
        description:
          'Of a plan that is agreed, to come into force, in force, or was. With a code that verifies its content.',
        params: AreaParams,
        querystring: AgreementQuery,
        response: { 200: binary(PDF_TYPE), ...problems },
      },
    },
    async (request, reply) => {
      const { plan = IN_FORCE as PlanId, lang, digits, beside = null } = request.query;
      const { area } = request.params;
      const language = lang ?? languageOf(request);
      const agreement = await printAgreement(
        { db, lookup, reports },
        {
          ...{ area, plan, language, digits, beside, person: request.person },
          ...{ publicUrl: people.publicUrl, now: now() },
        },
      );
      return reply
        .header('content-type', PDF_TYPE)
        .header('content-disposition', `inline; filename="agreement-${area}.pdf"`)
        .header('cache-control', 'private, no-cache')
        .header('content-language', language)
        .header('vary', 'accept-language')
        .send(Buffer.from(agreement));
    },
  );

  app.get(
    '/areas/:area/reports/agreement/check',
    {
      config: {
        action: 'report.read',
        rateLimit: { max: CHECKS_A_MINUTE, timeWindow: '1 minute' },
      },
      schema: {
        tags,
        summary: 'A page that says whether a printed agreement has the content of its plan',
        params: AreaParams,
        querystring: CheckQuery,
        response: {
          200: { description: 'A page', content: { 'text/html': { schema: Type.String() } } },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { plan, hash, lang } = request.query;
      const { area } = request.params;
      const language = lang ?? languageOf(request);
      const page = await checkAgreement(db, {
        ...{ area, plan, hash, language, person: request.person },
        ...{ publicUrl: people.publicUrl, now: now() },
      });
      return reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('cache-control', 'private, no-cache')
        .header('content-language', language)
        .header('vary', 'accept-language')
        .send(page);
    },
  );

  app.get(
    '/areas/:area/reports/village-card',
    {
      ...printing,
      schema: {
        tags,
        summary: 'A card for a noticeboard: who serves this village, and how to reach them',
        params: AreaParams,
        querystring: CardQuery,
        response: { 200: binary(PDF_TYPE), ...problems },
      },
    },
    async (request, reply) => {
      const { village, size = 'page', lang, digits } = request.query;
      const { area } = request.params;
      const language = lang ?? languageOf(request);
      const card = await printVillageCard(drawing, {
        area,
        village,
        size,
        language,
        digits,
        publicUrl: people.publicUrl,
        now: now(),
      });
      return reply
        .header('content-type', PDF_TYPE)
        .header('content-disposition', `inline; filename="${village}.pdf"`)
        .header('cache-control', 'private, no-cache')
        .header('content-language', language)
        .header('vary', 'accept-language')
        .send(Buffer.from(card));
    },
  );
}

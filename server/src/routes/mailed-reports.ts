import { DomainError, LANGUAGES, type Language, problemText } from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { asService } from '../database/acting.ts';
import { languageOf } from '../plugins/language.ts';
import { findMailedReport } from '../repositories/mailed-report-repository.ts';
import { digestOfSecret } from '../services/link-secret.ts';
import { noticePage } from '../services/reports/html/notice-page.ts';
import type { App } from './context.ts';
import { type ReportsContext, sendReport } from './reports.ts';
import { problems } from './schemas.ts';

export const SecretParams = Type.Object({ secret: Type.String({ maxLength: 64 }) });

const STATUS = { 'report-link-expired': 410, 'report-link-unknown': 404 } as const;

const MailedQuery = Type.Object(
  {
    format: Type.Optional(
      Type.Union([Type.Literal('html'), Type.Literal('pdf')], { description: 'Left out: html' }),
    ),
    lang: Type.Optional(
      Type.Unsafe<Language>(
        Type.Union(
          LANGUAGES.map((language) => Type.Literal(language)),
          { description: 'Left out: that of the e-mail' },
        ),
      ),
    ),
    digits: Type.Optional(Type.Union([Type.Literal('arab'), Type.Literal('latn')])),
  },
  { additionalProperties: false },
);

/** Reports that came by e-mail, by the secret of their link. */
export function registerMailedReports(app: App, context: ReportsContext): void {
  const { reports, people, printing, now } = context;
  // Whoever has the link need not sign in: the report has what everybody may know.
  const db = asService(context.db);
  const binary = { schema: Type.String({ format: 'binary' }) };

  app.get(
    '/mailed-reports/:secret',
    {
      ...printing,
      config: { ...printing.config, action: 'report-link.follow' },
      schema: {
        tags: ['reports'],
        summary: 'A report that came by e-mail, as long as its link is good',
        params: SecretParams,
        querystring: MailedQuery,
        response: {
          200: {
            description: 'The report, on a page or on paper',
            content: { 'text/html': { schema: Type.String() }, 'application/pdf': binary },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      reports.requireRoom();
      const { format = 'html', lang, digits } = request.query;
      const found = await findMailedReport(db, digestOfSecret(request.params.secret), now());
      reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
      if (found === null) return refuse(request, reply, 'report-link-unknown', lang ?? languageOf(request));
      const language = lang ?? found.language;
      if (found.drawn === null) return refuse(request, reply, 'report-link-expired', language);
      const reading = { lang: language, format, ...(digits !== undefined && { digits }) };
      const { origin } = people.publicUrl;
      return sendReport(request, reply, { reports, origin, drawn: found.drawn, reading });
    },
  );

  /** A browser is shown a page; a program is told as always. */
  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    code: keyof typeof STATUS,
    language: Language,
  ): FastifyReply {
    if (!request.headers.accept?.includes('text/html')) throw new DomainError(code);
    const { title, detail } = problemText(code, language);
    return reply
      .status(STATUS[code])
      .type('text/html; charset=utf-8')
      .send(noticePage({ language, title, mood: 'bad', lines: [detail] }));
  }
}

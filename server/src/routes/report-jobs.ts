import { DomainError, NewReportJobSchema, ReportJobIdSchema, ReportJobSchema } from '@nitaq/core';
import { Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { languageOf } from '../plugins/language.ts';
import { requirePerson } from '../plugins/rights.ts';
import { findJobFile, listJobs } from '../repositories/report-job-repository.ts';
import { requireArea } from '../services/find-plan.ts';
import { askForReport, requireJob, toldJob } from '../services/reports/jobs/ask-for-report.ts';
import type { App } from './context.ts';
import { IN_EVERY_FORM, type ReportsContext, sendWritten } from './reports.ts';
import { AreaParams, CreationHeaders, pageOf, problems } from './schemas.ts';

const JobParams = Type.Object({ ...AreaParams.properties, job: ReportJobIdSchema });

/** Reports that take long are made in the background, and say how far they are. */
export function registerReportJobs(app: App, { db, printing, now }: ReportsContext): void {
  const tags = ['reports'];
  const config = { action: 'report-jobs.own' } as const;

  app.get(
    '/areas/:area/report-jobs',
    {
      config,
      schema: {
        tags,
        summary: 'The reports that oneself has made in the background, the newest first',
        params: AreaParams,
        response: { 200: pageOf(ReportJobSchema), ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      await requireArea(db, area);
      const jobs = await listJobs(db, area, requirePerson(request).id);
      reply.header('cache-control', 'private, no-store');
      return { items: jobs.map((job) => toldJob(job, languageOf(request))), next: null };
    },
  );

  app.post(
    '/areas/:area/report-jobs',
    {
      ...printing,
      config: { ...printing.config, ...config },
      schema: {
        tags,
        summary: 'Have a coverage report be made in the background',
        description:
          'As `GET …/reports/coverage`, for those with a role: answers at once, and the report is made with as much of ' +
          'the need as they may know. It is for them alone, and stays for a day; of one person the ten newest do.',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewReportJobSchema,
        response: { 202: ReportJobSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      await requireArea(db, area);
      const job = await askForReport(db, {
        area,
        actor: requireActor(request, area),
        question: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        now: now(),
      });
      reply.header('location', `/api/v1/areas/${area}/report-jobs/${job.id}`);
      return reply.status(202).send(toldJob(job, languageOf(request)));
    },
  );

  app.get(
    '/areas/:area/report-jobs/:job',
    {
      config,
      schema: {
        tags,
        summary: 'How far a report is that is made in the background',
        params: JobParams,
        response: { 200: ReportJobSchema, ...problems },
      },
    },
    async (request, reply) => {
      const job = await requireJob(db, { ...request.params, person: requirePerson(request).id });
      reply.header('cache-control', 'private, no-store');
      return toldJob(job, languageOf(request));
    },
  );

  app.get(
    '/areas/:area/report-jobs/:job/file',
    {
      config,
      schema: {
        tags,
        summary: 'A report that was made in the background',
        params: JobParams,
        response: { 200: IN_EVERY_FORM, ...problems },
      },
    },
    async (request, reply) => {
      const key = { ...request.params, person: requirePerson(request).id };
      const { format, language } = await requireJob(db, key);
      const file = await findJobFile(db, key);
      if (file === null) throw new DomainError('report-job-not-ready');
      return sendWritten(reply, { format, language, area: key.area, ...file });
    },
  );
}

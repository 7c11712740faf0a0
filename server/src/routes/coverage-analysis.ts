import { AnalyseRequestSchema, CoverageAssessmentSchema } from '@nitaq/core';
import { analyseCoverage } from '../services/analyse-coverage.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';

/** 200,000 vertices with seven decimals fit. */
const ANALYSE_BODY_LIMIT = 16 * 2 ** 20;
const ANALYSES_A_MINUTE = 60;

/** The analysis of territories that are not stored. */
export function registerCoverageAnalysis(app: App, { analyser }: Context): void {
  app.post(
    '/coverage/analyse',
    {
      bodyLimit: ANALYSE_BODY_LIMIT,
      config: { action: 'coverage.analyse', rateLimit: { max: ANALYSES_A_MINUTE, timeWindow: '1 minute' } },
      schema: {
        tags: ['coverage'],
        summary: 'Gaps and overlaps of any polygons; stores nothing',
        body: AnalyseRequestSchema,
        response: { 200: CoverageAssessmentSchema, ...problems },
      },
    },
    async ({ body }) => analyseCoverage(analyser, body),
  );
}

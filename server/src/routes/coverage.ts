import {
  AnalyseRequestSchema,
  AreaIdSchema,
  AsOfSchema,
  CoverageAnswerSchema,
  CoverageAssessmentSchema,
  DomainError,
  VillageIdSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { cacheByInstant } from '../plugins/caching.ts';
import { analyseCoverage } from '../services/analyse-coverage.ts';
import { requireVillageByName } from '../services/find-village.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';

/** 200,000 vertices with seven decimals fit. */
const ANALYSE_BODY_LIMIT = 16 * 2 ** 20;
const ANALYSES_A_MINUTE = 60;

const LookupQuery = Type.Object(
  {
    lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180, description: 'Longitude, degrees' })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90, description: 'Latitude, degrees' })),
    village: Type.Optional(VillageIdSchema),
    q: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'Name of a village, Arabic or Latin' }),
    ),
    area: Type.Optional(AreaIdSchema),
    at: Type.Optional(AsOfSchema),
  },
  { additionalProperties: false },
);

/** *Which association covers …*, and the analysis of territories that are not stored. */
export function registerCoverage(app: App, { analyser, db, lookup, lookupsAMinute, now }: Context): void {
  const tags = ['coverage'];

  app.get(
    '/coverage',
    {
      config: { action: 'coverage.ask', rateLimit: { max: lookupsAMinute, timeWindow: '1 minute' } },
      schema: {
        tags,
        summary: 'Which association covers this point or village?',
        description: `At most ${lookupsAMinute.toLocaleString('en')} a minute from one address.`,
        querystring: LookupQuery,
        response: { 200: CoverageAnswerSchema, ...problems },
      },
    },
    async ({ query: { lon, lat, village, q, area, at = null }, person }, reply) => {
      const question = { at, now: now(), person };
      const ask = async () => {
        const isPoint = lon !== undefined || lat !== undefined;
        if (village !== undefined && q === undefined && !isPoint) {
          return lookup.ofVillage(village, area ?? null, question);
        }
        if (q !== undefined && village === undefined && !isPoint) {
          const found = await requireVillageByName(db, q, area ?? null);
          return lookup.ofVillage(found.village.id, found.area, question);
        }
        if (village !== undefined || q !== undefined || lon === undefined || lat === undefined) {
          throw new DomainError('lookup-needs-a-place');
        }
        return lookup.atPoint([lon, lat], question);
      };
      const answer = await ask();
      cacheByInstant(reply, answer.at, question.now);
      return answer;
    },
  );

  app.post(
    '/coverage/analyse',
    {
      bodyLimit: ANALYSE_BODY_LIMIT,
      config: { action: 'coverage.analyse', rateLimit: { max: ANALYSES_A_MINUTE, timeWindow: '1 minute' } },
      schema: {
        tags,
        summary: 'Gaps and overlaps of any polygons; stores nothing',
        body: AnalyseRequestSchema,
        response: { 200: CoverageAssessmentSchema, ...problems },
      },
    },
    async ({ body }) => analyseCoverage(analyser, body),
  );
}

import { AreaIdSchema, AsOfSchema, CoverageAnswerSchema, DomainError, VillageIdSchema } from '@nitaq/core';
import { Type } from 'typebox';
import { readableByKey } from '../plugins/api-keys.ts';
import { cacheByInstant } from '../plugins/caching.ts';
import { requireVillageByName } from '../services/find-village.ts';
import { answerOf, etagOf } from '../services/lookup/place-answer.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';

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

/** *Which association covers …* */
export function registerCoverage(app: App, { db, lookup, lookupsAMinute, now }: Context): void {
  const tags = ['coverage'];
  const aMinute = { ofAddress: lookupsAMinute, ofKey: lookupsAMinute };

  app.get(
    '/coverage',
    {
      config: { action: 'coverage.ask', isData: true, ...readableByKey('coverage', aMinute) },
      compress: false,
      schema: {
        tags,
        summary: 'Which association covers this point or village?',
        description: `At most ${lookupsAMinute.toLocaleString('en')} a minute with one key, or from one address without.`,
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
          const found = await requireVillageByName(db, q, area === undefined ? null : [area]);
          return lookup.ofVillage(found.village.id, found.area, question);
        }
        if (village !== undefined || q !== undefined || lon === undefined || lat === undefined) {
          throw new DomainError('lookup-needs-a-place');
        }
        const found = await lookup.atPoint([lon, lat], question);
        reply.header('etag', etagOf(found));
        return answerOf(found);
      };
      const answer = await ask();
      cacheByInstant(reply, answer.at, question.now);
      return answer;
    },
  );
}

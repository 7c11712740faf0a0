import { Readable } from 'node:stream';
import { AreaIdSchema, BatchLegendSchema } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { BATCHES_A_MINUTE, readableByKey } from '../plugins/api-keys.ts';
import { cachePublicly } from '../plugins/caching.ts';
import { languageOf } from '../plugins/language.ts';
import { answerBinary } from '../services/batch/answer-binary.ts';
import { answerCsv } from '../services/batch/answer-csv.ts';
import { answerNdjson } from '../services/batch/answer-ndjson.ts';
import { type Bytes, batchTooLong, MOST_BYTES, MOST_ROWS } from '../services/batch/batch-limits.ts';
import { digestOf, legendOf } from '../services/batch/legend.ts';
import { MOST_NAMES, NameAnswers } from '../services/batch/name-answers.ts';
import { PlaceAnswers } from '../services/batch/place-answers.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';

const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';
const BINARY = 'application/octet-stream';
const FORMS = [CSV, NDJSON, BINARY] as const;

const ANSWERS = Type.Unsafe<Readable>(Type.String());

const ABOUT = `A list of places in, the same rows with answers out, as they are read: a client has to read the answer while it
sends. One that sends everything first sends lists of at most 1,000 rows. All rows are answered by the plans that are in
force when the first one is read. Nothing of a list is stored or logged.

At most ${MOST_ROWS.toLocaleString('en')} rows, ${MOST_BYTES / 2 ** 20} MiB and ${MOST_NAMES.toLocaleString('en')} different names; ${BATCHES_A_MINUTE} lists a minute with one key, or from one address without.

A key for certain areas has lists answered from these alone: what lies in others is \`outside\`, and their names are unknown.

- \`${CSV}\`, UTF-8, cells parted by commas, semicolons or tabs. The first row names the columns, in Arabic or English:
  \`longitude\` and \`latitude\` (\`lon\`, \`lat\`, \`x\`, \`y\`; خط الطول، خط العرض), \`village\` (\`name\`, \`place\`; القرية، اسم القرية), a
  name or an id. Others stay as they are. Added are \`status\`, \`association_id\`, \`association\`, \`area\`, \`plan\`, \`plan_version\`,
  \`village_id\` and \`error\`, in Arabic where the columns are; several associations are parted by \`|\`.
- \`${NDJSON}\`: objects with such members; each comes back with \`coverage\` or with \`error\`.
- \`${BINARY}\`: pairs of float64, longitude and latitude, little-endian; back comes an int32 for each. What they mean is
  at \`/api/v1/coverage/batch/legend\`, as long as its ETag is the header \`nitaq-legend\`.

A row with a point is answered by its point, one without by its name. A row that cannot be answered says why, and the
others are answered.`;

/** Lists of places, answered row by row. */
export async function registerCoverageBatch(app: App, { db, lookup, now }: Context): Promise<void> {
  const config = {
    action: 'coverage.ask',
    ...readableByKey('batch', { ofAddress: BATCHES_A_MINUTE, ofKey: BATCHES_A_MINUTE }),
  } as const;
  const inForceFor = async ({ apiKey }: FastifyRequest, at: Date) => {
    const inForce = await lookup.inForce(at);
    return inForce.filter(({ area }) => apiKey?.areas?.includes(area.id) ?? true);
  };
  const tags = ['coverage'];

  app.get(
    '/coverage/batch/legend',
    {
      config,
      schema: {
        tags,
        summary: 'What the numbers of a binary batch mean now',
        response: { 200: BatchLegendSchema, ...problems },
      },
    },
    async (request, reply) => {
      const legend = legendOf(await inForceFor(request, now()));
      if (request.apiKey === null) cachePublicly(reply);
      else reply.header('cache-control', 'no-store');
      reply.header('vary', 'authorization');
      reply.header('etag', `"${digestOf(legend)}"`);
      return legend;
    },
  );

  await app.register(async (lists: App) => {
    // Nothing is read before the route asks for it.
    lists.removeAllContentTypeParsers();
    lists.addContentTypeParser([...FORMS], async (_request: FastifyRequest, bytes: Bytes) => bytes);

    lists.post(
      '/coverage/batch',
      {
        config,
        compress: false,
        schema: {
          tags,
          summary: 'Which associations cover these places? As many as you like',
          description: ABOUT,
          consumes: [...FORMS],
          produces: [...FORMS],
          querystring: Type.Object(
            {
              area: Type.Optional({
                ...AreaIdSchema,
                description: 'Where names are looked for; else everywhere',
              }),
            },
            { additionalProperties: false },
          ),
          response: {
            200: {
              description: 'The same rows with answers',
              content: Object.fromEntries(FORMS.map((form) => [form, { schema: ANSWERS }])),
            },
            ...problems,
          },
        },
      },
      async (request, reply) => {
        if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw batchTooLong();
        const bytes = bytesOf(request);
        const at = now();
        const inForce = await inForceFor(request, at);
        const places = new PlaceAnswers(inForce, at);
        const { area } = request.query;
        const areas = area === undefined ? (request.apiKey?.areas ?? null) : [area];
        const names = new NameAnswers(db, inForce, areas);
        const send = (answers: AsyncGenerator<string | Buffer>) =>
          reply.header('cache-control', 'no-store').send(Readable.from(answers, { highWaterMark: 1 }));
        switch (formOf(request)) {
          case NDJSON:
            reply.type(NDJSON);
            return send(answerNdjson(bytes, { places, names, language: languageOf(request) }));
          case BINARY: {
            const legend = legendOf(inForce);
            reply.header('nitaq-legend', `"${digestOf(legend)}"`);
            reply.header('link', '</api/v1/coverage/batch/legend>; rel="describedby"').type(BINARY);
            return send(answerBinary(bytes, { places, legend }));
          }
          case CSV: {
            const answers = await answerCsv(bytes, { places, names });
            reply.type(`${CSV}; charset=utf-8`);
            return send(answers);
          }
        }
      },
    );
  });
}

/** What the parser handed on, or nothing where no body was sent. */
function bytesOf({ body }: FastifyRequest): Bytes {
  return (body as Bytes | undefined | null) ?? Readable.from([]);
}

function formOf(request: FastifyRequest): (typeof FORMS)[number] {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  return FORMS.find((form) => form === type) ?? CSV;
}

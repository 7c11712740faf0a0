import { RecordEntrySchema, RecordSubjectKindSchema } from '@nitaq/core';
import { Type } from 'typebox';
import { areasOfInitiative } from '../repositories/initiative-repository.ts';
import { type JointPosition, listJointRecord, listRecord } from '../repositories/record-repository.ts';
import { requireInstant } from '../services/find-plan.ts';
import type { App, Context } from './context.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import { AreaParams, AsOfQuery, pageOf, problems } from './schemas.ts';

const DEFAULT_PAGE = 50;
const MOST = 500;

const RecordQuery = Type.Object({
  cursor: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: DEFAULT_PAGE })),
  ...AsOfQuery.properties,
  kind: Type.Optional(RecordSubjectKindSchema),
  id: Type.Optional(
    Type.String({ minLength: 1, maxLength: 64, description: 'With `kind`: only what is about this' }),
  ),
});

/** The last key of a page: the number of an entry. */
const EntryNumber = Type.String({ pattern: '^\\d{1,9}$' });

/** … of several records: when, in which area, and the number there. */
const JointKey = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [a-z0-9-]{1,64} \\d{1,9}$',
});

/** Who did what. */
export function registerRecord(app: App, { db, now }: Context): void {
  app.get(
    '/areas/:area/record',
    {
      config: { action: 'record.read' },
      schema: {
        tags: ['areas'],
        summary: 'Who did what in an area, the newest first',
        description:
          'Entries are only ever added. Each holds the hash of the one before it: `npm run nitaq -- verify-record` checks ' +
          'them from end to end.',
        params: AreaParams,
        querystring: RecordQuery,
        response: { 200: pageOf(RecordEntrySchema), ...problems },
      },
    },
    async ({ params: { area }, query: { cursor, limit = DEFAULT_PAGE, kind, id, at } }, reply) => {
      const until = await requireInstant(db, { area, at, now: now() });
      const subject = kind === undefined || id === undefined ? null : { kind, id };
      reply.header('cache-control', 'no-cache');
      const areas = subject?.kind === 'initiative' ? await areasOfInitiative(db, area, subject.id) : [area];
      const upTo = at === undefined ? null : until;
      if (subject !== null && areas.length > 1) {
        const below = cursor === undefined ? null : positionOf(decodeCursor(cursor, JointKey));
        const asked = { below, limit: limit + 1, subject, until: upTo };
        const entries = await listJointRecord(db, areas, asked);
        return cutPage(entries, limit, (last) => `${last.at} ${last.area} ${last.number}`);
      }
      const below = cursor === undefined ? null : Number(decodeCursor(cursor, EntryNumber));
      const found = await listRecord(db, area, {
        below,
        limit: limit + 1,
        subject,
        until: upTo,
      });
      return cutPage(found, limit, ({ number }) => String(number));
    },
  );
}

function positionOf(key: string): JointPosition {
  const [at = '', area = '', number = ''] = key.split(' ');
  return { at, area, number: Number(number) };
}

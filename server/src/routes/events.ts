import type { Readable } from 'node:stream';
import { AreaIdSchema, ClientIdSchema, PresenceSchema } from '@nitaq/core';
import { Type } from 'typebox';
import { announcePresence } from '../services/announce-presence.ts';
import { requireArea, requirePlan } from '../services/find-plan.ts';
import type { App, Context } from './context.ts';
import { done, PlanParams, problems } from './schemas.ts';

/** The longest presence that is allowed takes half of it; a notification takes 8,000 bytes. */
const PRESENCE_BODY_LIMIT = 8 * 2 ** 10;

const StreamQuery = Type.Object(
  {
    area: AreaIdSchema,
    client: Type.Optional({ ...ClientIdSchema, description: 'The presence of this client is left out' }),
  },
  { additionalProperties: false },
);

const StreamHeaders = Type.Object({
  'last-event-id': Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'The last event that the client has; it gets what came after',
    }),
  ),
});

const STREAM = `Server-sent events of an area, to be opened before the area is loaded.

- \`territories\` {area, plan, version, associations: [{id, version}], client}: territories were saved, in one write.
- \`plan\` {area, plan, change: created | changed | deleted, version, client}: a plan was made, renamed or deleted.
- \`place\` {area, kind: village | seat, id, version, client}: a village or a seat was moved.
- \`reason\` {area, plan, reason, change: created | changed | deleted, version, client}: why a border runs where it does.
- \`zone\` {area, plan, zone, change: created | changed | deleted, version, client}: what is shared by agreement.
- \`proposal\` {area, proposal, change: opened | changed | discussed, version, client}: what happens to a proposal.
- \`need\` {area, change: counted | shared, village, client}: need was counted, or is shared anew; never a count.
- \`missing-village\` {area, client}: a village was reported as missing, or a report settled; never what was written.
- \`meeting\` {area, meeting, change: planned | changed | agenda | position | attendance | minute | decision | approval,
  item, version, client}: what happens to a meeting, and at it; of \`position\` the item that the projector shows.
- \`action\` {area, action, version, client}: an action was made or changed, or something was said about it.
- \`reset\` {area}: more has changed than can be told; load afresh. Also the first answer to an unknown Last-Event-ID.
- \`presence\` {area, plan, client, name, pointer, editing, gone}: who looks at a plan; without id, never resumed.

\`client\` is the \`x-client-id\` of the request that made the change, or null. The last 10,000 events of an area are kept.`;

/** What happens in an area, as it happens. */
export function registerEvents(app: App, { db, feed, now }: Context): void {
  const tags = ['events'];

  app.get(
    '/events',
    {
      config: { action: 'area.follow' },
      compress: false,
      // A HEAD of a stream without end would never be answered.
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: 'What is saved in an area, as it happens; resumable with Last-Event-ID',
        description: STREAM,
        querystring: StreamQuery,
        headers: StreamHeaders,
        response: {
          200: {
            description: 'A stream of events that ends when either side closes it',
            content: { 'text/event-stream': { schema: Type.Unsafe<Readable>(Type.String()) } },
          },
          ...problems,
        },
      },
    },
    async ({ query: { area, client = null }, headers }, reply) => {
      await requireArea(db, area);
      // The stream ends with its connection; in chunks, each event would be written in three parts.
      reply.raw.useChunkedEncodingByDefault = false;
      const stream = await feed.open(db, { area, client, lastEventId: headers['last-event-id'] || null });
      return (
        reply
          .type('text/event-stream')
          .header('cache-control', 'no-store, no-transform')
          .header('x-accel-buffering', 'no')
          // The connection ends with the stream, so that nothing is left open when the service stops.
          .header('connection', 'close')
          .send(stream)
      );
    },
  );

  app.post(
    '/areas/:area/plans/:plan/presence',
    {
      config: { action: 'presence.tell' },
      bodyLimit: PRESENCE_BODY_LIMIT,
      schema: {
        tags,
        summary: 'Tell the others who you are and where you are in a plan; nothing is stored',
        params: PlanParams,
        body: PresenceSchema,
        response: { 204: done, ...problems },
      },
    },
    async ({ params: { area, plan }, body }, reply) => {
      const { id } = await requirePlan(db, area, plan, now());
      await announcePresence(db, { area, plan: id, presence: body });
      return reply.status(204).send(null);
    },
  );
}

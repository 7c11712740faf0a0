import {
  type Decision,
  DecisionEditSchema,
  DecisionSchema,
  NewDecisionSchema,
  WordingSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { requirePerson } from '../plugins/rights.ts';
import { listDecisions } from '../repositories/decision-repository.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { decisionsAsOf } from '../services/meetings/decisions-as-of.ts';
import { reword, wordingsOf } from '../services/meetings/reword-decision.ts';
import { requireDecision, takeDecision } from '../services/meetings/take-decision.ts';
import type { App, Context } from './context.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import {
  AreaParams,
  CreationHeaders,
  DecisionParams,
  IfMatchHeaders,
  MeetingParams,
  pageOf,
  problems,
} from './schemas.ts';

const DEFAULT_PAGE = 50;
const MOST = 200;

const PageQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: DEFAULT_PAGE })),
});

/** The last key of a page: the number of a decision. */
const DecisionNumber = Type.String({ pattern: '^\\d{1,9}$' });

/** What was decided at meetings. */
export function registerDecisions(app: App, { db, now }: Context): void {
  const tags = ['meetings'];

  app.get(
    '/areas/:area/decisions',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'The decisions of an area, the newest first',
        params: AreaParams,
        querystring: PageQuery,
        response: { 200: pageOf(DecisionSchema), ...problems },
      },
    },
    async ({ params: { area }, query: { cursor, limit = DEFAULT_PAGE } }, reply) => {
      await requireArea(db, area);
      const below = cursor === undefined ? null : Number(decodeCursor(cursor, DecisionNumber));
      const found = await listDecisions(db, area, { below, limit: limit + 1 });
      const items = await decisionsAsOf(db, area, found, now());
      reply.header('cache-control', 'no-cache');
      return cutPage(items, limit, ({ number }) => String(number));
    },
  );

  app.get(
    '/areas/:area/decisions/:number',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'One decision, and whether it was carried out',
        params: DecisionParams,
        response: { 200: DecisionSchema, ...problems },
      },
    },
    async ({ params }, reply) => {
      await requireArea(db, params.area);
      const decision = await requireDecision(db, params, now());
      reply.header('cache-control', 'no-cache').header('etag', tagOf(decision));
      return decision;
    },
  );

  app.get(
    '/areas/:area/decisions/:number/wordings',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'All that a decision has said, the first wording first',
        description: 'Its words change until the minutes are approved; what it said before stays to be read.',
        params: DecisionParams,
        response: { 200: pageOf(WordingSchema), ...problems },
      },
    },
    async ({ params }, reply) => {
      await requireArea(db, params.area);
      reply.header('cache-control', 'no-cache');
      return { items: await wordingsOf(db, params, now()), next: null };
    },
  );

  app.post(
    '/areas/:area/meetings/:meeting/decisions',
    {
      config: { action: 'decision.take' },
      schema: {
        tags,
        summary:
          'Take a decision, which becomes what it is: a plan enacted, a proposal sent back, an action …',
        description:
          'All of it happens or nothing. A decision on a proposal names its content; where that has changed since, it is ' +
          'refused (409 `content-changed`). To enact takes a session that was opened with a second proof.',
        params: MeetingParams,
        headers: CreationHeaders,
        body: NewDecisionSchema,
        response: { 201: DecisionSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, meeting } = request.params;
      const decision = await takeDecision(db, {
        area,
        meeting,
        person: requirePerson(request),
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      const location = `/api/v1/areas/${area}/decisions/${decision.number}`;
      return reply.status(201).header('location', location).header('etag', tagOf(decision)).send(decision);
    },
  );

  app.patch(
    '/areas/:area/decisions/:number',
    {
      config: { action: 'decision.take' },
      schema: {
        tags,
        summary: 'Say in other words what was decided, until the minutes are approved',
        params: DecisionParams,
        headers: IfMatchHeaders,
        body: DecisionEditSchema,
        response: { 200: DecisionSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, number } = request.params;
      const doing = { area, actor: requireActor(request, area), client: clientOf(request), now: now() };
      const decision = await reword(db, { ...doing, number, text: request.body.text, version });
      reply.header('etag', tagOf(decision));
      return decision;
    },
  );
}

/** Whether it was carried out is decided elsewhere. */
function tagOf({ version, carriedOut }: Decision): string {
  return etagOf(version, carriedOut ?? undefined);
}

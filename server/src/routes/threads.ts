import { NewCommentSchema, NewThreadSchema, ThreadEditSchema, ThreadSchema } from '@nitaq/core';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { etagOf } from '../services/etag.ts';
import { addComment, openThread, resolveThread } from '../services/proposals/discuss.ts';
import { threadsOf } from '../services/proposals/proposals-as-of.ts';
import type { App, Context } from './context.ts';
import {
  AsOfQuery,
  CreationHeaders,
  IfMatchHeaders,
  ProposalParams,
  pageOf,
  problems,
  ThreadParams,
} from './schemas.ts';

/** What is said about proposals. */
export function registerThreads(app: App, { db, now }: Context): void {
  const tags = ['proposals'];

  app.get(
    '/areas/:area/proposals/:proposal/threads',
    {
      config: { action: 'proposals.read' },
      schema: {
        tags,
        summary: 'What is said about a proposal, the oldest thread first',
        params: ProposalParams,
        querystring: AsOfQuery,
        response: { 200: pageOf(ThreadSchema), ...problems },
      },
    },
    async ({ params, query }, reply) => {
      reply.header('cache-control', 'no-cache');
      return { items: await threadsOf(db, { ...params, at: query.at, now: now() }), next: null };
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/threads',
    {
      config: { action: 'proposal.discuss' },
      schema: {
        tags,
        summary: 'Begin a thread about a place, a village, a border or the whole',
        params: ProposalParams,
        headers: CreationHeaders,
        body: NewThreadSchema,
        response: { 201: ThreadSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, proposal } = request.params;
      const thread = await openThread(db, {
        area,
        proposal,
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      return reply.status(201).header('etag', etagOf(thread.version)).send(thread);
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/threads/:thread/comments',
    {
      config: { action: 'proposal.discuss' },
      schema: {
        tags,
        summary: 'Answer in a thread',
        params: ThreadParams,
        headers: CreationHeaders,
        body: NewCommentSchema,
        response: { 201: ThreadSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, proposal, thread } = request.params;
      const answered = await addComment(db, {
        area,
        proposal,
        thread,
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      return reply.status(201).header('etag', etagOf(answered.version)).send(answered);
    },
  );

  app.patch(
    '/areas/:area/proposals/:proposal/threads/:thread',
    {
      config: { action: 'proposal.discuss' },
      schema: {
        tags,
        summary: 'Mark a thread as resolved, or open it again',
        params: ThreadParams,
        headers: IfMatchHeaders,
        body: ThreadEditSchema,
        response: { 200: ThreadSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, proposal, thread } = request.params;
      const { resolved } = request.body;
      const saying = { area, proposal, thread, resolved, version, client: clientOf(request), now: now() };
      const changed = await resolveThread(db, { ...saying, actor: requireActor(request, area) });
      reply.header('etag', etagOf(changed.version));
      return changed;
    },
  );
}

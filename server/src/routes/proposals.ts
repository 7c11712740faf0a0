import {
  AnswerSchema,
  isOpenProposal,
  NewProposalSchema,
  NewRevisionSchema,
  ProposalChangesSchema,
  ProposalSchema,
  RevisionSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { etagOf } from '../services/etag.ts';
import { openProposal } from '../services/proposals/open-proposal.ts';
import { changesOf } from '../services/proposals/proposal-changes.ts';
import { proposalOf, proposalsOf } from '../services/proposals/proposals-as-of.ts';
import { reviseProposal } from '../services/proposals/revise-proposal.ts';
import type { App, Context } from './context.ts';
import {
  AreaParams,
  AsOfQuery,
  CreationHeaders,
  IfMatchHeaders,
  ProposalParams,
  pageOf,
  problems,
} from './schemas.ts';

/** What is proposed in the place of the plan in force. */
export function registerProposals(app: App, { db, analyser, now }: Context): void {
  const tags = ['proposals'];

  app.get(
    '/areas/:area/proposals',
    {
      config: { action: 'proposals.read' },
      schema: {
        tags,
        summary: 'The proposals of an area, the newest first',
        description: 'With `at`: as one knew them then.',
        params: AreaParams,
        querystring: AsOfQuery,
        response: { 200: pageOf(ProposalSchema), ...problems },
      },
    },
    async ({ params, query }, reply) => {
      reply.header('cache-control', 'no-cache');
      return { items: await proposalsOf(db, { ...params, at: query.at, now: now() }), next: null };
    },
  );

  app.post(
    '/areas/:area/proposals',
    {
      config: { action: 'proposal.open' },
      schema: {
        tags,
        summary: 'Put a draft to the others, also as an answer to another proposal',
        description:
          'Its present content is frozen as the first revision. Who is affected is worked out against the plan in force that ' +
          'the draft was made from; where that is no longer the last one, the proposal is stale from the start.',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewProposalSchema,
        response: { 201: ProposalSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const proposal = await openProposal(db, analyser, {
        area,
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      const location = `/api/v1/areas/${area}/proposals/${proposal.id}`;
      return reply
        .status(201)
        .header('location', location)
        .header('etag', etagOf(proposal.version))
        .send(proposal);
    },
  );

  app.get(
    '/areas/:area/proposals/:proposal',
    {
      config: { action: 'proposals.read' },
      schema: {
        tags,
        summary:
          'One proposal, and how everyone affected stands to it. While it is open, its ETag goes into If-Match',
        params: ProposalParams,
        querystring: AsOfQuery,
        response: { 200: ProposalSchema, ...problems },
      },
    },
    async ({ params, query: { at } }, reply) => {
      const { proposal } = await proposalOf(db, { ...params, at, now: now() });
      reply.header('cache-control', 'no-cache');
      // Only on what stands now can anything be changed; what is enacted comes into force without a new version.
      if (at === undefined && isOpenProposal(proposal.state)) reply.header('etag', etagOf(proposal.version));
      return proposal;
    },
  );

  app.get(
    '/areas/:area/proposals/:proposal/changes',
    {
      config: { action: 'proposals.read' },
      schema: {
        tags,
        summary: 'What a proposal changes for whom: ground, villages and stretches of border',
        params: ProposalParams,
        querystring: AsOfQuery,
        response: { 200: ProposalChangesSchema, ...problems },
      },
    },
    async ({ params, query }, reply) => {
      reply.header('cache-control', 'no-cache');
      return changesOf(db, analyser, { ...params, at: query.at, now: now() });
    },
  );

  app.get(
    '/areas/:area/proposals/:proposal/revisions',
    {
      config: { action: 'proposals.read' },
      schema: {
        tags,
        summary: 'All that was put to the others in a proposal, and all answers, the oldest first',
        params: ProposalParams,
        querystring: AsOfQuery,
        response: {
          200: Type.Object({ revisions: Type.Array(RevisionSchema), answers: Type.Array(AnswerSchema) }),
          ...problems,
        },
      },
    },
    async ({ params, query }, reply) => {
      const { revisions, answers } = await proposalOf(db, { ...params, at: query.at, now: now() });
      reply.header('cache-control', 'no-cache');
      return { revisions: [...revisions], answers: [...answers] };
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/revisions',
    {
      config: { action: 'proposal.change' },
      schema: {
        tags,
        summary: 'Put another draft in the place of the present content; all signatures become stale',
        params: ProposalParams,
        headers: IfMatchHeaders,
        body: NewRevisionSchema,
        response: { 201: ProposalSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, proposal } = request.params;
      const revised = await reviseProposal(db, analyser, {
        area,
        proposal,
        version,
        draft: request.body.draft,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      });
      return reply.status(201).header('etag', etagOf(revised.version)).send(revised);
    },
  );
}

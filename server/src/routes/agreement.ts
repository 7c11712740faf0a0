import {
  EnactmentSchema,
  NewAnswerSchema,
  PlanSchema,
  type Proposal,
  ProposalSchema,
  RebasePreviewSchema,
} from '@nitaq/core';
import type { FastifyReply } from 'fastify';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { etagOf } from '../services/etag.ts';
import { answerProposal } from '../services/proposals/answer-proposal.ts';
import { enactProposal } from '../services/proposals/enact-proposal.ts';
import { draftRebase, previewRebase, rebaseProposal } from '../services/proposals/rebase-proposal.ts';
import { withdrawProposal } from '../services/proposals/withdraw-proposal.ts';
import type { App, Context } from './context.ts';
import { AnswerParams, IfMatchHeaders, ProposalParams, problems, WriteHeaders } from './schemas.ts';

/** How a proposal comes into force, or not. */
export function registerAgreement(app: App, { db, analyser, now }: Context): void {
  const tags = ['proposals'];

  app.put(
    '/areas/:area/proposals/:proposal/answers/:association',
    {
      config: { action: 'proposal.answer' },
      schema: {
        tags,
        summary: 'Sign for an association, or object with a reason, to exactly one content',
        description:
          'The hash names the content; a new revision makes the answer stale. Silence is never consent.',
        params: AnswerParams,
        headers: WriteHeaders,
        body: NewAnswerSchema,
        response: { 200: ProposalSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, proposal, association } = request.params;
      const answering = {
        area,
        proposal,
        association,
        input: request.body,
        client: clientOf(request),
        now: now(),
      };
      return tagged(reply, await answerProposal(db, { ...answering, actor: requireActor(request, area) }));
    },
  );

  app.get(
    '/areas/:area/proposals/:proposal/rebase',
    {
      config: { action: 'proposals.read' },
      schema: {
        tags,
        summary: 'What would come of putting a stale proposal on the plan in force',
        params: ProposalParams,
        response: { 200: RebasePreviewSchema, ...problems },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-cache');
      return previewRebase(db, analyser, { ...params, now: now() });
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/rebase',
    {
      config: { action: 'proposal.change' },
      schema: {
        tags,
        summary: 'Put a stale proposal on the plan in force, where that leaves no conflicts',
        params: ProposalParams,
        headers: IfMatchHeaders,
        response: { 200: ProposalSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, proposal } = request.params;
      const change = { area, proposal, version, client: clientOf(request), now: now() };
      return tagged(
        reply,
        await rebaseProposal(db, analyser, { ...change, actor: requireActor(request, area) }),
      );
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/rebase/draft',
    {
      config: { action: 'proposal.change' },
      schema: {
        tags,
        summary: 'Make a draft of a stale proposal on the plan in force, to settle what is in the way',
        description:
          'Where both changed a territory the draft has it as proposed. Revise the proposal with it.',
        params: ProposalParams,
        headers: WriteHeaders,
        response: { 201: PlanSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, proposal } = request.params;
      const asked = { area, proposal, client: clientOf(request), now: now() };
      const draft = await draftRebase(db, analyser, { ...asked, actor: requireActor(request, area) });
      reply.header('etag', etagOf(draft.version));
      return reply.status(201).send(draft);
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/withdrawal',
    {
      config: { action: 'proposal.change' },
      schema: {
        tags,
        summary: 'Withdraw a proposal; it stays to be read',
        params: ProposalParams,
        headers: IfMatchHeaders,
        response: { 200: ProposalSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, proposal } = request.params;
      const change = { area, proposal, version, client: clientOf(request), now: now() };
      return tagged(reply, await withdrawProposal(db, { ...change, actor: requireActor(request, area) }));
    },
  );

  app.post(
    '/areas/:area/proposals/:proposal/enactment',
    {
      config: { action: 'proposal.enact' },
      schema: {
        tags,
        summary: 'Put an agreed proposal into force from the beginning of a day in the area',
        params: ProposalParams,
        headers: IfMatchHeaders,
        body: EnactmentSchema,
        response: { 200: ProposalSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, proposal } = request.params;
      const change = { area, proposal, version, client: clientOf(request), now: now() };
      const { from } = request.body;
      return tagged(reply, await enactProposal(db, { ...change, from, actor: requireActor(request, area) }));
    },
  );
}

function tagged(reply: FastifyReply, proposal: Proposal): Proposal {
  reply.header('etag', etagOf(proposal.version));
  return proposal;
}

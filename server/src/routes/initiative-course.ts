import {
  type AreaId,
  type Initiative,
  InitiativeEndSchema,
  InitiativeMoveSchema,
  InitiativeSchema,
  JointNeedSchema,
  MilestoneInputSchema,
  NeedInputSchema,
  NewAnswerSchema,
  ReachedSchema,
} from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asService } from '../database/acting.ts';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { requirePerson } from '../plugins/rights.ts';
import type { InitiativeKey } from '../repositories/initiative-parts-repository.ts';
import { etagOf } from '../services/etag.ts';
import { answerInitiative } from '../services/initiatives/answer-initiative.ts';
import { enterReached } from '../services/initiatives/enter-reached.ts';
import { requireInitiative } from '../services/initiatives/find-initiative.ts';
import { knownJointNeed } from '../services/initiatives/known-joint-need.ts';
import { knownReached } from '../services/initiatives/known-reached.ts';
import { leaveInitiative } from '../services/initiatives/leave-initiative.ts';
import { moveInitiative, stopInitiative } from '../services/initiatives/move-initiative.ts';
import { reachMilestone } from '../services/initiatives/reach-milestone.ts';
import type { App, Context } from './context.ts';
import {
  IfMatchHeaders,
  InitiativeParams,
  InitiativePartyParams,
  InitiativeVillageParams,
  MilestoneParams,
  problems,
  WriteHeaders,
} from './schemas.ts';

/** How a joint initiative comes to be agreed, runs and ends. */
export function registerInitiativeCourse(app: App, { db, lookup, now }: Context): void {
  const tags = ['initiatives'];
  const response = { 200: InitiativeSchema, ...problems };
  const doing = <K extends InitiativeKey>(request: FastifyRequest, params: K) => ({
    ...params,
    actor: requireActor(request, params.area),
    client: clientOf(request),
    now: now(),
  });
  const question = (request: FastifyRequest, { area }: InitiativeKey) => {
    const present = now();
    const ownersIn = (of: AreaId) => lookup.ownersIn(of, present);
    return { area, person: requirePerson(request), ownersIn, now: present };
  };

  app.put(
    '/areas/:area/initiatives/:initiative/answers/:association',
    {
      config: { action: 'initiative.answer' },
      schema: {
        tags,
        summary: 'Approve an initiative for an association, or object with a reason, to exactly one content',
        description:
          'The hash names the content; another content makes the answer stale. Silence is never consent.',
        params: InitiativePartyParams,
        headers: WriteHeaders,
        body: NewAnswerSchema,
        response,
      },
    },
    async (request, reply) =>
      tagged(reply, await answerInitiative(db, { ...doing(request, request.params), input: request.body })),
  );

  app.post(
    '/areas/:area/initiatives/:initiative/state',
    {
      config: { action: 'initiative.change' },
      schema: {
        tags,
        summary:
          'Put an idea to the partners, start what all have approved, or say that it is done; by its lead',
        params: InitiativeParams,
        headers: IfMatchHeaders,
        body: InitiativeMoveSchema,
        response,
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const move = { ...doing(request, request.params), version, ...request.body };
      return tagged(reply, await moveInitiative(db, move));
    },
  );

  app.post(
    '/areas/:area/initiatives/:initiative/stop',
    {
      config: { action: 'initiative.stop' },
      schema: {
        tags,
        summary: 'Stop an initiative for good, by its lead or the council, with the reason',
        params: InitiativeParams,
        headers: IfMatchHeaders,
        body: InitiativeEndSchema,
        response,
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const stop = { ...doing(request, request.params), version, ...request.body };
      return tagged(reply, await stopInitiative(db, stop));
    },
  );

  app.post(
    '/areas/:area/initiatives/:initiative/partners/:association/withdrawal',
    {
      config: { action: 'initiative.leave' },
      schema: {
        tags,
        summary: 'Leave an initiative as a partner, with the reason; the others approve what is left anew',
        params: InitiativePartyParams,
        headers: IfMatchHeaders,
        body: InitiativeEndSchema,
        response,
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const leave = { ...doing(request, request.params), version, ...request.body };
      return tagged(reply, await leaveInitiative(db, leave));
    },
  );

  app.put(
    '/areas/:area/initiatives/:initiative/milestones/:milestone',
    {
      config: { action: 'initiative.change' },
      schema: {
        tags,
        summary: 'Say that a milestone is reached, and what shows it; by any who take part',
        params: MilestoneParams,
        headers: WriteHeaders,
        body: MilestoneInputSchema,
        response,
      },
    },
    async (request, reply) =>
      tagged(reply, await reachMilestone(db, { ...doing(request, request.params), input: request.body })),
  );

  app.put(
    '/areas/:area/initiatives/:initiative/villages/:village/reached',
    {
      config: { action: 'initiative.change' },
      schema: {
        tags,
        summary: 'Enter how many were reached in a village in a round; by any who take part',
        params: InitiativeVillageParams,
        headers: WriteHeaders,
        body: NeedInputSchema,
        response,
      },
    },
    async (request, reply) =>
      tagged(reply, await enterReached(db, { ...doing(request, request.params), counts: request.body })),
  );

  app.get(
    '/areas/:area/initiatives/:initiative/reached',
    {
      config: { action: 'initiatives.read' },
      schema: {
        tags,
        summary: 'Who was reached by village and round: of one’s own villages exactly, of others’ in bands',
        params: InitiativeParams,
        response: { 200: ReachedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { initiative } = await requireInitiative(db, request.params, now());
      reply.header('cache-control', 'private, no-store');
      // What may be known of others' counts is worked out from all of them.
      return knownReached(asService(db), initiative, question(request, request.params));
    },
  );

  app.get(
    '/areas/:area/initiatives/:initiative/joint-need',
    {
      config: { action: 'initiatives.read' },
      schema: {
        tags,
        summary:
          'Why it is joint: the orphans in its villages against what each can carry alone, and all together',
        params: InitiativeParams,
        response: { 200: JointNeedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { initiative } = await requireInitiative(db, request.params, now());
      reply.header('cache-control', 'private, no-store');
      return knownJointNeed(asService(db), initiative, question(request, request.params));
    },
  );
}

function tagged(reply: FastifyReply, initiative: Initiative): Initiative {
  // With each day a milestone may be late.
  reply.header('etag', etagOf(initiative.version, initiative.troubles.length));
  return initiative;
}

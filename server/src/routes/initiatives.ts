import {
  INITIATIVE_STATES,
  type Initiative,
  InitiativeInputSchema,
  InitiativeSchema,
  type InitiativeState,
  PartyIdSchema,
  partiesOf,
  targetVillages,
  VillageIdSchema,
} from '@nitaq/core';
import type { FastifyReply } from 'fastify';
import { type Static, Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listInitiatives } from '../repositories/initiative-repository.ts';
import { listVillageLocations } from '../repositories/village-repository.ts';
import { dayInArea } from '../services/day-in-area.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { reviseInitiative } from '../services/initiatives/change-initiative.ts';
import { requireInitiative } from '../services/initiatives/find-initiative.ts';
import { openInitiative } from '../services/initiatives/open-initiative.ts';
import type { App, Context } from './context.ts';
import {
  AreaParams,
  CreationHeaders,
  IfMatchHeaders,
  InitiativeParams,
  pageOf,
  problems,
} from './schemas.ts';

/** Each content is kept for ever, with up to a thousand villages. */
const CONTENTS_A_MINUTE = 30;

const ListQuery = Type.Object({
  state: Type.Optional(
    Type.Unsafe<InitiativeState>(Type.Union(INITIATIVE_STATES.map((state) => Type.Literal(state)))),
  ),
  association: Type.Optional(PartyIdSchema),
  village: Type.Optional(VillageIdSchema),
  offTrack: Type.Optional(Type.Boolean({ description: 'True: only those that are off track today' })),
});

/** Joint initiatives: what associations carry together, and its content. */
export function registerInitiatives(app: App, { db, now }: Context): void {
  const tags = ['initiatives'];

  app.get(
    '/areas/:area/initiatives',
    {
      config: { action: 'initiatives.read' },
      schema: {
        tags,
        summary:
          'The joint initiatives of an area, and those of others that it was asked to take part in, the newest first',
        description:
          'What is of the area goes by its id, what is of another one by `area/id`. Through each area one acts for an association of it.',
        params: AreaParams,
        querystring: ListQuery,
        response: { 200: pageOf(InitiativeSchema), ...problems },
      },
    },
    async ({ params: { area }, query }) => {
      await requireArea(db, area);
      const all = await listInitiatives(db, area, await dayInArea(db, area, now()));
      const places = query.village === undefined ? [] : await listVillageLocations(db, area);
      return { items: all.filter((one) => isAsked(one, query, places)), next: null };
    },
  );

  app.post(
    '/areas/:area/initiatives',
    {
      config: { action: 'initiative.open' },
      schema: {
        tags,
        summary: 'Write down an idea for a joint initiative, which one’s own association leads',
        params: AreaParams,
        headers: CreationHeaders,
        body: InitiativeInputSchema,
        response: { 201: InitiativeSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const made = await openInitiative(db, {
        area,
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      reply.header('location', `/api/v1/areas/${area}/initiatives/${made.id}`);
      return tagged(reply.status(201), made);
    },
  );

  app.get(
    '/areas/:area/initiatives/:initiative',
    {
      config: { action: 'initiatives.read' },
      schema: {
        tags,
        summary: 'One joint initiative: its content, who approved it, how far it has come',
        params: InitiativeParams,
        response: { 200: InitiativeSchema, ...problems },
      },
    },
    async ({ params }, reply) => tagged(reply, (await requireInitiative(db, params, now())).initiative),
  );

  app.put(
    '/areas/:area/initiatives/:initiative',
    {
      config: {
        action: 'initiative.change',
        rateLimit: { max: CONTENTS_A_MINUTE, timeWindow: '1 minute' },
      },
      schema: {
        tags,
        summary: 'Give an initiative another content, by its lead; all approvals become stale',
        description:
          'One that is agreed or runs is put to the partners anew. The same content changes nothing.',
        params: InitiativeParams,
        headers: IfMatchHeaders,
        body: InitiativeInputSchema,
        response: { 200: InitiativeSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const doing = {
        ...request.params,
        version,
        input: request.body,
        client: clientOf(request),
        now: now(),
      };
      const actor = requireActor(request, request.params.area);
      return tagged(reply, await reviseInitiative(db, { ...doing, actor }));
    },
  );
}

function isAsked(
  initiative: Initiative,
  { state, association, village, offTrack }: Static<typeof ListQuery>,
  places: Awaited<ReturnType<typeof listVillageLocations>>,
): boolean {
  const { content, troubles } = initiative;
  if (state !== undefined && initiative.state !== state) return false;
  if (association !== undefined && !partiesOf(content).includes(association)) return false;
  if (offTrack !== undefined && troubles.length > 0 !== offTrack) return false;
  return village === undefined || targetVillages(content, places).some(({ id }) => id === village);
}

function tagged(reply: FastifyReply, initiative: Initiative): Initiative {
  // With each day a milestone may be late.
  reply.header('etag', etagOf(initiative.version, initiative.troubles.length));
  return initiative;
}

import {
  AreaNeedSchema,
  AssociationSchema,
  authorize,
  CapacitySchema,
  DomainError,
  NeedInputSchema,
  NeedShareSchema,
} from '@nitaq/core';
import { asService } from '../database/acting.ts';
import { actorOf } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { requirePerson } from '../plugins/rights.ts';
import { findAssociation } from '../repositories/association-repository.ts';
import { findVillage } from '../repositories/village-repository.ts';
import { enterNeed, shareNeed } from '../services/enter-need.ts';
import { etagOf } from '../services/etag.ts';
import { requireInstant } from '../services/find-plan.ts';
import { knownNeed } from '../services/known-need.ts';
import { refuseUnless } from '../services/refuse-unless.ts';
import { stateOfAssociation } from '../services/state-of-association.ts';
import type { App, Context } from './context.ts';
import {
  AreaParams,
  AsOfQuery,
  AssociationParams,
  done,
  IfMatchHeaders,
  problems,
  VillageParams,
} from './schemas.ts';

/** How many need care, as far as the person who asks may know it, and how many an association can care for. */
export function registerNeed(app: App, { db, lookup, now }: Context): void {
  const tags = ['need'];

  app.get(
    '/areas/:area/need',
    {
      config: { action: 'need.read' },
      schema: {
        tags,
        summary: 'Need by village and association: one’s own exactly, others’ in bands and rounded totals',
        description:
          'With `at`: the rounds that were known then, by the plan in force then. Whose exact counts one may know follows ' +
          'from today; totals say no more than the bands of their villages.',
        params: AreaParams,
        querystring: AsOfQuery,
        response: { 200: AreaNeedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const { at } = request.query;
      const present = now();
      const instant = await requireInstant(db, { area, at, now: present });
      reply.header('cache-control', 'private, no-store');
      const ownersOf = await lookup.ownersIn(area, present);
      const asOf = at === undefined ? null : { instant, ownersOf: await lookup.ownersIn(area, instant) };
      // What may be known of others' counts is worked out from all of them.
      return knownNeed(asService(db), { area, person: requirePerson(request), ownersOf, now: present, asOf });
    },
  );

  app.put(
    '/areas/:area/villages/:village/need',
    {
      config: { action: 'need.count' },
      schema: {
        tags,
        summary:
          'Counts of a village in a survey round; by whoever covers it, or the council where nobody does',
        params: VillageParams,
        body: NeedInputSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, village } = request.params;
      if ((await findVillage(db, area, village)) === null)
        throw new DomainError('village-not-found', { village });
      const owners = (await lookup.ownersIn(area, now()))(village);
      const person = requirePerson(request);
      const [first = null] = owners;
      const verdicts = [first, ...owners].map((association) =>
        authorize(person, 'need.count', { area, association }),
      );
      refuseUnless(verdicts.includes('allowed') ? 'allowed' : (verdicts[0] ?? 'not-allowed'));
      const entry = { area, client: clientOf(request), actor: actorOf(request, area), now: now() };
      await enterNeed(db, { ...entry, village, need: request.body });
      return reply.status(204).send(null);
    },
  );

  app.put(
    '/areas/:area/need/shares/:association',
    {
      config: { action: 'need.share' },
      schema: {
        tags,
        summary: 'Let another association see one’s own exact counts until a date',
        params: AssociationParams,
        body: NeedShareSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, association: reader } = request.params;
      const owner = requirePerson(request).memberships.find((one) => one.area === area)?.association ?? null;
      if (owner === null || owner === reader) throw new DomainError('not-allowed');
      if ((await findAssociation(db, area, reader)) === null) {
        throw new DomainError('association-not-found', { association: reader, area });
      }
      const { until } = request.body;
      const entry = { area, client: clientOf(request), actor: actorOf(request, area), now: now() };
      await shareNeed(db, { ...entry, owner, reader, until: until === null ? null : new Date(until) });
      return reply.status(204).send(null);
    },
  );

  app.put(
    '/areas/:area/associations/:association/capacity',
    {
      config: { action: 'capacity.state' },
      schema: {
        tags,
        summary: 'How many orphans an association can care for',
        params: AssociationParams,
        headers: IfMatchHeaders,
        body: CapacitySchema,
        response: { 200: AssociationSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, association } = request.params;
      const entry = { client: clientOf(request), actor: actorOf(request, area) };
      const stated = await stateOfAssociation(db, {
        area,
        association,
        version,
        ...entry,
        stated: request.body,
      });
      reply.header('etag', etagOf(stated.version));
      return stated;
    },
  );
}

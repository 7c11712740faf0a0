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
import { requireVersion } from '../plugins/if-match.ts';
import { requirePerson } from '../plugins/rights.ts';
import { findAssociation } from '../repositories/association-repository.ts';
import { putNeed, putShare } from '../repositories/need-repository.ts';
import { findVillage } from '../repositories/village-repository.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { knownNeed } from '../services/known-need.ts';
import { refuseUnless } from '../services/refuse-unless.ts';
import { stateCapacity } from '../services/state-capacity.ts';
import type { App, Context } from './context.ts';
import { AreaParams, AssociationParams, done, IfMatchHeaders, problems, VillageParams } from './schemas.ts';

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
        params: AreaParams,
        response: { 200: AreaNeedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      await requireArea(db, area);
      reply.header('cache-control', 'private, no-store');
      const ownersOf = await lookup.ownersIn(area, now());
      // What may be known of others' counts is worked out from all of them.
      return knownNeed(asService(db), { area, person: requirePerson(request), ownersOf, now: now() });
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
      await putNeed(db, area, village, request.body);
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
      await putShare(db, area, { owner, reader, until: until === null ? null : new Date(until) });
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
      const stated = await stateCapacity(db, { area, association, version, ...request.body });
      reply.header('etag', etagOf(stated.version));
      return stated;
    },
  );
}

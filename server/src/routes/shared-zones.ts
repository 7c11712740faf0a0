import { PlanZoneSchema, ZoneInputSchema } from '@nitaq/core';
import { actorOf } from '../plugins/actor.ts';
import { cacheByPlan } from '../plugins/caching.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listZones } from '../repositories/shared-zone-repository.ts';
import { agreeZone, changeZone, removeZone } from '../services/agree-zone.ts';
import { etagOf } from '../services/etag.ts';
import { requirePlan, requirePlanAsOf } from '../services/find-plan.ts';
import type { App, Context } from './context.ts';
import {
  ABOUT_AT,
  AsOfQuery,
  CreationHeaders,
  done,
  IfMatchHeaders,
  PlanParams,
  pageOf,
  problems,
  ZoneParams,
} from './schemas.ts';

/** Overlaps that are agreed: who leads there, with whom, for which services, until when. */
export function registerSharedZones(app: App, { db, analyser, now }: Context): void {
  const tags = ['plans'];
  const checking = () => ({ database: db, analyser, now: now() });

  app.get(
    '/areas/:area/plans/:plan/shared-zones',
    {
      config: { action: 'plan.read' },
      schema: {
        tags,
        summary: 'The places of a plan that associations agreed to share, the oldest first',
        description:
          'Those that have ended are listed too. Where a zone holds is told by `shared` of the coverage of the plan: where ' +
          'just the lead and all partners claim the ground. A plan that is made from another has the same zones, under ' +
          'the same ids. ' +
          ABOUT_AT,
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: pageOf(PlanZoneSchema), ...problems },
      },
    },
    async ({ params, query, person }, reply) => {
      const { plan, present } = await requirePlanAsOf(db, { ...params, ...query, person, now: now() });
      cacheByPlan(reply, present);
      return { items: await listZones(db, { area: params.area, plan: plan.id }), next: null };
    },
  );

  app.post(
    '/areas/:area/plans/:plan/shared-zones',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Agree in a draft to share an overlap',
        params: PlanParams,
        headers: CreationHeaders,
        body: ZoneInputSchema,
        response: { 201: PlanZoneSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, plan } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      const zone = await agreeZone(checking(), {
        area,
        plan: id,
        input: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      return reply.status(201).header('etag', etagOf(zone.version)).send(zone);
    },
  );

  app.put(
    '/areas/:area/plans/:plan/shared-zones/:zone',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Agree otherwise on a zone of a draft; its version in quotation marks goes into If-Match',
        params: ZoneParams,
        headers: IfMatchHeaders,
        body: ZoneInputSchema,
        response: { 200: PlanZoneSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan, zone } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      const changed = await changeZone(checking(), {
        area,
        plan: id,
        zone,
        version,
        input: request.body,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      reply.header('etag', etagOf(changed.version));
      return changed;
    },
  );

  app.delete(
    '/areas/:area/plans/:plan/shared-zones/:zone',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Take a zone away from a draft: the place is an overlap again',
        params: ZoneParams,
        headers: IfMatchHeaders,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan, zone } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      await removeZone(db, {
        area,
        plan: id,
        zone,
        version,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      return reply.status(204).send(null);
    },
  );
}

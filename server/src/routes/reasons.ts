import { ReasonInputSchema, ReasonSchema } from '@nitaq/core';
import { actorOf } from '../plugins/actor.ts';
import { cacheByPlan } from '../plugins/caching.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listReasons } from '../repositories/reason-repository.ts';
import { addReason } from '../services/add-reason.ts';
import { changeReason, removeReason } from '../services/change-reason.ts';
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
  ReasonParams,
} from './schemas.ts';

/** Why the borders of plans run where they do. */
export function registerReasons(app: App, { db, now }: Context): void {
  const tags = ['plans'];

  app.get(
    '/areas/:area/plans/:plan/reasons',
    {
      config: { action: 'plan.read' },
      schema: {
        tags,
        summary: 'Why borders of a plan run where they do, the oldest reason first',
        description:
          'A reason stays where it was written down when the border is moved: show it at the nearest place of the border ' +
          'of its associations. A plan that is made from another has the same reasons, under the same ids. ' +
          ABOUT_AT,
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: pageOf(ReasonSchema), ...problems },
      },
    },
    async ({ params, query, person }, reply) => {
      const { plan, present } = await requirePlanAsOf(db, { ...params, ...query, person, now: now() });
      cacheByPlan(reply, present);
      return { items: await listReasons(db, { area: params.area, plan: plan.id }), next: null };
    },
  );

  app.post(
    '/areas/:area/plans/:plan/reasons',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Write down why a border of a draft runs where it does',
        params: PlanParams,
        headers: CreationHeaders,
        body: ReasonInputSchema,
        response: { 201: ReasonSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, plan } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      const reason = await addReason(db, {
        area,
        plan: id,
        input: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      return reply.status(201).header('etag', etagOf(reason.version)).send(reason);
    },
  );

  app.put(
    '/areas/:area/plans/:plan/reasons/:reason',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Rewrite a reason of a draft; its version in quotation marks goes into If-Match',
        params: ReasonParams,
        headers: IfMatchHeaders,
        body: ReasonInputSchema,
        response: { 200: ReasonSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan, reason } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      const change = {
        area,
        plan: id,
        reason,
        version,
        client: clientOf(request),
        actor: actorOf(request, area),
      };
      const changed = await changeReason(db, { ...change, input: request.body });
      reply.header('etag', etagOf(changed.version));
      return changed;
    },
  );

  app.delete(
    '/areas/:area/plans/:plan/reasons/:reason',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Take a reason away from a draft',
        params: ReasonParams,
        headers: IfMatchHeaders,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan, reason } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      await removeReason(db, {
        area,
        plan: id,
        reason,
        version,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      return reply.status(204).send(null);
    },
  );
}

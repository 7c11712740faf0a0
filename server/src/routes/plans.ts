import {
  authorize,
  CoverageReportSchema,
  NewPlanSchema,
  type Plan,
  PlanEditSchema,
  PlanSchema,
  readingOf,
} from '@nitaq/core';
import type { FastifyReply } from 'fastify';
import { actorOf } from '../plugins/actor.ts';
import { cacheByPlan } from '../plugins/caching.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listPlans } from '../repositories/plan-repository.ts';
import { createPlan } from '../services/create-plan.ts';
import { deleteDraft } from '../services/delete-draft.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea, requirePlan } from '../services/find-plan.ts';
import { renameDraft } from '../services/rename-draft.ts';
import type { App, Context } from './context.ts';
import {
  AreaParams,
  CreationHeaders,
  done,
  IfMatchHeaders,
  PlanParams,
  pageOf,
  problems,
} from './schemas.ts';

/** Plans and their coverage. */
export function registerPlans(app: App, { db, report, now }: Context): void {
  const tags = ['plans'];

  app.get(
    '/areas/:area/plans',
    {
      config: { action: 'plans.list' },
      schema: {
        tags,
        summary: 'The plans of an area, newest first',
        params: AreaParams,
        response: { 200: pageOf(PlanSchema), ...problems },
      },
    },
    async ({ params: { area }, person }, reply) => {
      await requireArea(db, area);
      reply.header('cache-control', 'private, no-cache');
      const plans = await listPlans(db, area, now());
      const items = plans.filter(({ state }) => authorize(person, readingOf(state), { area }) === 'allowed');
      return { items, next: null };
    },
  );

  app.post(
    '/areas/:area/plans',
    {
      config: { action: 'draft.create' },
      schema: {
        tags,
        summary: 'Make a draft, from another plan or from nothing',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewPlanSchema,
        response: { 201: PlanSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const plan = await createPlan(db, {
        area,
        input: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        actor: actorOf(request, area),
        now: now(),
      });
      tagDraft(reply, plan);
      return reply.status(201).header('location', `/api/v1/areas/${area}/plans/${plan.id}`).send(plan);
    },
  );

  app.get(
    '/areas/:area/plans/:plan',
    {
      config: { action: 'plan.read' },
      schema: {
        tags,
        summary: 'One plan; `in-force` names the plan in force. The ETag of a draft goes into If-Match',
        params: PlanParams,
        response: { 200: PlanSchema, ...problems },
      },
    },
    async ({ params: { area, plan } }, reply) => {
      const found = await requirePlan(db, area, plan, now());
      cacheByPlan(reply, found);
      tagDraft(reply, found);
      return found;
    },
  );

  app.patch(
    '/areas/:area/plans/:plan',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Rename a draft',
        params: PlanParams,
        headers: IfMatchHeaders,
        body: PlanEditSchema,
        response: { 200: PlanSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      const change = { area, plan: id, client: clientOf(request), actor: actorOf(request, area), version };
      const renamed = await renameDraft(db, { ...change, edit: request.body });
      tagDraft(reply, renamed);
      return renamed;
    },
  );

  app.delete(
    '/areas/:area/plans/:plan',
    {
      config: { action: 'draft.edit' },
      schema: {
        tags,
        summary: 'Delete a draft with its territories and reasons',
        params: PlanParams,
        headers: IfMatchHeaders,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      await deleteDraft(db, {
        area,
        plan: id,
        client: clientOf(request),
        actor: actorOf(request, area),
        version,
      });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/areas/:area/plans/:plan/coverage',
    {
      config: { action: 'plan.read' },
      schema: {
        tags,
        summary: 'Gaps, overlaps, what is shared by agreement, totals and the status of each village',
        params: PlanParams,
        response: { 200: CoverageReportSchema, ...problems },
      },
    },
    async ({ params: { area, plan } }, reply) => {
      const found = await requirePlan(db, area, plan, now());
      cacheByPlan(reply, found);
      return report(area, found, now());
    },
  );
}

/** Only a draft is written to; whatever else happens to a plan leaves its version as it is. */
function tagDraft(reply: FastifyReply, { state, version }: Plan): void {
  if (state === 'draft') reply.header('etag', etagOf(version));
}

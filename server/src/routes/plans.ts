import {
  authorize,
  CoverageReportSchema,
  NewPlanSchema,
  type Plan,
  PlanEditSchema,
  PlanSchema,
  planAsOf,
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
import { requireInstant, requirePlan, requirePlanAsOf } from '../services/find-plan.ts';
import { renameDraft } from '../services/rename-draft.ts';
import type { App, Context } from './context.ts';
import {
  ABOUT_AT,
  AreaParams,
  AsOfQuery,
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
        description:
          'With `at`: the plans that had come into force by then, as one knew them, so without what was decided later.',
        params: AreaParams,
        querystring: AsOfQuery,
        response: { 200: pageOf(PlanSchema), ...problems },
      },
    },
    async ({ params: { area }, query: { at }, person }, reply) => {
      const instant = await requireInstant(db, { area, at, now: now() });
      reply.header('cache-control', 'private, no-cache');
      const plans = await listPlans(db, area, now());
      const readable = plans.filter(
        ({ state }) => authorize(person, readingOf(state), { area }) === 'allowed',
      );
      const items =
        at === undefined
          ? readable
          : readable.map((plan) => planAsOf(plan, instant)).filter((one) => one !== null);
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
        description: ABOUT_AT,
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: PlanSchema, ...problems },
      },
    },
    async ({ params, query, person }, reply) => {
      const found = await requirePlanAsOf(db, { ...params, ...query, person, now: now() });
      cacheByPlan(reply, found.present);
      tagDraft(reply, found.plan);
      return found.plan;
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
        description: ABOUT_AT,
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: CoverageReportSchema, ...problems },
      },
    },
    async ({ params, query, person }, reply) => {
      const { plan, present, at } = await requirePlanAsOf(db, { ...params, ...query, person, now: now() });
      cacheByPlan(reply, present);
      return report(params.area, plan, at);
    },
  );
}

/** Only a draft is written to; whatever else happens to a plan leaves its version as it is. */
function tagDraft(reply: FastifyReply, { state, version }: Plan): void {
  if (state === 'draft') reply.header('etag', etagOf(version));
}

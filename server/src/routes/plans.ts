import {
  CoverageReportSchema,
  DomainError,
  NewPlanSchema,
  PlanSchema,
  TerritoryCollectionSchema,
  TerritoryFeatureSchema,
  TerritoryInputSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { cacheByPlan } from '../plugins/caching.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listPlans } from '../repositories/plan-repository.ts';
import { findTerritory, listTerritories } from '../repositories/territory-repository.ts';
import { createPlan } from '../services/create-plan.ts';
import { etagOf } from '../services/etag.ts';
import { IN_FORCE, requireArea, requirePlan } from '../services/find-plan.ts';
import { saveTerritory } from '../services/save-territory.ts';
import type { App, Context } from './context.ts';
import { AreaParams, IfMatchHeaders, PlanParams, pageOf, problems, TerritoryParams } from './schemas.ts';

/** A body of 20,000 vertices with seven decimals takes well under this. */
const TERRITORY_BODY_LIMIT = 4 * 2 ** 20;

const CreationHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Repeated with the same request: nothing new' }),
  ),
});

/** Plans, their territories and their coverage. */
export function registerPlans(app: App, { db, report, now }: Context): void {
  const tags = ['plans'];

  app.get(
    '/areas/:area/plans',
    {
      schema: {
        tags,
        summary: 'The plans of an area, newest first',
        params: AreaParams,
        response: { 200: pageOf(PlanSchema), ...problems },
      },
    },
    async ({ params: { area } }) => {
      await requireArea(db, area);
      return { items: await listPlans(db, area), next: null };
    },
  );

  app.post(
    '/areas/:area/plans',
    {
      onRequest: app.guardWrite,
      schema: {
        tags,
        summary: 'Make a draft, from another plan or from nothing',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewPlanSchema,
        response: { 201: PlanSchema, ...problems },
      },
    },
    async ({ params: { area }, body, headers }, reply) => {
      const plan = await createPlan(db, {
        area,
        input: body,
        idempotencyKey: headers['idempotency-key'] ?? null,
        now: now(),
      });
      return reply.status(201).header('location', `/api/v1/areas/${area}/plans/${plan.id}`).send(plan);
    },
  );

  app.get(
    '/areas/:area/plans/:plan',
    {
      schema: {
        tags,
        summary: 'One plan; `in-force` names the plan in force',
        params: PlanParams,
        response: { 200: PlanSchema, ...problems },
      },
    },
    async ({ params: { area, plan } }, reply) => {
      const found = await requirePlan(db, area, plan, now());
      cacheByPlan(reply, found);
      return found;
    },
  );

  app.get(
    '/areas/:area/plans/:plan/territories',
    {
      schema: {
        tags,
        summary: 'The territories of a plan as GeoJSON',
        params: PlanParams,
        response: { 200: TerritoryCollectionSchema, ...problems },
      },
    },
    async ({ params: { area, plan } }, reply) => {
      const found = await requirePlan(db, area, plan, now());
      cacheByPlan(reply, found);
      const features = await listTerritories(db, { area, plan: found.id });
      return { type: 'FeatureCollection' as const, plan: found.id, version: found.version, features };
    },
  );

  app.get(
    '/areas/:area/plans/:plan/territories/:association',
    {
      schema: {
        tags,
        summary: 'One territory; its ETag goes into If-Match',
        params: TerritoryParams,
        response: { 200: TerritoryFeatureSchema, ...problems },
      },
    },
    async ({ params: { area, plan, association } }, reply) => {
      const found = await requirePlan(db, area, plan, now());
      const territory = await findTerritory(db, { area, plan: found.id }, association);
      if (territory === null) throw new DomainError('association-not-found', { association, area });
      cacheByPlan(reply, found);
      // Under the alias another plan can have the same version of another territory: its content tells them apart.
      if (plan !== IN_FORCE) reply.header('etag', etagOf(territory.properties.version));
      return territory;
    },
  );

  app.put(
    '/areas/:area/plans/:plan/territories/:association',
    {
      bodyLimit: TERRITORY_BODY_LIMIT,
      onRequest: app.guardWrite,
      schema: {
        tags,
        summary: 'Replace a territory of a draft',
        params: TerritoryParams,
        headers: IfMatchHeaders,
        body: TerritoryInputSchema,
        response: { 200: TerritoryFeatureSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, plan, association } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      const saved = await saveTerritory(db, { area, plan: id, association, input: request.body, version });
      reply.header('etag', etagOf(saved.properties.version));
      return saved;
    },
  );

  app.get(
    '/areas/:area/plans/:plan/coverage',
    {
      schema: {
        tags,
        summary: 'Gaps, overlaps, totals and the status of each village',
        params: PlanParams,
        response: { 200: CoverageReportSchema, ...problems },
      },
    },
    async ({ params: { area, plan } }, reply) => {
      const found = await requirePlan(db, area, plan, now());
      cacheByPlan(reply, found);
      return report(area, found);
    },
  );
}

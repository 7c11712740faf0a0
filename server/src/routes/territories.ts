import {
  DomainError,
  TerritoriesEditSchema,
  TerritoryCollectionSchema,
  TerritoryFeatureSchema,
  TerritoryInputSchema,
} from '@nitaq/core';
import { actorOf } from '../plugins/actor.ts';
import { cacheByPlan } from '../plugins/caching.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { findTerritory, listTerritories } from '../repositories/territory-repository.ts';
import { etagOf } from '../services/etag.ts';
import { IN_FORCE, requirePlan, requirePlanAsOf } from '../services/find-plan.ts';
import { saveTerritories } from '../services/save-territories.ts';
import { saveTerritory } from '../services/save-territory.ts';
import type { App, Context } from './context.ts';
import {
  ABOUT_AT,
  AsOfQuery,
  IfMatchHeaders,
  PlanParams,
  problems,
  TerritoryParams,
  WriteHeaders,
} from './schemas.ts';

/** A body of 20,000 vertices with seven decimals takes well under this. */
const TERRITORY_BODY_LIMIT = 4 * 2 ** 20;

/** The territories of plans. */
export function registerTerritories(app: App, { db, now }: Context): void {
  const tags = ['plans'];

  app.get(
    '/areas/:area/plans/:plan/territories',
    {
      config: { action: 'plan.read' },
      schema: {
        tags,
        summary: 'The territories of a plan as GeoJSON',
        description: ABOUT_AT,
        params: PlanParams,
        querystring: AsOfQuery,
        response: { 200: TerritoryCollectionSchema, ...problems },
      },
    },
    async ({ params, query, person }, reply) => {
      const { plan, present } = await requirePlanAsOf(db, { ...params, ...query, person, now: now() });
      cacheByPlan(reply, present);
      const features = await listTerritories(db, { area: params.area, plan: plan.id });
      return { type: 'FeatureCollection' as const, plan: plan.id, version: plan.version, features };
    },
  );

  app.get(
    '/areas/:area/plans/:plan/territories/:association',
    {
      config: { action: 'plan.read' },
      schema: {
        tags,
        summary: 'One territory; its ETag goes into If-Match',
        description: ABOUT_AT,
        params: TerritoryParams,
        querystring: AsOfQuery,
        response: { 200: TerritoryFeatureSchema, ...problems },
      },
    },
    async ({ params: { area, plan, association }, query, person }, reply) => {
      const found = await requirePlanAsOf(db, { area, plan, ...query, person, now: now() });
      const territory = await findTerritory(db, { area, plan: found.plan.id }, association);
      if (territory === null) throw new DomainError('association-not-found', { association, area });
      cacheByPlan(reply, found.present);
      // Under the alias another plan can have the same version of another territory: its content tells them apart.
      if (plan !== IN_FORCE) reply.header('etag', etagOf(territory.properties.version));
      return territory;
    },
  );

  app.patch(
    '/areas/:area/plans/:plan/territories',
    {
      config: { action: 'draft.edit' },
      bodyLimit: TERRITORY_BODY_LIMIT,
      schema: {
        tags,
        summary: 'Save one edit of several territories of a draft, as a whole or not at all',
        description:
          'Each territory names the version that the edit was made on. Where any of them is at another version, nothing ' +
          'is stored and the problem `changed-since` (412) lists those in `changed`. Answers the saved territories only.',
        params: PlanParams,
        headers: WriteHeaders,
        body: TerritoriesEditSchema,
        response: { 200: TerritoryCollectionSchema, ...problems },
      },
    },
    async (request) => {
      const { area, plan } = request.params;
      const { id } = await requirePlan(db, area, plan, now());
      return saveTerritories(
        db,
        { area, plan: id, client: clientOf(request), actor: actorOf(request, area) },
        request.body,
      );
    },
  );

  app.put(
    '/areas/:area/plans/:plan/territories/:association',
    {
      config: { action: 'draft.edit' },
      bodyLimit: TERRITORY_BODY_LIMIT,
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
      const change = {
        area,
        plan: id,
        association,
        version,
        client: clientOf(request),
        actor: actorOf(request, area),
      };
      const saved = await saveTerritory(db, { ...change, input: request.body });
      reply.header('etag', etagOf(saved.properties.version));
      return saved;
    },
  );
}

import {
  AreaSchema,
  AreaSummarySchema,
  AssociationSchema,
  DomainError,
  MultiPolygonSchema,
  PhoneSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { actorOf } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { findArea, findLand, listAreas } from '../repositories/area-repository.ts';
import { findAssociation, listAssociations } from '../repositories/association-repository.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { locateSeat } from '../services/move-location.ts';
import { stateOfAssociation } from '../services/state-of-association.ts';
import type { App, Context } from './context.ts';
import { AreaParams, AssociationParams, IfMatchHeaders, LocationBody, pageOf, problems } from './schemas.ts';

const LandSchema = Type.Object({
  type: Type.Literal('Feature'),
  geometry: MultiPolygonSchema,
  properties: Type.Object({}),
});

/** Areas and their associations. */
export function registerAreas(app: App, { db }: Context): void {
  const tags = ['areas'];

  app.get(
    '/areas',
    {
      config: { action: 'area.read' },
      schema: { tags, summary: 'All areas', response: { 200: pageOf(AreaSummarySchema), ...problems } },
    },
    async () => ({ items: await listAreas(db), next: null }),
  );

  app.get(
    '/areas/:area',
    {
      config: { action: 'area.read' },
      schema: {
        tags,
        summary: 'One area with its boundary',
        params: AreaParams,
        response: { 200: AreaSchema, ...problems },
      },
    },
    async ({ params: { area } }) => {
      const found = await findArea(db, area);
      if (found === null) throw new DomainError('area-not-found', { area });
      return found;
    },
  );

  app.get(
    '/areas/:area/land',
    {
      config: { action: 'area.read' },
      schema: {
        tags,
        summary: 'The land around an area, for the coast on the map',
        params: AreaParams,
        response: { 200: LandSchema, ...problems },
      },
    },
    async ({ params: { area } }) => {
      await requireArea(db, area);
      const geometry = await findLand(db, area);
      if (geometry === null) throw new DomainError('land-not-found', { area });
      return { type: 'Feature' as const, geometry, properties: {} };
    },
  );

  app.get(
    '/areas/:area/associations',
    {
      config: { action: 'area.read' },
      schema: {
        tags,
        summary: 'The associations of an area',
        params: AreaParams,
        response: { 200: pageOf(AssociationSchema), ...problems },
      },
    },
    async ({ params: { area } }) => {
      await requireArea(db, area);
      return { items: await listAssociations(db, area), next: null };
    },
  );

  app.get(
    '/areas/:area/associations/:association',
    {
      config: { action: 'area.read' },
      schema: {
        tags,
        summary: 'One association',
        params: AssociationParams,
        response: { 200: AssociationSchema, ...problems },
      },
    },
    async ({ params: { area, association } }, reply) => {
      const found = await findAssociation(db, area, association);
      if (found === null) throw new DomainError('association-not-found', { association, area });
      reply.header('etag', etagOf(found.version));
      return found;
    },
  );

  app.put(
    '/areas/:area/associations/:association/phone',
    {
      config: { action: 'phone.state' },
      schema: {
        tags,
        summary: 'The telephone of an association, for everybody to see',
        params: AssociationParams,
        headers: IfMatchHeaders,
        body: Type.Object({ phone: PhoneSchema }, { additionalProperties: false }),
        response: { 200: AssociationSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, association } = request.params;
      const stated = await stateOfAssociation(db, {
        area,
        association,
        version,
        client: clientOf(request),
        actor: actorOf(request, area),
        stated: request.body,
      });
      reply.header('etag', etagOf(stated.version));
      return stated;
    },
  );

  app.put(
    '/areas/:area/associations/:association/seat/location',
    {
      config: { action: 'seat.place' },
      schema: {
        tags,
        summary: 'Place the seat of an association',
        params: AssociationParams,
        headers: IfMatchHeaders,
        body: LocationBody,
        response: { 200: AssociationSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, association } = request.params;
      const { location } = request.body;
      const moved = await locateSeat(db, {
        area,
        association,
        version,
        location,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      reply.header('etag', etagOf(moved.version));
      return moved;
    },
  );
}

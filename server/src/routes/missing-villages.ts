import {
  MissingVillageReportSchema,
  MissingVillageSchema,
  NewVillageSchema,
  SettlementSchema,
  VillageSchema,
} from '@nitaq/core';
import { asService } from '../database/acting.ts';
import { actorOf } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listMissingVillages } from '../repositories/missing-village-repository.ts';
import { addVillage } from '../services/add-village.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { reportMissingVillage } from '../services/missing-villages/report-missing-village.ts';
import { settleMissingVillage } from '../services/missing-villages/settle-missing-village.ts';
import type { App, Context } from './context.ts';
import {
  AreaParams,
  CreationHeaders,
  done,
  IfMatchHeaders,
  MissingVillageParams,
  pageOf,
  problems,
} from './schemas.ts';

/** Enough for all the villages of a road. */
const REPORTING = { max: 20, timeWindow: '1 minute' };

/** Villages that people miss: reporting them, and what becomes of it. */
export function registerMissingVillages(app: App, { db, now }: Context): void {
  const tags = ['villages'];

  app.post(
    '/areas/:area/missing-villages',
    {
      config: { action: 'missing-village.report', rateLimit: REPORTING },
      schema: {
        tags,
        summary: 'Report a village that is not among those that are known',
        description:
          'Reports of one name nearby are one, with a count. Nothing about who reports is stored, and places are kept to about 100 m.',
        params: AreaParams,
        headers: CreationHeaders,
        body: MissingVillageReportSchema,
        response: { 204: done, ...problems },
      },
    },
    async ({ params: { area }, body: report, headers }, reply) => {
      const idempotencyKey = headers['idempotency-key'] ?? null;
      // Anybody reports, without a role: the service writes it down.
      await reportMissingVillage(asService(db), { area, report, idempotencyKey, now: now() });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/areas/:area/missing-villages',
    {
      config: { action: 'missing-villages.settle' },
      schema: {
        tags,
        summary: 'Villages that were reported as missing and wait to be settled',
        params: AreaParams,
        response: { 200: pageOf(MissingVillageSchema), ...problems },
      },
    },
    async ({ params: { area } }) => {
      await requireArea(db, area);
      return { items: await listMissingVillages(db, area), next: null };
    },
  );

  app.post(
    '/areas/:area/missing-villages/:missing/settlement',
    {
      config: { action: 'missing-villages.settle' },
      schema: {
        tags,
        summary: 'Settle a village that was reported: add it, or its name to a known one, or dismiss it',
        params: MissingVillageParams,
        headers: IfMatchHeaders,
        body: SettlementSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, missing } = request.params;
      await settleMissingVillage(db, {
        area,
        missing,
        version: requireVersion(request),
        settlement: request.body,
        client: clientOf(request),
        actor: actorOf(request, area),
      });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/areas/:area/villages',
    {
      config: { action: 'village.add' },
      schema: {
        tags,
        summary: 'Add a village; its id is made of its English name',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewVillageSchema,
        response: { 201: VillageSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const made = await addVillage(db, {
        area,
        village: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        actor: actorOf(request, area),
        now: now(),
      });
      reply.header('etag', etagOf(made.version));
      reply.header('location', `/api/v1/areas/${area}/villages/${made.id}`);
      return reply.status(201).send(made);
    },
  );
}

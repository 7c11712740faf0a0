import { ApiKeyIdSchema, ApiKeyInputSchema, ApiKeySchema, MadeApiKeySchema } from '@nitaq/core';
import { Type } from 'typebox';
import { actorOf } from '../plugins/actor.ts';
import { ASKED_A_MINUTE, BATCHES_A_MINUTE } from '../plugins/api-keys.ts';
import { listApiKeys } from '../repositories/api-key-repository.ts';
import { makeApiKey, revokeApiKey } from '../services/api-keys.ts';
import type { App, Context } from './context.ts';
import { AssociationParams, done, pageOf, problems } from './schemas.ts';

const KeyParams = Type.Object({ ...AssociationParams.properties, key: ApiKeyIdSchema });
const MAKING = { max: 20, timeWindow: '1 minute' };

/** Keys with which the programs of an association ask. */
export function registerApiKeyRoutes(app: App, { db, now }: Context): void {
  const tags = ['areas'];
  const address = '/areas/:area/associations/:association/api-keys';
  const config = { action: 'api-keys.manage' } as const;

  app.get(
    address,
    {
      config,
      schema: {
        tags,
        summary: 'The keys of an association, without their secrets',
        params: AssociationParams,
        response: { 200: pageOf(ApiKeySchema), ...problems },
      },
    },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store');
      return { items: await listApiKeys(db, params), next: null };
    },
  );

  app.post(
    address,
    {
      config: { ...config, rateLimit: MAKING },
      schema: {
        tags,
        summary: 'Make a key; its secret is told this once',
        description: `Sent as \`Authorization: Bearer …\` with coverage, batch and villages. For each key ${ASKED_A_MINUTE.toLocaleString('en')} lookups and as many searches a minute are answered, and ${BATCHES_A_MINUTE} lists.`,
        params: AssociationParams,
        body: ApiKeyInputSchema,
        response: { 201: MadeApiKeySchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, association } = request.params;
      const actor = actorOf(request, area);
      const made = await makeApiKey(db, { area, association, actor, input: request.body, now: now() });
      reply.header('cache-control', 'no-store');
      return reply.status(201).send(made);
    },
  );

  app.delete(
    `${address}/:key`,
    {
      config,
      schema: {
        tags,
        summary: 'Revoke a key',
        params: KeyParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, association, key } = request.params;
      await revokeApiKey(db, { area, association, key, actor: actorOf(request, area) });
      return reply.status(204).send(null);
    },
  );
}

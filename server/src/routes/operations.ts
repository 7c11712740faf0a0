import { Type } from 'typebox';
import { mayWrite } from '../plugins/writes.ts';
import { pingDatabase } from '../repositories/database-repository.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';

const HealthSchema = Type.Object({ status: Type.Literal('ok') });
const healthy = { status: 'ok' as const };

const ServiceSchema = Type.Object({
  name: Type.Literal('nitaq'),
  writes: Type.Union([Type.Literal('allowed'), Type.Literal('refused')], {
    description: 'Refused unless the service listens on a loopback address',
  }),
});

/** Health for whoever watches over the service. */
export function registerHealth(app: App, { db }: Context): void {
  const schema = { tags: ['operations'], response: { 200: HealthSchema, ...problems } };
  app.get('/health/live', { schema: { ...schema, summary: 'The process answers' } }, async () => healthy);
  app.get('/health/ready', { schema: { ...schema, summary: 'The database answers too' } }, async () => {
    await pingDatabase(db);
    return healthy;
  });
}

/** What a client may do here. */
export function registerService(app: App, listensOnLoopback: boolean): void {
  app.get(
    '/service',
    {
      schema: {
        tags: ['operations'],
        summary: 'What a client may do here',
        response: { 200: ServiceSchema },
      },
    },
    async (request) => ({
      name: 'nitaq' as const,
      writes: mayWrite(listensOnLoopback, request) ? ('allowed' as const) : ('refused' as const),
    }),
  );
}

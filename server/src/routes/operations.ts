import { Type } from 'typebox';
import { pingDatabase } from '../repositories/database-repository.ts';
import type { App, Context } from './context.ts';
import { problems } from './schemas.ts';

const HealthSchema = Type.Object({ status: Type.Literal('ok') });
const healthy = { status: 'ok' as const };

/** Health for whoever watches over the service. */
export function registerHealth(app: App, { db }: Context): void {
  const schema = { tags: ['operations'], response: { 200: HealthSchema, ...problems } };
  app.get('/health/live', { schema: { ...schema, summary: 'The process answers' } }, async () => healthy);
  app.get('/health/ready', { schema: { ...schema, summary: 'The database answers too' } }, async () => {
    await pingDatabase(db);
    return healthy;
  });
}

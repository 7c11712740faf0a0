import { DomainError } from '@nitaq/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that a page of another site has its reader's browser send. Programs send no `Origin`, and no cookie they
 * were not given. Errors: `origin-foreign`.
 */
export function registerSameOrigin(app: FastifyInstance, publicUrl: URL): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(isForeign(request, publicUrl) ? new DomainError('origin-foreign') : undefined);
  });
}

function isForeign({ method, headers: { origin }, host: own }: FastifyRequest, publicUrl: URL): boolean {
  if (READING.has(method) || origin === undefined) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  return host !== own && host !== publicUrl.host;
}

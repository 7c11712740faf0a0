import { DomainError } from '@nitaq/core';
import type { FastifyInstance } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that a page of another site has its reader's browser send. Programs send no `Origin`, and no cookie they
 * were not given. Errors: `origin-foreign`.
 */
export function registerSameOrigin(app: FastifyInstance, publicUrl: URL): void {
  app.addHook('onRequest', async (request) => {
    const { origin } = request.headers;
    if (READING.has(request.method) || origin === undefined) return;
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    if (host !== request.host && host !== publicUrl.host) throw new DomainError('origin-foreign');
  });
}

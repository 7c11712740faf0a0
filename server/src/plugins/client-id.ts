import type { FastifyRequest } from 'fastify';

/** What the browser that writes calls itself, from `x-client-id`, which the route's schema has checked; or null. */
export function clientOf(request: FastifyRequest): string | null {
  const client = request.headers['x-client-id'];
  return typeof client === 'string' ? client : null;
}

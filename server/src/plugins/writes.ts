import { DomainError } from '@nitaq/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../config.ts';

/**
 * Whether this request may write: without accounts only a service that listens on this machine alone takes writes, and
 * only under a local name, so that neither a proxy in front nor a page that re-points its own name can reach it.
 */
export function mayWrite(listensOnLoopback: boolean, request: FastifyRequest): boolean {
  return listensOnLoopback && isLoopback(request.hostname);
}

/** A hook for routes that store something. Errors: `writes-refused`. */
export function writeGuard(listensOnLoopback: boolean) {
  return async (request: FastifyRequest): Promise<void> => {
    if (!mayWrite(listensOnLoopback, request)) throw new DomainError('writes-refused');
  };
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly guardWrite: ReturnType<typeof writeGuard>;
  }
}

export function registerWriteGuard(app: FastifyInstance, listensOnLoopback: boolean): void {
  app.decorate('guardWrite', writeGuard(listensOnLoopback));
}

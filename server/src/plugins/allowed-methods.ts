import { DomainError } from '@nitaq/core';
import type { FastifyInstance } from 'fastify';

/**
 * Tells who asks a known address with another method which ones it has (405 with `Allow`), before a body is read. Sees
 * the routes that are registered after it. Errors: `method-not-allowed`.
 */
export function registerAllowedMethods(app: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
  app.addHook('onRequest', ({ is404, url, method }, reply, done) => {
    const path = url.split('?')[0] ?? '';
    const allowed = is404 ? allowedAt(path) : '';
    if (allowed === '') {
      done();
      return;
    }
    reply.header('allow', allowed);
    done(new DomainError('method-not-allowed', { method, path, allowed }));
  });

  function allowedAt(path: string): string {
    const matching = [...methodsOf].filter(([pattern]) => matches(pattern, path));
    return [...new Set(matching.flatMap(([, methods]) => [...methods]))].sort().join(', ');
  }
}

/** True where a path is an address of a route; `:name` stands for one part that is not empty, `*` for all that follows. */
function matches(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const expected = pattern.split('/');
  const isOpen = expected.at(-1) === '*';
  if (isOpen) expected.pop();
  if (isOpen ? parts.length <= expected.length : parts.length !== expected.length) return false;
  return expected.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i]));
}

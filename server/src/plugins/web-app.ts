import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export const WEB_ROOT = path.resolve(import.meta.dirname, '../../../web/dist');

/** Serves the built web application. Its assets carry a hash of their content in their names. */
export async function registerWebApp(app: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(WEB_ROOT, 'index.html'))) {
    app.log.warn('The web application is not built: run npm run build');
    return;
  }
  await app.register(fastifyStatic, {
    root: WEB_ROOT,
    wildcard: false,
    cacheControl: false,
    setHeaders(response, file) {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const address of ['/find', '/find/:area/:village']) {
    app.get(address, { schema: { hide: true } }, (_, reply) => reply.sendFile('find.html'));
  }
}

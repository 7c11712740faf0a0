import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Everything comes from the service itself; the map draws from blobs and data addresses. */
const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'worker-src': ["'self'", 'blob:'],
};

const OTHERS: FastifyHelmetOptions = {
  // Made once: helmet would write it anew for each answer, which takes longer than many an answer.
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  // Whoever puts TLS in front decides on it.
  strictTransportSecurity: false,
};

/** Of an answer that is data, no page, and goes out so often that no more is said. */
const OF_DATA = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers data that no browser shows as a page; with `helmet: false`. */
    isData?: true;
  }
}

/** Tells browsers what a page of the service may do. */
export async function registerContentSecurity(app: FastifyInstance): Promise<void> {
  const policy = Object.entries(DIRECTIVES)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join(';');
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config.isData === true) reply.headers(OF_DATA);
    else reply.header('content-security-policy', policy);
    done();
  });
  await app.register(helmet, OTHERS);
}

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

const OF_PAGES = {
  'content-security-policy': Object.entries(DIRECTIVES)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  // What it turned on did harm in the browsers that had it.
  'x-xss-protection': '0',
};

/** Of an answer that is data, no page, and goes out so often that no more is said. */
const OF_DATA = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/** The same as names and values in turns. */
export const DATA_HEAD: readonly string[] = Object.entries(OF_DATA).flat();

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers data that no browser shows as a page. */
    isData?: true;
  }
}

/** Tells browsers what a page of the service may do. Whoever puts TLS in front decides on that. */
export function registerContentSecurity(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.config.isData === true ? OF_DATA : OF_PAGES);
    done();
  });
}

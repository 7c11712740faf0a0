import type { FastifyContextConfig, onRequestAsyncHookHandler } from 'fastify';
import type { App } from './context.ts';

/** One thread draws for everybody: whoever is not signed in gets no more of it than a noticeboard needs. */
const PRINTS_A_MINUTE = 20;
const TIMES_AS_MANY_WHEN_SIGNED_IN = 6;

/** What a route has for which something is drawn or printed. */
export interface Printing {
  readonly config: FastifyContextConfig;
  readonly onRequest: onRequestAsyncHookHandler;
}

/** One limit that all routes share for which something is drawn: by address, and by person for those who are signed in. */
export function printingRoutes(app: App, aMinute = PRINTS_A_MINUTE): Printing {
  return {
    config: { action: 'report.read', aMinute: { ofAddress: aMinute, ofKey: null } },
    onRequest: app.rateLimit({
      max: ({ person }) => (person === null ? aMinute : aMinute * TIMES_AS_MANY_WHEN_SIGNED_IN),
      timeWindow: '1 minute',
      keyGenerator: ({ person, ip }) => (person === null ? ip : `person ${person.id}`),
    }),
  };
}

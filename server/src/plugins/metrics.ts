import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Counts an answer of a route and how long it took, s. */
export type CountAnswer = (answer: {
  readonly method: string;
  /** The pattern, not the address: no name or place of a request ends up in the metrics. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}) => void;

/** Prometheus metrics of the process and of each route, at `/metrics`. */
export function registerMetrics(app: FastifyInstance): CountAnswer {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by route, method and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  // Finding the counters of some labels takes longer than counting.
  const known = new Map<string, ReturnType<typeof durations.labels>>();
  const countAnswer: CountAnswer = ({ method, route, status, seconds }) => {
    const key = `${method} ${status} ${route}`;
    const counters = known.get(key) ?? durations.labels({ method, route, status });
    known.set(key, counters);
    counters.observe(seconds);
  };
  app.addHook('onResponse', ({ method, routeOptions }, { statusCode: status, elapsedTime }, done) => {
    countAnswer({ method, route: routeOptions.url ?? 'unknown', status, seconds: elapsedTime / 1000 });
    done();
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
  return countAnswer;
}

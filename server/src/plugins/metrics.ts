import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Answers of one route with one status. */
export interface AnswerLabels {
  readonly method: string;
  /** The pattern, not the address: no name or place of a request ends up in the metrics. */
  readonly route: string;
  readonly status: number;
}

/** Counts an answer that took so long. */
export type CountAnswer = (seconds: number) => void;

/** Prometheus metrics of the process and of each route, at `/metrics`; resolves labels to what counts their answers. */
export function registerMetrics(app: FastifyInstance): (labels: AnswerLabels) => CountAnswer {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by route, method and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const counterOf = ({ method, route, status }: AnswerLabels): CountAnswer => {
    const counters = durations.labels({ method, route, status });
    return (seconds) => counters.observe(seconds);
  };
  // Finding the counters of some labels takes longer than counting.
  const known = new Map<string, CountAnswer>();
  app.addHook('onResponse', ({ method, routeOptions }, { statusCode: status, elapsedTime }, done) => {
    const route = routeOptions.url ?? 'unknown';
    const key = `${method} ${status} ${route}`;
    const countAnswer = known.get(key) ?? counterOf({ method, route, status });
    known.set(key, countAnswer);
    countAnswer(elapsedTime / 1000);
    done();
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
  return counterOf;
}

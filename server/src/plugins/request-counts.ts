import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { LRUCache } from 'lru-cache';

/** How many addresses and keys are remembered at each route; of more, the one that asked longest ago is forgotten. */
const REMEMBERED = 5_000;

interface Count {
  /** Requests since the window began. */
  current: number;
  /** When it began, and how long it still lasts, ms. */
  begun: number;
  ttl: number;
}

/** How often each address, or key, asked in the window of time that began with its first request. */
export class RouteCounts {
  readonly #counts = new LRUCache<string, Count>({ max: REMEMBERED });

  /** Counts a request, and says how many there are with it and how long the window still lasts. */
  count(key: string, windowMs: number): Readonly<Count> {
    const now = Date.now();
    const known = this.#counts.get(key);
    if (known === undefined || known.begun + windowMs <= now) {
      const first = { current: 1, begun: now, ttl: windowMs };
      this.#counts.set(key, first);
      return first;
    }
    known.current += 1;
    known.ttl = windowMs - (now - known.begun);
    return known;
  }

  /** As `count` would, without counting. */
  read(key: string, windowMs: number): { readonly current: number; readonly ttl: number } {
    const now = Date.now();
    const known = this.#counts.get(key);
    if (known === undefined || known.begun + windowMs <= now) return { current: 0, ttl: 0 };
    return { current: known.current, ttl: windowMs - (now - known.begun) };
  }
}

export interface RequestCounts {
  /** For the plugin that limits requests. */
  readonly Store: FastifyRateLimitStoreCtor;
  /** The counts of a GET route that has a limit. */
  ofRoute(url: string): RouteCounts;
}

/** The counts by which requests are limited: in our hands, so that whatever answers a route counts in the same place. */
export function createRequestCounts(): RequestCounts {
  const routes = new Map<string, RouteCounts>();

  class Store implements FastifyRateLimitStore {
    readonly #counts = new RouteCounts();

    incr(key: string, done: Parameters<FastifyRateLimitStore['incr']>[1], windowMs: number): void {
      done(null, this.#counts.count(key, windowMs));
    }

    read(key: string, done: Parameters<FastifyRateLimitStore['incr']>[1], windowMs: number): void {
      done(null, this.#counts.read(key, windowMs));
    }

    child(options: ChildOptions): Store {
      const { method, url } = options.routeInfo ?? {};
      const made = new Store();
      if (method === 'GET' && url !== undefined) routes.set(url, made.#counts);
      return made;
    }
  }

  return {
    Store,
    ofRoute(url) {
      const counts = routes.get(url);
      if (counts === undefined) throw new Error(`GET ${url} has no limit`);
      return counts;
    },
  };
}

/** What the plugin hands over in fact: the options of the limit, and the route apart. */
type ChildOptions = Parameters<FastifyRateLimitStore['child']>[0] & {
  readonly routeInfo?: { readonly method?: string | string[]; readonly url?: string };
};

import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { LRUCache } from 'lru-cache';

/** How many addresses and keys are remembered at each route; of more, the one that asked longest ago is forgotten. */
const REMEMBERED = 5_000;

/** The window of time of one address, or key. */
export interface CountedWindow {
  /** Requests since it began. */
  current: number;
  /** When it began, and how long it still lasts, ms. */
  readonly begun: number;
  ttl: number;
}

/** How often each address, or key, asked in the window of time that began with its first request. */
export class RouteCounts {
  readonly #windows = new LRUCache<string, CountedWindow>({ max: REMEMBERED });

  /** The window that lasts now, in which whoever answers a request counts it. */
  windowOf(key: string, windowMs: number): CountedWindow {
    const now = Date.now();
    const known = this.#windows.get(key);
    if (known !== undefined && now < known.begun + windowMs) {
      known.ttl = windowMs - (now - known.begun);
      return known;
    }
    const fresh = { current: 0, begun: now, ttl: windowMs };
    this.#windows.set(key, fresh);
    return fresh;
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
      const counted = this.#counts.windowOf(key, windowMs);
      counted.current += 1;
      done(null, counted);
    }

    read(key: string, done: Parameters<FastifyRateLimitStore['incr']>[1], windowMs: number): void {
      done(null, this.#counts.windowOf(key, windowMs));
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

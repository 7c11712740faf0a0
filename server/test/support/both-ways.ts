import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Agent, type IncomingMessage, request } from 'node:http';
import { expect } from 'vitest';
import type { App } from '../../src/routes/context.ts';
import { listen } from './event-stream.ts';

/** An answer as it came: names and values of its header in their order, but for what differs from one request to the next. */
export interface Answer {
  readonly status: number | undefined;
  readonly head: readonly string[];
  readonly body: string;
  readonly remaining: number;
  readonly resetS: number;
}

export interface BothWays {
  /** Asks, and says how many of Fastify's handlers were called for it. */
  readonly ask: (path: string, options?: AskOptions) => Promise<Answer & { readonly handlers: number }>;
  /**
   * Asks the ordinary way and what may be the short one: the answers are the same but for one more request that is counted.
   * Resolves to the second, and whether it went the short way.
   */
  readonly same: (path: string, headers?: Record<string, string>) => Promise<Answer & { isShort: boolean }>;
  readonly close: () => void;
}

interface AskOptions {
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

/** Such a header names nobody, but is one that the short way declines. */
const ORDINARY = { cookie: '' };
const HANDLER = 'tracing:fastify.request.handler:start';

/** Asks a service over HTTP on one connection, one question after the other. */
export async function openBothWays(app: App): Promise<BothWays> {
  const port = Number(new URL(await listen(app)).port);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let handlers = 0;
  const count = () => {
    handlers += 1;
  };
  subscribe(HANDLER, count);

  const ask: BothWays['ask'] = async (path, { headers = {}, method = 'GET' } = {}) => {
    const before = handlers;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path, method, headers, agent }, resolve).on('error', reject).end();
    });
    const pieces: Buffer[] = [];
    for await (const piece of answer) pieces.push(piece);
    return {
      status: answer.statusCode,
      head: answer.rawHeaders.map((text, i, all) => (isOfRequest(all[i - 1]) ? '' : text)),
      body: Buffer.concat(pieces).toString('latin1'),
      remaining: Number(answer.headers['ratelimit-remaining']),
      resetS: Number(answer.headers['ratelimit-reset']),
      handlers: handlers - before,
    };
  };

  const same: BothWays['same'] = async (path, headers = {}) => {
    const { handlers: one, ...ordinary } = await ask(path, { headers: { ...headers, ...ORDINARY } });
    const { handlers: more, ...other } = await ask(path, { headers });
    // Another minute has begun to be counted.
    if (other.resetS > ordinary.resetS) return same(path, headers);
    const { remaining, resetS } = other;
    expect(one, path).toBe(1);
    expect({ ...ordinary, remaining: ordinary.remaining - 1, resetS }, path).toEqual(other);
    return { ...other, remaining, isShort: more === 0 };
  };

  return {
    ask,
    same,
    close() {
      agent.destroy();
      unsubscribe(HANDLER, count);
    },
  };
}

function isOfRequest(name: string | undefined): boolean {
  return /^(?:date|ratelimit-remaining|ratelimit-reset)$/i.test(name ?? '');
}

import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import type { TrustProxy } from '../config.ts';
import { DATA_HEAD } from './content-security.ts';
import type { AnswerLabels, CountAnswer } from './metrics.ts';
import type { CountedWindow, RequestCounts } from './request-counts.ts';

/** An answer that is worked out. */
export interface ReadyAnswer {
  readonly status: (typeof STATUSES)[number];
  /** Names and values in turns. */
  readonly head: readonly string[];
  /** The bytes of the body as a text of Latin-1: Node writes head and body at once only where both are texts. */
  readonly body: string;
}

/**
 * A route that can answer a plain question at once, from memory. What it answers has to be, byte for byte, what the route
 * answers that is registered: whatever it is not sure of it declines, and the question goes on to that route untouched.
 */
export interface ShortWay {
  /** How its addresses begin. */
  readonly prefix: string;
  /** The pattern of the route it answers for, which is counted and limited. */
  readonly route: string;
  /** How many requests of one address are answered in a minute. */
  readonly aMinute: number;
  /** As what an address of the network is counted. */
  readonly keyOf: (address: string) => string;
  /** Null: it declines. */
  readonly answer: (url: string, headers: IncomingHttpHeaders) => ReadyAnswer | null;
}

interface ShortWaysOptions {
  readonly counts: RequestCounts;
  readonly counterOf: (labels: AnswerLabels) => CountAnswer;
  readonly trustProxy: TrustProxy;
}

const STATUSES = [200, 204, 304] as const;
const MINUTE_MS = 60_000;

/**
 * Answers the two questions that are asked most before Fastify sees them: decision 11 says why. Only what nobody in
 * particular asks goes the short way; it is limited, counted and guarded as by the route itself, and never logged, as no
 * request is. Called once all routes are registered.
 */
export function openShortWays(
  app: FastifyInstance,
  ways: readonly ShortWay[],
  { counts, counterOf, trustProxy }: ShortWaysOptions,
): void {
  const opened = ways.map((way) => ({
    ...way,
    /** What all answers begin with. */
    begins: [...DATA_HEAD, 'ratelimit-limit', String(way.aMinute)],
    requests: counts.ofRoute(way.route),
    countAnswer: Object.fromEntries(
      STATUSES.map((status) => [status, counterOf({ method: 'GET', route: way.route, status })]),
    ) as Record<ReadyAnswer['status'], CountAnswer>,
  }));
  const addressOf = addressReader(trustProxy);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });

  function isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', headers } = request;
    const way = opened.find(({ prefix }) => url.startsWith(prefix));
    if (way === undefined || isClosing || !isPlain(request)) return false;
    const begun = performance.now();
    let counted: CountedWindow;
    let answer: ReadyAnswer | null;
    try {
      counted = way.requests.windowOf(way.keyOf(addressOf(request)), MINUTE_MS);
      // The route refuses, in the reader's language, and nothing is worked out for whoever asks too often.
      if (counted.current >= way.aMinute) return false;
      answer = way.answer(url, headers);
    } catch {
      // What fails here fails at the route too, which knows how to say so.
      return false;
    }
    if (answer === null) return false;
    counted.current += 1;
    const { status, head, body } = answer;
    response.writeHead(status, [
      ...way.begins,
      'ratelimit-remaining',
      String(way.aMinute - counted.current),
      'ratelimit-reset',
      String(Math.ceil(counted.ttl / 1000)),
      ...head,
    ]);
    response.end(body, 'latin1');
    way.countAnswer[status]((performance.now() - begun) / 1000);
    return true;
  }

  // With a factory of servers, which would be the documented way, Fastify listens on one address of `localhost` only.
  const [ordinary] = app.server.listeners('request') as RequestListener[];
  if (ordinary === undefined) throw new Error('Fastify listens to no request');
  app.server.off('request', ordinary);
  app.server.on('request', (request, response) => {
    if (!isAnswered(request, response)) ordinary.call(app.server, request, response);
  });
}

/** A question that brings nothing that says who asks, and no body. */
function isPlain({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    headers.cookie === undefined &&
    headers.authorization === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

/** The address that asks, as Fastify tells it too. */
function addressReader(trustProxy: TrustProxy): (request: IncomingMessage) => string {
  const direct = ({ socket }: IncomingMessage) => {
    if (socket.remoteAddress === undefined) throw new Error('The connection is closed');
    return socket.remoteAddress;
  };
  if (trustProxy === false) return direct;
  const isTrusted = proxyAddr.compile(trustProxy);
  return (request) =>
    request.headers['x-forwarded-for'] === undefined ? direct(request) : proxyAddr(request, isTrusted);
}

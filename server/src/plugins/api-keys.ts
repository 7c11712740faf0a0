import { type ApiKey, type ApiKeyAddress, type AreaId, DomainError } from '@nitaq/core';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../database/open-database.ts';
import { useApiKey } from '../services/api-keys.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** As what keys may allow the route; left out: it takes none. */
    keyAddress?: ApiKeyAddress;
    /** How much of it is answered in a minute, where keys and addresses are counted apart. */
    aMinute?: AMinute;
  }
  interface FastifyRequest {
    /** The key that a program asks with; null: none. */
    apiKey: ApiKey | null;
  }
}

/** Two hundred a second: of lookups by one key, and by one address that has none. */
export const ASKED_A_MINUTE = 12_000;

/** A list of ten thousand rows in parts of a few hundred fits; no key raises it. */
export const BATCHES_A_MINUTE = 120;

/** As many as a program makes that was not told of a new key; then nothing of that address is looked up for a while. */
const FAILED_A_MINUTE = 60;

/** How much of a route is answered in a minute. */
interface AMinute {
  readonly ofAddress: number;
  /** Null: it takes none. */
  readonly ofKey: number | null;
}

/** The configuration of a route that programs may read with a key; what they ask is counted by key, all else by address. */
export function readableByKey(
  keyAddress: ApiKeyAddress,
  aMinute: AMinute & { readonly ofKey: number },
): FastifyContextConfig {
  const { ofAddress, ofKey } = aMinute;
  return {
    keyAddress,
    aMinute,
    rateLimit: {
      max: ({ apiKey }) => (apiKey === null ? ofAddress : ofKey),
      timeWindow: '1 minute',
      keyGenerator: ({ apiKey, ip }) => (apiKey === null ? ip : `key ${apiKey.id}`),
    },
  };
}

/**
 * Reads `Authorization: Bearer …` of requests to the API. A key opens nothing that is not for everybody: it says who asks
 * so often. What fails is counted by address, before the limits of routes are asked.
 * Errors: `api-key-unknown`, `api-key-not-taken`, `api-key-out-of-scope`, `too-many-requests`.
 */
export function registerApiKeys(
  app: FastifyInstance,
  { db, now }: { readonly db: Database; readonly now: () => Date },
): void {
  app.decorateRequest('apiKey', null);
  const failures = app.createRateLimit({ max: FAILED_A_MINUTE, timeWindow: '1 minute' });
  app.addHook('onRequest', (request, reply, done) => {
    const { authorization } = request.headers;
    const { action } = request.routeOptions.config;
    if (authorization === undefined || action === undefined) done();
    else readKey(authorization, request, reply).then(() => done(), done);
  });

  async function readKey(authorization: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { keyAddress } = request.routeOptions.config;
    if (keyAddress === undefined) throw new DomainError('api-key-not-taken');
    const failed = await failures(request, { increment: false });
    if (!failed.isAllowed && failed.remaining === 0) refuseForNow(reply, failed.ttlInSeconds);
    try {
      const key = await useApiKey(db, secretIn(authorization), now());
      requireInScope(key, keyAddress, request);
      request.apiKey = key;
    } catch (error) {
      if (error instanceof DomainError) await failures(request);
      throw error;
    }
  }

  app.addHook('preSerialization', ({ apiKey }, _reply, answer, done) => {
    const area = apiKey === null ? null : areaOf(answer);
    if (apiKey !== null && area !== null && !allows(apiKey, area)) {
      done(new DomainError('api-key-out-of-scope'));
    } else done(null, answer);
  });
}

function refuseForNow(reply: FastifyReply, seconds: number): never {
  reply.headers({
    'ratelimit-limit': FAILED_A_MINUTE,
    'ratelimit-remaining': 0,
    'ratelimit-reset': seconds,
    'retry-after': seconds,
  });
  throw new DomainError('too-many-requests');
}

function requireInScope(key: ApiKey, address: ApiKeyAddress, request: FastifyRequest): void {
  if (!key.addresses.includes(address)) throw new DomainError('api-key-out-of-scope');
  const area = areaNamed(request);
  // Which area a point lies in is known with the answer alone; a list is answered from the areas of its key.
  if (area !== undefined || address === 'villages') requireAllowed(key, area);
}

function secretIn(authorization: string): string {
  const [, secret] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (secret === undefined) throw new DomainError('api-key-unknown');
  return secret;
}

function requireAllowed(key: ApiKey, area: string | undefined): void {
  if (!allows(key, area)) throw new DomainError('api-key-out-of-scope');
}

function allows({ areas }: ApiKey, area: string | undefined): boolean {
  return areas === null || areas.includes(area as AreaId);
}

function areaNamed({ params, query }: FastifyRequest): string | undefined {
  const named = { ...(query as { area?: string }), ...(params as { area?: string }) };
  return named.area;
}

/** The area that an answer about coverage speaks of; null: none. */
function areaOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('status' in answer) || !('area' in answer))
    return null;
  return typeof answer.area === 'string' ? answer.area : null;
}

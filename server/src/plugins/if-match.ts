import { DomainError } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import { versionOf } from '../services/etag.ts';

/** A version that nothing ever has, for a tag that is none of ours. */
const NO_VERSION = 0;

/** The version a write was made on, from `If-Match`. Errors: `if-match-missing`. */
export function requireVersion(request: FastifyRequest): number {
  const ifMatch = request.headers['if-match'];
  if (ifMatch === undefined) throw new DomainError('if-match-missing');
  return versionOf(ifMatch) ?? NO_VERSION;
}

import { DomainError } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import type { VersionMatch } from '../repositories/version-match.ts';
import { versionsOf } from '../services/etag.ts';

/** The versions a write may be made on, from `If-Match`. Errors: `if-match-missing`. */
export function requireVersion(request: FastifyRequest): VersionMatch {
  const ifMatch = request.headers['if-match'];
  if (ifMatch === undefined) throw new DomainError('if-match-missing');
  return versionsOf(ifMatch);
}

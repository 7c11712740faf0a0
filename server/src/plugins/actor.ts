import type { AreaId } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import type { RecordedActor } from '../repositories/record-repository.ts';

/** Who sends a request about an area, for its record; null: nobody with a role there. */
export function actorOf({ person }: FastifyRequest, area: AreaId): RecordedActor {
  const membership = person?.memberships.find((one) => one.area === area);
  return person && membership ? { person: person.id, role: membership.role } : null;
}

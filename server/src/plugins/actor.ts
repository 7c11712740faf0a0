import { type AreaId, DomainError } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import type { RecordedActor } from '../repositories/record-repository.ts';
import type { Actor } from '../services/proposals/actor.ts';

/** Who sends a request about an area, for its record; null: nobody with a role there. */
export function actorOf(request: FastifyRequest, area: AreaId): RecordedActor {
  const found = actorIn(request, area);
  return found && { person: found.person, role: found.role };
}

/** Who acts in an area, in their role there. Errors: `not-allowed` for whoever has none. */
export function requireActor(request: FastifyRequest, area: AreaId): Actor {
  const found = actorIn(request, area);
  if (found === null) throw new DomainError('not-allowed');
  return found;
}

function actorIn({ person }: FastifyRequest, area: AreaId): Actor | null {
  const membership = person?.memberships.find((one) => one.area === area);
  if (!person || membership === undefined) return null;
  const { role, association } = membership;
  return { person: person.id, name: person.name, role, association };
}

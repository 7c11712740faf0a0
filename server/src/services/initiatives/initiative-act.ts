import {
  DomainError,
  hasEnded,
  type Initiative,
  type InitiativeAct,
  type InitiativeState,
  initiativeAfter,
  type ProblemCode,
  partiesOf,
} from '@nitaq/core';
import type { InitiativeKey } from '../../repositories/initiative-parts-repository.ts';
import type { VersionMatch } from '../../repositories/version-match.ts';
import type { Actor } from '../proposals/actor.ts';

/** Something that somebody does to an initiative. */
export interface InitiativeDoing extends InitiativeKey {
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

/** Something that is done on one version of it. */
export interface VersionedDoing extends InitiativeDoing {
  readonly version: VersionMatch;
}

/** The state that follows. Errors: `initiative-ended`, or why this cannot happen now. */
export function stateAfter(
  { state }: Initiative,
  act: InitiativeAct,
  otherwise: ProblemCode,
): InitiativeState {
  const after = initiativeAfter(state, act);
  if (after !== null) return after;
  throw new DomainError(hasEnded(state) ? 'initiative-ended' : otherwise);
}

/** Goes on where somebody acts for the association that leads. Errors: `not-allowed`. */
export function refuseAllButLead(actor: Actor, { content }: Initiative): void {
  if (actor.association !== content.lead) throw new DomainError('not-allowed');
}

/** Goes on where somebody acts for one of the associations that take part. Errors: `not-allowed`. */
export function refuseStranger(actor: Actor, { content }: Initiative): void {
  if (actor.association === null || !partiesOf(content).includes(actor.association))
    throw new DomainError('not-allowed');
}

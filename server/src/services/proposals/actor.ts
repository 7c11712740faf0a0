import { type AssociationId, type Doer, DomainError, type Proposal } from '@nitaq/core';
import type { RecordedActor } from '../../repositories/record-repository.ts';

/** Who acts on a proposal, in the role that they have in its area. */
export interface Actor extends Doer {
  readonly role: string;
  /** Whom they act for; null: for the whole area. */
  readonly association: AssociationId | null;
}

/** Who did it, as it is kept with what they did. */
export function doerOf({ person, name }: Actor): Doer {
  return { person, name };
}

/** Who did it, as the record has it: without their name. */
export function recordedActorOf({ person, role }: Actor): RecordedActor {
  return { person, role };
}

/** The association that somebody acts for. Errors: `not-allowed`. */
export function associationOf({ association }: Actor): AssociationId {
  if (association === null) throw new DomainError('not-allowed');
  return association;
}

/** Goes on where a proposal is of the association that somebody acts for. Errors: `not-allowed`. */
export function refuseStranger(actor: Actor, { association }: Proposal): void {
  if (actor.association !== association) throw new DomainError('not-allowed');
}

import type { AssociationId, Doer } from '@nitaq/core';
import type { RecordedActor } from '../../repositories/record-repository.ts';

/** Who acts on a proposal, in the role that they have in its area. */
export interface Actor extends Doer {
  readonly role: string;
}

/** Someone who acts for an association. */
export interface AssociationActor extends Actor {
  readonly association: AssociationId;
}

/** Who did it, as it is kept with what they did. */
export function doerOf({ person, name }: Actor): Doer {
  return { person, name };
}

/** Who did it, as the record has it: without their name. */
export function recordedActorOf({ person, role }: Actor): RecordedActor {
  return { person, role };
}

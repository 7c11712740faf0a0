import type { AssociationId, Position } from '@nitaq/core';

/** Somebody who draws on the plan that is shown. */
export interface Other {
  readonly client: string;
  readonly name: string;
  readonly pointer: Position | null;
  readonly editing: readonly AssociationId[];
  /** When they were heard of last, ms. */
  readonly heardAt: number;
}

export interface OthersSlice {
  /** Those who draw on the plan that is shown, too. */
  readonly others: readonly Other[];
  /** Takes over what others do, from now on; what they did in the area that was open before is forgotten. */
  followOthers(): void;
  /** Tells others where one is. */
  tellPresence(name: string): void;
  /** Tells others that one has gone. */
  tellGone(): void;
}

import type { AssociationId, Position } from '@nitaq/core';

/** How near to a border the hand sticks to it, px. */
export const SNAP_REACHES_PX = [6, 12, 24] as const;
export type SnapReachPx = (typeof SNAP_REACHES_PX)[number];

/** Whose outline the hand sticks to. */
export type SnapOwner =
  | { readonly kind: 'territory'; readonly association: AssociationId }
  | { readonly kind: 'boundary' }
  | { readonly kind: 'coast' };

/** Where the hand sticks, and to what. */
export interface Snap {
  readonly at: Position;
  readonly part: 'vertex' | 'edge';
  readonly owner: SnapOwner;
}

export function isSameSnap(one: Snap | null, other: Snap | null): boolean {
  return (
    one === other ||
    (one !== null &&
      other !== null &&
      one.part === other.part &&
      String(one.at) === String(other.at) &&
      one.owner.kind === other.owner.kind)
  );
}

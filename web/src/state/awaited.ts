import type { AssociationId, Membership } from '@nitaq/core';

interface OwnStanding {
  readonly association: AssociationId;
  readonly standing: 'signed' | 'objected' | 'stale' | 'silent';
}

/** Whether somebody has to answer for their association to what is put to it. */
export function isAwaited(standings: readonly OwnStanding[], own: Membership | null): boolean {
  const mine = standings.find(({ association }) => association === own?.association)?.standing;
  return own?.role === 'coordinator' && (mine === 'silent' || mine === 'stale');
}

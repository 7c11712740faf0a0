import type { AssociationId, TerritoryCollection } from '@nitaq/core';
import type { UnsavedTerritory } from './draft-storage.ts';
import { isSameDrawing } from './history.ts';

/** What this device has of a draft that the service does not have. */
export interface LeftUnsaved {
  readonly plan: string;
  readonly associations: readonly AssociationId[];
}

/** Those of what was kept on this device that the service has not got since. */
export function stillUnsaved(
  kept: readonly UnsavedTerritory[],
  { features }: Pick<TerritoryCollection, 'features'>,
): UnsavedTerritory[] {
  return kept.filter(({ association, geometry }) =>
    features.some(({ id, geometry: saved }) => id === association && !isSameDrawing(saved, geometry)),
  );
}

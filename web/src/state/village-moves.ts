import type { AssociationId, VillageCoverage, VillageId } from '@nitaq/core';

/** A village that other associations cover now than before. */
export interface VillageMove {
  readonly village: VillageId;
  readonly before: readonly AssociationId[];
  readonly now: readonly AssociationId[];
}

/** The villages whose associations differ between two reports, in the order of the second. */
export function villageMoves(
  before: readonly VillageCoverage[],
  now: readonly VillageCoverage[],
): VillageMove[] {
  if (before === now) return [];
  const known = new Map(before.map((village) => [village.id, village.associations]));
  return now.flatMap(({ id, associations }) => {
    const were = known.get(id) ?? [];
    return were.join(' ') === associations.join(' ')
      ? []
      : [{ village: id, before: were, now: associations }];
  });
}

import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';

/** All places with the same claimants before and after an edit. */
export interface TwofoldCell {
  readonly isWithin: boolean;
  readonly before: readonly AssociationId[];
  readonly after: readonly AssociationId[];
  readonly areaM2: number;
}

// No slugs, so nobody's ids.
const BEFORE = 'before:';
const AFTER = 'after:';

/** The places that have other claimants after an edit than before it. */
export function changedCells(
  boundary: MultiPolygon | null,
  before: readonly Territory[],
  after: readonly Territory[],
): TwofoldCell[] {
  const { cells } = createCoverageMap({
    boundary,
    territories: [...renamed(before, BEFORE), ...renamed(after, AFTER)],
  });
  return cells
    .map(({ isWithin, associations, areaM2 }) => ({
      isWithin,
      areaM2,
      before: namesIn(associations, BEFORE),
      after: namesIn(associations, AFTER),
    }))
    .filter((cell) => cell.before.join(' ') !== cell.after.join(' '));
}

function renamed(territories: readonly Territory[], prefix: string): Territory[] {
  return territories.map(({ association, geometry }) => ({
    association: `${prefix}${association}` as AssociationId,
    geometry,
  }));
}

function namesIn(aliases: readonly AssociationId[], prefix: string): AssociationId[] {
  return aliases
    .filter((alias) => alias.startsWith(prefix))
    .map((alias) => alias.slice(prefix.length) as AssociationId);
}

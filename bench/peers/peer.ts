import type { MultiPolygon, Territory } from '@nitaq/core';

/** What everybody is given. */
export interface Plan {
  readonly boundary: MultiPolygon;
  readonly territories: readonly Territory[];
}

/** Areas on the ellipsoid, all measured by the core. */
export interface FoundAreas {
  /** Where k territories meet counts once for each pair (`pairs`), or k − 1 times (`layers`). */
  readonly overlapKm2: number;
  readonly gapKm2: number;
}

/**
 * Another tool that finds all gaps and overlaps. `find` is what is timed: from the same positions to the shapes, or
 * to what holds them; `areasOf` measures them afterwards, untimed.
 */
export interface Peer<Found> {
  readonly name: string;
  readonly counts: 'pairs' | 'layers';
  readonly find: (plan: Plan) => Found;
  readonly areasOf: (found: Found, plan: Plan) => FoundAreas;
  /** Gives back memory that no garbage collector sees. */
  readonly release: (found: Found) => void;
}

import { areaM2 } from '../geometry/area.ts';
import { partsOf } from '../geometry/territory-parts.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import { type Compactness, compactnessOf } from './compactness.ts';

/** What there is to say about a drawing by itself, soon enough to follow a hand. */
export interface TerritoryShape {
  /** Pieces that hang together; what only touches in a point does not. 0 for an empty territory. */
  readonly parts: number;
  /** Null for a territory without area. */
  readonly compactness: Compactness | null;
}

/** Measures the shape of a territory, without its lengths on the ellipsoid and what it covers. */
export function territoryShape(geometry: MultiPolygon): TerritoryShape {
  const { parts, seams } = partsOf(geometry);
  return {
    parts: parts.length,
    compactness: areaM2(geometry) > 0 ? compactnessOf(geometry, seams) : null,
  };
}

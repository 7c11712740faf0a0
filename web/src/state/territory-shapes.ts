import { type MultiPolygon, type TerritoryShape, territoryShape } from '@nitaq/core';

const known = new WeakMap<MultiPolygon, TerritoryShape>();

/** Keeps what somebody else found out about a drawing, so that it need not be measured here. */
export function keepShape(geometry: MultiPolygon, shape: TerritoryShape): void {
  known.set(geometry, shape);
}

/** Null where it is not known yet. */
export function knownShape(geometry: MultiPolygon): TerritoryShape | null {
  return known.get(geometry) ?? null;
}

/** What there is to say about a drawing by itself: of each it is found out once. */
export function shapeOf(geometry: MultiPolygon): TerritoryShape {
  const shape = known.get(geometry) ?? territoryShape(geometry);
  known.set(geometry, shape);
  return shape;
}

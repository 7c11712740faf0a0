import type { MultiPolygon, Position } from '@nitaq/core';
import type { AppState } from '../app-state.ts';

/** What of a territory's border can be moved: not what runs along the boundary of the area. */
export interface BorderHandles {
  readonly vertices: readonly Position[];
  readonly edges: readonly (readonly [Position, Position])[];
}

const known = new WeakMap<MultiPolygon, WeakMap<MultiPolygon, BorderHandles>>();

/** The vertices and edges within the area, each once. */
export function borderHandles(territory: MultiPolygon, boundary: MultiPolygon): BorderHandles {
  const ofBoundary = known.get(boundary) ?? new WeakMap<MultiPolygon, BorderHandles>();
  known.set(boundary, ofBoundary);
  const handles = ofBoundary.get(territory) ?? findHandles(territory, boundary);
  ofBoundary.set(territory, handles);
  return handles;
}

/** Those of the territory that is drawn; null where none is. */
export function handlesNow({ area, plan, editing }: AppState): BorderHandles | null {
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value || !editing) return null;
  const drawn = plan.value.territories.features.find(({ id }) => id === editing.association);
  return drawn?.geometry ? borderHandles(drawn.geometry, area.value.area.boundary) : null;
}

function findHandles(territory: MultiPolygon, boundary: MultiPolygon): BorderHandles {
  const fixed = boundaryKeys(boundary);
  const vertices: Position[] = [];
  const edges: [Position, Position][] = [];
  for (const ring of territory.coordinates.flat()) {
    let from = ring[0];
    for (const to of ring.slice(1)) {
      if (!fixed.has(keyOf(to))) vertices.push(to);
      if (from && !(fixed.has(keyOf(from)) && fixed.has(keyOf(to)))) edges.push([from, to]);
      from = to;
    }
  }
  return { vertices, edges };
}

const keys = new WeakMap<MultiPolygon, ReadonlySet<string>>();

function boundaryKeys(boundary: MultiPolygon): ReadonlySet<string> {
  const found = keys.get(boundary) ?? new Set(boundary.coordinates.flat(2).map(keyOf));
  keys.set(boundary, found);
  return found;
}

function keyOf([x, y]: Position): string {
  return `${x} ${y}`;
}

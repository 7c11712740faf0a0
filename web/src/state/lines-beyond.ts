import type { MultiPolygon, Position, TerritoryFeature } from '@nitaq/core';

type Features = readonly Pick<TerritoryFeature, 'id' | 'geometry'>[];

/** The stretches of the borders of some territories whose edges others do not have; what two of them share, once. */
export function linesBeyond(territories: Features, others: Features): Position[][] {
  const drawn = new Map(others.map(({ id, geometry }) => [id, edgesOf(geometry)]));
  const all = [...drawn.values()];
  const told = new Set<string>();
  return territories.flatMap(({ id, geometry }) => {
    const own = drawn.get(id) ?? NO_EDGES;
    // Nearly every edge still is one of its own territory; only the others are looked for in all.
    const isDrawn = (edge: string) => own.has(edge) || all.some((edges) => edges.has(edge));
    const isLeftOut = (edge: string) => {
      if (isDrawn(edge) || told.has(edge)) return true;
      told.add(edge);
      return false;
    };
    return ringsOf(geometry).flatMap((ring) => linesWithout(ring, isLeftOut));
  });
}

const NO_EDGES: ReadonlySet<string> = new Set();
const known = new WeakMap<MultiPolygon, ReadonlySet<string>>();

/** Worked out once for each drawing: of hundreds of territories one stroke changes a few. */
function edgesOf(geometry: MultiPolygon | null): ReadonlySet<string> {
  if (geometry === null) return NO_EDGES;
  const edges = known.get(geometry) ?? new Set(ringsOf(geometry).flatMap(edgesAlong));
  known.set(geometry, edges);
  return edges;
}

function ringsOf(geometry: MultiPolygon | null): Position[][] {
  return geometry?.coordinates.flat() ?? [];
}

function edgesAlong(ring: readonly Position[]): string[] {
  return ring.slice(1).map((to, i) => keyOf(ring[i] ?? to, to));
}

function linesWithout(ring: readonly Position[], isLeftOut: (edge: string) => boolean): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] | null = null;
  for (const [i, to] of ring.entries()) {
    const from = ring[i - 1];
    if (!from || isLeftOut(keyOf(from, to))) line = null;
    else if (line) line.push(to);
    else {
      line = [from, to];
      lines.push(line);
    }
  }
  return lines;
}

/** The same whichever way the edge runs. */
function keyOf(from: Position, to: Position): string {
  const isForth = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  return isForth ? `${from} ${to}` : `${to} ${from}`;
}

import type { MultiPolygon, Position } from '@nitaq/core';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** The borders that the plan to compare with has and the one shown has not. */
export const comparisonSource: SceneSource = {
  id: 'comparison',
  // While the hand moves they stay: working them out anew would cost more than the drawing.
  madeOf: ({ comparison, territories, drawing }) =>
    drawing?.before ? [comparison, drawing.before] : [comparison, territories],
  data: ({ comparison, territories }) => {
    const drawn = new Map((territories?.features ?? []).map(({ id, geometry }) => [id, edgesOf(geometry)]));
    const all = [...drawn.values()];
    const lines = (comparison?.features ?? []).flatMap(({ id, geometry }) => {
      const own = drawn.get(id) ?? NO_EDGES;
      // Nearly every edge still is one of its own territory; only the others are looked for in all.
      const isDrawn = (edge: string) => own.has(edge) || all.some((edges) => edges.has(edge));
      return ringsOf(geometry).flatMap(linesWithout(isDrawn));
    });
    const geometry: GeoJSON.MultiLineString = { type: 'MultiLineString', coordinates: lines };
    return collection(lines.length > 0 ? [{ type: 'Feature', geometry, properties: {} }] : []);
  },
};

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

/** The stretches of a ring whose edges are not drawn. */
function linesWithout(isDrawn: (edge: string) => boolean) {
  return (ring: readonly Position[]): Position[][] => {
    const lines: Position[][] = [];
    let line: Position[] | null = null;
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1];
      if (!from || isDrawn(keyOf(from, to))) line = null;
      else if (line) line.push(to);
      else {
        line = [from, to];
        lines.push(line);
      }
    }
    return lines;
  };
}

/** The same whichever way the edge runs. */
function keyOf(from: Position, to: Position): string {
  const isForth = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
  return isForth ? `${from} ${to}` : `${to} ${from}`;
}

/** Dashed, so that they are not taken for borders of the plan itself. */
export function comparisonLayers({ theme }: Scene): Layers {
  return [
    {
      id: 'comparison',
      type: 'line',
      source: 'comparison',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': TOKENS[theme].label,
        'line-width': byZoom(6, 1, 12, 2),
        'line-dasharray': [3, 3],
        'line-opacity': 0.75,
      },
    },
  ];
}

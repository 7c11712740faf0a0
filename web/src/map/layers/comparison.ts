import type { Position, TerritoryCollection } from '@nitaq/core';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** The borders that the plan to compare with has and the one shown has not. */
export const comparisonSource: SceneSource = {
  id: 'comparison',
  // While the hand moves they stay: working them out anew would cost more than the drawing.
  madeOf: ({ comparison, territories, drawing }) =>
    drawing?.dragged ? [comparison, drawing.dragged] : [comparison, territories],
  data: ({ comparison, territories }) => {
    const lines = ringsOf(comparison).flatMap(linesBeyond(edgeKeys(territories)));
    const geometry: GeoJSON.MultiLineString = { type: 'MultiLineString', coordinates: lines };
    return collection(lines.length > 0 ? [{ type: 'Feature', geometry, properties: {} }] : []);
  },
};

function ringsOf(territories: TerritoryCollection | null): Position[][] {
  return (territories?.features ?? []).flatMap(({ geometry }) => geometry?.coordinates.flat() ?? []);
}

function edgeKeys(territories: TerritoryCollection | null): ReadonlySet<string> {
  return new Set(
    ringsOf(territories).flatMap((ring) => ring.slice(1).map((to, i) => keyOf(ring[i] ?? to, to))),
  );
}

/** The stretches of a ring whose edges are none of those known. */
function linesBeyond(known: ReadonlySet<string>) {
  return (ring: readonly Position[]): Position[][] => {
    const lines: Position[][] = [];
    let line: Position[] | null = null;
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1];
      if (!from || known.has(keyOf(from, to))) line = null;
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
  return [String(from), String(to)].sort().join(' ');
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

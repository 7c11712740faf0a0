import { distanceBetweenM, type Position } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import { handlesNow } from './border-handles.ts';
import { vertexOfNextBorder } from './border-runs.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { EditorSlice } from './editing.ts';
import { nudged } from './nudge.ts';

type VertexCommands = Pick<
  EditorSlice,
  'chooseVertex' | 'stepVertex' | 'stepBorder' | 'deleteVertex' | 'nudgeVertex'
>;

/** One vertex of the border that is drawn, for keys and buttons: taken, moved by steps, taken out. */
export function vertexCommands({ get }: SliceContext, { change, planData }: DraftDesk): VertexCommands {
  const take = (vertex: Position | null): boolean => {
    if (!vertex) return false;
    // A stretch that is being chosen goes along.
    get().extendStretch(vertex);
    change({ vertex, notice: null });
    get().fly({ kind: 'point', at: vertex });
    return true;
  };
  return {
    chooseVertex: (vertex) => change({ vertex }),
    stepVertex: (by, atTheEnd = 'go-around') => {
      const { editing, view } = get();
      const vertices = handlesNow(get())?.vertices ?? [];
      const at = editing?.vertex ? indexIn(vertices, editing.vertex) : -1;
      // The first one is where the person looks.
      if (at < 0) return take(nearestTo(view?.centre ?? [0, 0], vertices));
      const isAtEnd = by === 1 ? at === vertices.length - 1 : at === 0;
      if (isAtEnd && atTheEnd === 'stop') return false;
      return take(vertices.at((at + by) % vertices.length) ?? null);
    },
    stepBorder: (by) => {
      take(vertexOfNextBorder(get(), by));
    },
    deleteVertex: () => {
      const vertex = get().editing?.vertex ?? null;
      if (vertex && get().edit({ kind: 'delete-vertex', at: vertex })) change({ vertex: null });
    },
    nudgeVertex: (steps) => {
      const { editing } = get();
      if (!editing?.vertex || !planData()) return;
      const { vertex, nudgeM, isAlone, association } = editing;
      const only = isAlone && association !== null ? { only: association } : {};
      const to = nudged(vertex, steps, nudgeM);
      if (get().edit({ kind: 'move-vertex', from: vertex, to, ...only })) change({ vertex: to });
    },
  };
}

function indexIn(vertices: readonly Position[], [x, y]: Position): number {
  return vertices.findIndex((one) => one[0] === x && one[1] === y);
}

function nearestTo(place: Position, vertices: readonly Position[]): Position | null {
  const distances = vertices.map((vertex) => distanceBetweenM(place, vertex));
  return vertices[distances.indexOf(Math.min(...distances))] ?? null;
}

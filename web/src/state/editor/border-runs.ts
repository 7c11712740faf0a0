import type { AssociationId, MultiPolygon, Position, Territory } from '@nitaq/core';
import type { AppState } from '../app-state.ts';
import { drawnTerritories } from './draft-territories.ts';

/** The border with one neighbour, from corner to corner; null: along a gap, an overlap, or another one's crooked way. */
interface BorderRun {
  readonly neighbour: AssociationId | null;
  /** Those that can be moved. */
  readonly vertices: readonly Position[];
}

/** Which one of how many the chosen vertex is, and of whose border. */
export interface VertexPlace {
  readonly at: Position;
  readonly number: number;
  readonly count: number;
  readonly associations: readonly AssociationId[];
}

/** Null where no vertex is chosen. */
export function placeOfVertex(state: Pick<AppState, 'area' | 'plan' | 'editing'>): VertexPlace | null {
  const { vertex = null, association = null } = state.editing ?? {};
  if (vertex === null || association === null) return null;
  const run = runWith(runsNow(state), vertex);
  if (!run) return null;
  const { neighbour, vertices } = run;
  return {
    at: vertex,
    number: 1 + indexIn(vertices, vertex),
    count: vertices.length,
    associations: neighbour === null ? [association] : [association, neighbour],
  };
}

/** The first vertex of the next border of the territory that is drawn, or of the one before; null where it has none. */
export function vertexOfNextBorder(
  state: Pick<AppState, 'area' | 'plan' | 'editing'>,
  by: 1 | -1,
): Position | null {
  const runs = runsNow(state);
  const vertex = state.editing?.vertex ?? null;
  const run = vertex && runWith(runs, vertex);
  const at = run ? runs.indexOf(run) + by : 0;
  return runs.at(at % Math.max(1, runs.length))?.vertices[0] ?? null;
}

function runsNow({ area, plan, editing }: Pick<AppState, 'area' | 'plan' | 'editing'>): readonly BorderRun[] {
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value || !editing?.association) return [];
  const territories = drawnTerritories(plan.value.territories);
  return borderRuns(territories, editing.association, area.value.area.boundary);
}

function borderRuns(
  territories: readonly Territory[],
  association: AssociationId,
  boundary: MultiPolygon,
): BorderRun[] {
  const behind = new Map<string, AssociationId>();
  for (const other of territories) {
    if (other.association === association) continue;
    for (const ring of other.geometry.coordinates.flat()) {
      for (const [from, to] of edgesOf(ring)) behind.set(`${from} ${to}`, other.association);
    }
  }
  const fixed = new Set(boundary.coordinates.flat(2).map(String));
  const own = territories.filter((one) => one.association === association);
  return own
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .flatMap((ring) => runsOf(edgesOf(ring), { behind, fixed }));
}

interface Surroundings {
  readonly behind: ReadonlyMap<string, AssociationId>;
  readonly fixed: ReadonlySet<string>;
}

function runsOf(
  edges: readonly (readonly [Position, Position])[],
  { behind, fixed }: Surroundings,
): BorderRun[] {
  const sides = edges.map(([from, to]): AssociationId | 'boundary' | null =>
    fixed.has(String(from)) && fixed.has(String(to))
      ? 'boundary'
      : (behind.get(`${to} ${from}`) ?? behind.get(`${from} ${to}`) ?? null),
  );
  // A ring begins anywhere, in the middle of a border too.
  const first = Math.max(
    0,
    sides.findIndex((side, i) => side !== sides.at(i - 1)),
  );
  const runs: { side: AssociationId | 'boundary' | null; vertices: Position[] }[] = [];
  for (let i = 0; i < edges.length; i++) {
    const at = (first + i) % edges.length;
    const [edge, side = null] = [edges[at], sides[at]];
    if (!edge) continue;
    const run = runs.at(-1);
    if (run && run.side === side) run.vertices.push(edge[1]);
    else runs.push({ side, vertices: [...edge] });
  }
  return runs.flatMap(({ side, vertices }) => {
    const movable = vertices.filter((vertex, i) => {
      const isClosed = i > 0 && i === vertices.length - 1 && String(vertex) === String(vertices[0]);
      return !isClosed && !fixed.has(String(vertex));
    });
    return side === 'boundary' || movable.length === 0 ? [] : [{ neighbour: side, vertices: movable }];
  });
}

function edgesOf(ring: readonly Position[]): (readonly [Position, Position])[] {
  return ring.slice(1).map((to, i) => [ring[i] ?? to, to] as const);
}

/** A corner between two borders belongs to the one that begins there. */
function runWith(runs: readonly BorderRun[], vertex: Position): BorderRun | null {
  const [first, ...others] = runs.filter(({ vertices }) => indexIn(vertices, vertex) >= 0);
  const beginning = [first, ...others].find((run) => run && indexIn(run.vertices, vertex) === 0);
  return beginning ?? first ?? null;
}

function indexIn(vertices: readonly Position[], [x, y]: Position): number {
  return vertices.findIndex((one) => one[0] === x && one[1] === y);
}

import {
  type AssociationId,
  type BorderEdge,
  borderEdges,
  type MultiPolygon,
  nearestOnBorder,
  type Position,
  type Ring,
  type Territory,
  traceBorder,
} from '@nitaq/core';

/** As many positions as a reason can have. */
const MOST_POSITIONS = 1000;

/** The one or two associations whose border a stretch is: the one that is drawn first. */
export function whoseStretch(
  territories: readonly Territory[],
  line: readonly Position[],
  drawn: AssociationId | null,
): AssociationId[] {
  const there = territories.flatMap(({ association }) => {
    const edges = borderEdges(territories, [association]);
    return line.every((position) => isOn(edges, position)) ? [association] : [];
  });
  const first = there.filter((one) => one === drawn);
  return [...first, ...there.filter((one) => one !== drawn).sort()].slice(0, 2);
}

/** The shorter way along the outline of a territory between two places on it; null where they are not on one. */
export function stretchBetween(own: readonly Territory[], from: Position, to: Position): Position[] | null {
  const traced = traceBorder({ boundary: null, territories: own }, { from, to });
  return traced.ok ? thinned(traced.positions) : null;
}

export interface DrawnBorder {
  readonly territories: readonly Territory[];
  readonly boundary: MultiPolygon;
  /** Whose border it is. */
  readonly association: AssociationId;
}

/** A stretch, longer by the way along its border up to where another neighbour begins, onwards or back. */
export function stretchToCorner(
  { territories, boundary, association }: DrawnBorder,
  line: readonly Position[],
  by: 1 | -1,
): Position[] {
  const end = by === 1 ? line.at(-1) : line[0];
  const own = territories.find((one) => one.association === association);
  const open = own && end ? ringWith(own.geometry, end) : null;
  if (!open || !end) return [...line];
  // A line that was drawn against the direction of the ring goes on as it went.
  const inside = by === 1 ? line.at(-2) : line[1];
  const start = open.findIndex((one) => isSame(one, end));
  const vertexAt = (step: number) => open.at((start + step) % open.length) ?? end;
  const step = inside && isSame(vertexAt(by), inside) ? -by : by;
  const outlines = [
    ...territories
      .filter((one) => one.association !== association)
      .map((one) => borderEdges([one], [one.association])),
    borderEdges([{ association, geometry: boundary }], [association]),
  ];
  const sideOf = (from: Position, to: Position) => {
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return outlines.map((edges) => isOn(edges, middle)).join();
  };
  const side = sideOf(vertexAt(0), vertexAt(step));
  const added: Position[] = [];
  for (let i = 1; i < open.length && line.length + added.length < MOST_POSITIONS; i++) {
    if (i > 1 && sideOf(vertexAt((i - 1) * step), vertexAt(i * step)) !== side) break;
    added.push(vertexAt(i * step));
  }
  return by === 1 ? [...line, ...added] : [...added.reverse(), ...line];
}

function ringWith({ coordinates }: MultiPolygon, vertex: Position): Ring | null {
  const ring = coordinates.flat().find((one) => one.some((position) => isSame(position, vertex)));
  return ring?.slice(0, -1) ?? null;
}

function isOn(edges: readonly BorderEdge[], position: Position): boolean {
  const nearest = nearestOnBorder(edges, position);
  return nearest !== null && isSame(nearest, position);
}

/** The line with fewer positions between its ends, where it has more than can be stored. */
function thinned(line: readonly Position[]): Position[] {
  const step = Math.ceil(line.length / (MOST_POSITIONS - 1));
  return line.filter((_, i) => i % step === 0 || i === line.length - 1);
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

import type { Arrangement } from './arrangement.ts';
import { NO_RINGS, type RingSet } from './ring-sets.ts';
import type { Segments } from './segments.ts';
import { turnOf } from './turn-of.ts';

const NONE = -1;

/**
 * The label of the place just west of a vertex from which no segment goes west: that on the east of the nearest segment
 * met on the way west, a hair north of the vertex so that no other vertex is met. Exact.
 */
export function labelWestOf(plane: Arrangement, vertex: number): RingSet {
  const { grid, segments, vertices } = plane;
  const [x, y] = [vertices.x.get(vertex), vertices.y.get(vertex)];
  const row = grid.rowAt(y);
  let nearest = NONE;
  for (let column = grid.columnAt(x); column >= 0; column--) {
    plane.forSegmentsIn(row * grid.columns + column, (segment) => {
      if (!isMet(segments, segment, vertex)) return;
      if (nearest === NONE || isEastOf(segments, segment, nearest)) nearest = segment;
    });
    // Segments of a cell reach into it, but may be met west of it.
    if (nearest !== NONE && meetingX(segments, nearest, y) > grid.westOf(column) + 1) break;
  }
  if (nearest === NONE) return NO_RINGS;
  return risesEastward(segments, nearest) ? segments.south.get(nearest) : segments.north.get(nearest);
}

/** Due north counts as rising: its north is its west. */
function risesEastward(segments: Segments, segment: number): boolean {
  const { y } = segments.vertices;
  return y.get(segments.high.get(segment)) > y.get(segments.low.get(segment));
}

/** The southern end of a segment, then its northern one. */
function southToNorth(segments: Segments, segment: number): [south: number, north: number] {
  const [low, high] = [segments.low.get(segment), segments.high.get(segment)];
  return risesEastward(segments, segment) ? [low, high] : [high, low];
}

/** Whether the way west from a vertex, a hair north of it, meets a segment. */
function isMet(segments: Segments, segment: number, vertex: number): boolean {
  if (!segments.isThere(segment)) return false;
  const { y } = segments.vertices;
  const [south, north] = southToNorth(segments, segment);
  if (y.get(south) > y.get(vertex) || y.get(north) <= y.get(vertex)) return false;
  return side(segments, segment, vertex) < 0;
}

/** Positive where a vertex lies west of the line of a segment, negative in the east of it, 0 on it. */
function side(segments: Segments, segment: number, vertex: number): number {
  const { x, y } = segments.vertices;
  const [south, north] = southToNorth(segments, segment);
  // robust-predicates thinks of y as pointing down.
  return -turnOf(x.get(south), y.get(south), x.get(north), y.get(north), x.get(vertex), y.get(vertex));
}

/** Of two segments that are met on one way west: whether the first is met earlier. */
function isEastOf(segments: Segments, one: number, other: number): boolean {
  const { y } = segments.vertices;
  const [[southOne, northOne], [southOther, northOther]] = [
    southToNorth(segments, one),
    southToNorth(segments, other),
  ];
  if (y.get(southOne) >= y.get(southOther)) {
    return (side(segments, other, southOne) || side(segments, other, northOne)) < 0;
  }
  return (side(segments, one, southOther) || side(segments, one, northOther)) > 0;
}

function meetingX(segments: Segments, segment: number, latitude: number): number {
  const { x, y } = segments.vertices;
  const [south, north] = southToNorth(segments, segment);
  const along = (latitude - y.get(south)) / (y.get(north) - y.get(south));
  return x.get(south) + along * (x.get(north) - x.get(south));
}

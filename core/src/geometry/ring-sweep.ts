import type { GeometryFault } from '../errors.ts';
import type { Point } from './orientation.ts';
import { crossingPoint, orientation, segmentsCross } from './orientation.ts';
import { faultOfMeeting, faultOfOverlap, type Passage } from './ring-meeting.ts';
import { codeOfCrossing, faultAt, pointAt, positionOf, type SourceRing } from './source-ring.ts';
import { compareLeaving, compareSwept, rangeThrough, type SweptEdge } from './sweep-line.ts';

/** Rings that meet in one point without crossing there. */
export interface RingTouch {
  readonly point: Point;
  readonly rings: readonly SourceRing[];
}

export type SweepResult =
  | { readonly ok: true; readonly touches: readonly RingTouch[] }
  | { readonly ok: false; readonly fault: GeometryFault };

interface Segment extends SweptEdge {
  readonly ring: SourceRing;
  /** Index of the point of the ring where the edge starts. */
  readonly index: number;
}

/** All that begins or turns at one point. */
interface SweepEvent {
  readonly point: Point;
  readonly corners: Passage[];
  readonly starting: Segment[];
}

/**
 * Looks for the first place, from west to east, where rings cross, touch themselves or run along each other; where
 * there is none, gives every point in which several rings touch. A sweep after Bentley and Ottmann (1979) that ends at
 * the first crossing, so hostile input costs no more than n log n comparisons. Exact on the grid.
 */
export function sweepRings(rings: readonly SourceRing[]): SweepResult {
  const touches: RingTouch[] = [];
  // The edges that the sweep line cuts, from south to north.
  const cut: Segment[] = [];
  for (const { point, corners, starting } of eventsOf(rings)) {
    const [from, to] = rangeThrough(cut, point);
    const through = cut.slice(from, to).filter(({ high }) => !isSame(high, point));
    const leaving = [...through, ...starting].sort(compareLeaving(point));
    const passages = [...corners, ...through.map(passageOf)];

    const fault =
      overlapAmong(point, leaving) ?? (passages.length > 1 ? faultOfMeeting(point, passages) : null);
    if (fault) return { ok: false, fault };
    if (passages.length > 1) touches.push({ point, rings: passages.map(({ ring }) => ring) });

    cut.splice(from, to - from, ...leaving);
    const crossing = crossingAt(cut, from) ?? crossingAt(cut, from + leaving.length);
    if (crossing) return { ok: false, fault: crossing };
  }
  return { ok: true, touches };
}

function overlapAmong(point: Point, leaving: readonly Segment[]): GeometryFault | null {
  for (const [i, segment] of leaving.entries()) {
    const next = leaving[i + 1];
    if (next && orientation(point, segment.high, next.high) === 0)
      return faultOfOverlap(point, segment, next);
  }
  return null;
}

/** Whether the edges on both sides of a place in the cut cross further on. */
function crossingAt(cut: readonly Segment[], place: number): GeometryFault | null {
  const [below, above] = [cut[place - 1], cut[place]];
  if (!below || !above || !segmentsCross(below.low, below.high, above.low, above.high)) return null;
  const { x, y } = crossingPoint(below.low, below.high, above.low, above.high);
  return {
    ...faultAt(codeOfCrossing(below.ring, above.ring), below.ring, below.index),
    position: positionOf({ x: Math.round(x), y: Math.round(y) }),
  };
}

function eventsOf(rings: readonly SourceRing[]): Iterable<SweepEvent> {
  const events = new Map<string, SweepEvent>();
  for (const ring of rings) {
    const count = ring.points.length;
    for (let index = 0; index < count; index++) {
      const point = pointAt(ring, index);
      const before = pointAt(ring, index + count - 1);
      const after = pointAt(ring, index + 1);
      const event = events.get(`${point.x} ${point.y}`) ?? { point, corners: [], starting: [] };
      events.set(`${point.x} ${point.y}`, event);
      event.corners.push({ ring, index, arms: [before, after] });
      if (compareSwept(point, before) < 0) {
        event.starting.push({ ring, index: (index + count - 1) % count, low: point, high: before });
      }
      if (compareSwept(point, after) < 0) event.starting.push({ ring, index, low: point, high: after });
    }
  }
  return [...events.values()].sort((a, b) => compareSwept(a.point, b.point));
}

function passageOf({ ring, index, low, high }: Segment): Passage {
  return { ring, index, arms: [low, high] };
}

function isSame(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

import { nearestOnEdge, squaredLength } from '../geometry/distance.ts';
import { degreeLengthsAt } from '../geometry/ellipsoid.ts';
import type { Position } from '../model/geometry.ts';
import type { Beyond, BorderPiece } from './border-pieces.ts';
import { directionTo } from './compass.ts';

/** A part of a border that runs in one direction. */
export interface Leg {
  readonly beyond: Beyond;
  readonly lengthM: number;
  readonly line: readonly Position[];
}

/** How far a leg may bend away from the straight line between its ends: a share of its length, and metres. */
const MOST_BEND = 0.18;
const LEAST_BEND_M = 1_500;
/** A line around an island as small as this is told in one. */
const SMALL_RING_M = 12_000;

/** A stretch cut where it turns, so that each leg can be told by one direction. */
export function legsOf(stretch: readonly BorderPiece[]): Leg[] {
  const first = stretch[0];
  if (!first) return [];
  const line = [first.from, ...stretch.map(({ to }) => to)];
  const lengths = stretch.map(({ lengthM }) => lengthM);
  const whole = sum(lengths);
  const isSmallRing = isSame(line[0], line.at(-1)) && whole <= SMALL_RING_M;
  const corners = isSmallRing ? [0, line.length - 1] : withoutStraightOnes(line, cornersOf(line, lengths));
  return corners.slice(1).map((end, index) => {
    const start = corners[index] ?? 0;
    return {
      beyond: first.beyond,
      lengthM: sum(lengths.slice(start, end)),
      line: line.slice(start, end + 1),
    };
  });
}

/** Douglas and Peucker's way: cut at the place that is farthest from the straight line, until none is far from it. */
function cornersOf(line: readonly Position[], lengths: readonly number[]): number[] {
  const corners = [0];
  const waiting: [start: number, end: number][] = [[0, line.length - 1]];
  while (waiting.length > 0) {
    const [start, end] = waiting.pop() ?? [0, 0];
    const bend = farthestFrom(line, start, end);
    const allowed = Math.max(LEAST_BEND_M, MOST_BEND * sum(lengths.slice(start, end)));
    if (bend !== null && bend.distanceM > allowed) {
      waiting.push([bend.index, end], [start, bend.index]);
    } else corners.push(end);
  }
  return corners;
}

function farthestFrom(line: readonly Position[], start: number, end: number) {
  const [from, to] = [line[start], line[end]];
  if (!from || !to) return null;
  const scale = degreeLengthsAt(from[1]);
  let farthest: { index: number; distanceM: number } | null = null;
  for (let index = start + 1; index < end; index += 1) {
    const place = line[index] ?? from;
    const distanceM = Math.sqrt(squaredLength(place, nearestOnEdge(place, from, to, scale), scale));
    if (distanceM > (farthest?.distanceM ?? 0)) farthest = { index, distanceM };
  }
  return farthest;
}

/** Without the corners at which the direction stays the same to the eighth of a turn. */
function withoutStraightOnes(line: readonly Position[], corners: readonly number[]): number[] {
  const directionAt = (index: number) => {
    const [from, to] = [line[corners[index] ?? 0], line[corners[index + 1] ?? 0]];
    return from && to ? directionTo(from, to) : null;
  };
  return corners.filter((_, index) => {
    const isEnd = index === 0 || index === corners.length - 1;
    return isEnd || directionAt(index - 1) !== directionAt(index);
  });
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

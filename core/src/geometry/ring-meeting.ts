import type { GeometryFault } from '../errors.ts';
import { compareClockwise, type Point } from './orientation.ts';
import { codeOfCrossing, codeOfOverlap, faultAt, positionOf, type SourceRing } from './source-ring.ts';

/** One way of a ring through a point: along the edge `index` or over the corner `index`, and its two neighbours. */
export interface Passage {
  readonly ring: SourceRing;
  readonly index: number;
  readonly arms: readonly [Point, Point];
}

/**
 * What is wrong where several passages meet in a point: two cross there, or one ring comes twice. Null if rings only
 * touch. Going around the point, passages that do not cross open and close like brackets.
 */
export function faultOfMeeting(point: Point, passages: readonly Passage[]): GeometryFault | null {
  const reference = passages[0]?.arms[0] ?? point;
  const around = passages
    .flatMap((passage) => passage.arms.map((arm) => ({ passage, arm })))
    .sort((a, b) => compareClockwise(point, reference, a.arm, b.arm));
  const open: Passage[] = [];
  const seen = new Set<Passage>();
  for (const { passage } of around) {
    const last = open.at(-1);
    if (last === passage) {
      open.pop();
    } else if (last && seen.has(passage)) {
      return {
        ...faultAt(codeOfCrossing(last.ring, passage.ring), last.ring, last.index),
        position: positionOf(point),
      };
    } else {
      open.push(passage);
      seen.add(passage);
    }
  }
  const rings = new Set<SourceRing>();
  for (const { ring, index } of passages) {
    if (rings.has(ring))
      return { ...faultAt('ring-touches-itself', ring, index), position: positionOf(point) };
    rings.add(ring);
  }
  return null;
}

/** Two edges run along each other from a point on. */
export function faultOfOverlap(
  point: Point,
  first: Pick<Passage, 'ring' | 'index'>,
  second: Pick<Passage, 'ring' | 'index'>,
): GeometryFault {
  const code = codeOfOverlap(first.ring, second.ring);
  return { ...faultAt(code, first.ring, first.index), position: positionOf(point) };
}

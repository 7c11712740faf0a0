import { degreeLengthsAt } from '../geometry/ellipsoid.ts';
import type { Point } from '../geometry/orientation.ts';
import type { Position, Ring } from '../model/geometry.ts';
import { forPieces } from './borders.ts';

/** Whose ground lies beyond a piece of an outline: that of one of two claimants, or of neither alone. */
export type Side = 'first' | 'second' | null;

/** A place on an outline. */
export interface Sample {
  readonly position: Position;
  /** In metres from the first position of the outline. */
  readonly point: Point;
  /** Whether it is a vertex of the outline. */
  readonly isVertex: boolean;
  /** What the piece that leads on from here has beyond it. */
  readonly side: 'first' | 'second';
}

/**
 * Places along a closed ring, no further apart than the spacing and two at least on each edge. An edge that has neither
 * claimant beyond it counts for the one that is nearer along the outline. Null where only one claimant has any edge.
 */
export function sampleOutline(
  ring: Ring,
  { spacingM, sideOf }: { spacingM: number; sideOf: (from: Position, to: Position) => Side },
): Sample[] | null {
  const origin = ring[0] ?? [0, 0];
  const { longitudeM, latitudeM } = degreeLengthsAt(origin[1]);
  const samples: (Omit<Sample, 'side'> & { side: Side })[] = [];
  forPieces(ring, (from, to) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const steps = Math.max(2, Math.ceil(Math.hypot(dx * longitudeM, dy * latitudeM) / spacingM));
    const side = sideOf(from, to);
    for (let step = 0; step < steps; step++) {
      const position: Position = [from[0] + (step / steps) * dx, from[1] + (step / steps) * dy];
      const point = { x: (position[0] - origin[0]) * longitudeM, y: (position[1] - origin[1]) * latitudeM };
      samples.push({ position, point, isVertex: step === 0, side });
    }
  });
  const sides = withoutGaps(samples.map(({ side }) => side));
  return sides && samples.map((sample, i) => ({ ...sample, side: sides[i] ?? 'first' }));
}

/** Gives each null the nearer of the sides around it, in a circle. */
function withoutGaps(sides: readonly Side[]): ('first' | 'second')[] | null {
  if (!sides.includes('first') || !sides.includes('second')) return null;
  const [before, after] = [distances(sides), distances([...sides].reverse()).reverse()];
  return sides.map((side, i) => {
    const [back, ahead] = [before[i] ?? 0, after[i] ?? 0];
    const nearest = side ?? sides.at((back <= ahead ? i - back : i + ahead) % sides.length);
    return nearest ?? 'first';
  });
}

/** How many steps back the last one is that has a side. */
function distances(sides: readonly Side[]): number[] {
  let steps = Infinity;
  const round = (): number[] => sides.map((side) => (steps = side === null ? steps + 1 : 0));
  // The first round tells how far the end is from the last side.
  round();
  return round();
}

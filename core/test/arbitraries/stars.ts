import fc from 'fast-check';
import { snapPosition } from '../../src/geometry/grid.ts';
import type { Position, Ring } from '../../src/model/geometry.ts';

/** How far the corners lie from the middle, in per cent, at equal angles; such a ring never crosses itself. */
const reaches = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 4, maxLength: 12 });

/** Star-shaped rings on the grid around a middle near 40° E, 20° N, up to two degrees wide. */
export const star: fc.Arbitrary<Ring> = fc
  .record({
    middle: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
    reaches,
  })
  .map(({ middle: [x, y], reaches }) =>
    starRing({ middle: [40 + x / 100, 20 + y / 100], reaches, width: 1, height: 1 }).map(snapPosition),
  );

/**
 * Star-shaped rings at all latitudes up to 89, from some kilometres to forty degrees high and about as many metres wide, or twice
 * or thrice as many, but within 160 degrees of longitude.
 */
export const starAnywhere: fc.Arbitrary<Ring> = fc
  .record({
    longitude: fc.double({ min: -90, max: 90, noNaN: true }),
    /** Of the way from the equator to where the ring touches the 89th parallel. */
    poleward: fc.double({ min: -1, max: 1, noNaN: true }),
    magnitude: fc.double({ min: Math.log10(0.02), max: Math.log10(20), noNaN: true }),
    stretch: fc.integer({ min: 1, max: 3 }),
    reaches,
  })
  .map(({ longitude, poleward, magnitude, stretch, reaches }) => {
    const height = 10 ** magnitude;
    const latitude = poleward * (89 - height);
    const width = Math.min(80, (stretch * height) / Math.cos((latitude * Math.PI) / 180));
    return starRing({ middle: [longitude, latitude], reaches, width, height });
  });

interface StarShape {
  readonly middle: Position;
  readonly reaches: readonly number[];
  /** Degrees from the middle to a corner of 100 per cent. */
  readonly width: number;
  readonly height: number;
}

function starRing({ middle, reaches, width, height }: StarShape): Ring {
  const positions = reaches.map((reach, i): Position => {
    const angle = (2 * Math.PI * i) / reaches.length;
    const share = reach / 100;
    return [middle[0] + width * share * Math.cos(angle), middle[1] + height * share * Math.sin(angle)];
  });
  return [...positions, ...positions.slice(0, 1)];
}

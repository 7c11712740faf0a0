import fc from 'fast-check';
import { snapPosition } from '../../src/geometry/grid.ts';
import type { Position, Ring } from '../../src/model/geometry.ts';

/** Star-shaped rings on the grid around a middle near 40° E, 20° N, up to two degrees wide; never crossing themselves. */
export const star: fc.Arbitrary<Ring> = fc
  .record({
    middle: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
    reaches: fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 4, maxLength: 12 }),
  })
  .map(({ middle, reaches }) => {
    const positions = reaches.map((reach, i): Position => {
      const angle = (2 * Math.PI * i) / reaches.length;
      const [x, y] = [reach * Math.cos(angle), reach * Math.sin(angle)];
      return snapPosition([40 + (middle[0] + x) / 100, 20 + (middle[1] + y) / 100]);
    });
    return [...positions, ...positions.slice(0, 1)];
  });

import fc from 'fast-check';
import { fromGrid } from '../../src/geometry/grid.ts';
import type { Position, Ring } from '../../src/model/geometry.ts';
import type { Territory } from '../../src/model/territory.ts';
import { multiPolygon, rectangle, territory } from '../fixtures/rectangles.ts';

const CELLS = 4;
const SPACING = 8;
const JITTER = 2;

/** Side of the square that a partition fills, from 0,0 on, in units of 1e-7 degree. */
export const PARTITION_SIDE = CELLS * SPACING;

/** The square itself. */
export const PARTITION_SQUARE = multiPolygon([
  rectangle(0, 0, fromGrid(PARTITION_SIDE), fromGrid(PARTITION_SIDE)),
]);

/**
 * Four territories that fill a square without gap or overlap, made of the triangles of a shaken lattice. Edges of all
 * slopes run through many grid points.
 */
export const partition: fc.Arbitrary<Territory[]> = fc
  .record({
    shifts: fc.array(fc.integer({ min: -JITTER, max: JITTER }), {
      minLength: 2 * (CELLS + 1) ** 2,
      maxLength: 2 * (CELLS + 1) ** 2,
    }),
    diagonals: fc.array(fc.boolean(), { minLength: CELLS ** 2, maxLength: CELLS ** 2 }),
    owners: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {
      minLength: 2 * CELLS ** 2,
      maxLength: 2 * CELLS ** 2,
    }),
  })
  .map(({ shifts, diagonals, owners }) => {
    const triangles = trianglesOf(shifts, diagonals);
    return ['a', 'b', 'c', 'd'].map((id) => territory(id, ...triangles.filter((_, i) => owners[i] === id)));
  });

function trianglesOf(shifts: readonly number[], diagonals: readonly boolean[]): Ring[] {
  const corner = (column: number, row: number): Position => {
    const index = 2 * (row * (CELLS + 1) + column);
    return [shaken(column, shifts[index] ?? 0), shaken(row, shifts[index + 1] ?? 0)];
  };
  return diagonals.flatMap((isRising, cell) => {
    const [column, row] = [cell % CELLS, Math.floor(cell / CELLS)];
    const [sw, se] = [corner(column, row), corner(column + 1, row)];
    const [nw, ne] = [corner(column, row + 1), corner(column + 1, row + 1)];
    return isRising
      ? [
          [sw, se, ne, sw],
          [sw, ne, nw, sw],
        ]
      : [
          [sw, se, nw, sw],
          [se, ne, nw, se],
        ];
  });
}

/** The outer corners stay in line. */
function shaken(step: number, shift: number): number {
  return fromGrid(step * SPACING + (step === 0 || step === CELLS ? 0 : shift));
}

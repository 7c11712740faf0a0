import { snapPosition } from '../../src/geometry/grid.ts';
import type { MultiPolygon, Position, Ring } from '../../src/model/geometry.ts';
import type { AssociationId } from '../../src/model/ids.ts';
import type { Territory } from '../../src/model/territory.ts';
import { type Random, seededRandom } from './seeded-random.ts';
import { wigglyLine } from './wiggly-line.ts';

/** An area and the territories in it. */
export interface GeneratedPlan {
  readonly boundary: MultiPolygon;
  readonly territories: readonly Territory[];
}

export interface WigglyPlanSize {
  readonly seed: number;
  readonly territories: number;
  /** About so many vertices in each territory. */
  readonly verticesEach: number;
}

/** South-western corner in degrees, and the width of about 100 km each way. */
const ORIGIN: Position = [40, 20];
const WIDTH: Position = [0.956, 0.903];
/** Corners are shaken by this share of a cell at most. */
const SHAKE = 0.15;

/**
 * An area of about 100 km × 100 km near 40° E, 20° N, divided without gap and overlap among so many territories: the
 * cells of a shaken lattice with wiggly sides. Neighbours have the very same positions along their border.
 */
export function wigglyPlan({ seed, territories, verticesEach }: WigglyPlanSize): GeneratedPlan {
  const lattice = latticeFor(territories);
  const sides = sidesOf(lattice, Math.max(1, Math.round(verticesEach / 4)), seededRandom(seed));
  const { rows, columns } = lattice;
  const claims: Territory[] = [];
  for (let row = 0; row < rows; row++) {
    // Where there are more cells than territories, the last two of a row are one.
    const wide = row < rows * columns - territories;
    for (let column = 0; column < columns - (wide ? 1 : 0); column++) {
      const end = wide && column === columns - 2 ? columns : column + 1;
      const ring = ringAround(sides, { west: column, east: end, south: row, north: row + 1 });
      claims.push({
        association: `t${claims.length + 1}` as AssociationId,
        geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
      });
    }
  }
  const outline = ringAround(sides, { west: 0, east: columns, south: 0, north: rows });
  return { boundary: { type: 'MultiPolygon', coordinates: [[outline]] }, territories: claims };
}

interface Lattice {
  readonly rows: number;
  readonly columns: number;
}

/** The sides of the cells, eastwards and northwards, by row and column of the corner from which they lead. */
interface Sides {
  readonly east: readonly (readonly Position[])[][];
  readonly north: readonly (readonly Position[])[][];
}

function latticeFor(cells: number): Lattice {
  const rows = Math.max(1, Math.floor(Math.sqrt(cells)));
  return { rows, columns: Math.ceil(cells / rows) };
}

function sidesOf({ rows, columns }: Lattice, pieces: number, random: Random): Sides {
  const corners = tabulate(rows + 1, columns + 1, (row, column) => {
    const [x, y] = [shaken(column, columns, random), shaken(row, rows, random)];
    return snapPosition([ORIGIN[0] + x * WIDTH[0], ORIGIN[1] + y * WIDTH[1]]);
  });
  const corner = (row: number, column: number): Position => corners[row]?.[column] ?? ORIGIN;
  return {
    east: tabulate(rows + 1, columns, (row, column) =>
      wigglyLine(corner(row, column), corner(row, column + 1), pieces, random),
    ),
    north: tabulate(rows, columns + 1, (row, column) =>
      wigglyLine(corner(row, column), corner(row + 1, column), pieces, random),
    ),
  };
}

/** Where a line of the lattice runs, as a share of the whole; the outermost lines stay where they are. */
function shaken(step: number, steps: number, random: Random): number {
  const by = (2 * random() - 1) * SHAKE;
  return (step + (step === 0 || step === steps ? 0 : by)) / steps;
}

/** The closed ring around a block of cells, counter-clockwise. */
function ringAround(
  { east, north }: Sides,
  block: { west: number; east: number; south: number; north: number },
): Ring {
  const ring: Ring = [];
  const follow = (side: readonly Position[] | undefined, isBackwards: boolean): void => {
    const line = isBackwards ? [...(side ?? [])].reverse() : (side ?? []);
    for (const position of line.slice(0, -1)) ring.push(position);
  };
  for (let column = block.west; column < block.east; column++) follow(east[block.south]?.[column], false);
  for (let row = block.south; row < block.north; row++) follow(north[row]?.[block.east], false);
  for (let column = block.east - 1; column >= block.west; column--) follow(east[block.north]?.[column], true);
  for (let row = block.north - 1; row >= block.south; row--) follow(north[row]?.[block.west], true);
  return [...ring, ...ring.slice(0, 1)];
}

function tabulate<T>(rows: number, columns: number, value: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => value(row, column)),
  );
}

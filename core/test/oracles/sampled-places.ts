import { coverOf } from '../../src/edits/village-shifts.ts';
import { boxOf, fromGrid } from '../../src/geometry/grid.ts';
import type { MultiPolygon, Position } from '../../src/model/geometry.ts';

const EACH_WAY = 15;

/** Rounding moves an edge by a step of the grid, and a long one that is cut by two. */
const CLEAR = fromGrid(4);
const AROUND: readonly Position[] = [
  [-CLEAR, -CLEAR],
  [CLEAR, -CLEAR],
  [CLEAR, CLEAR],
  [-CLEAR, CLEAR],
];

/** Places within a geometry, level with each other, up to 225: those well clear of its outline and of others. */
export function sampledPlaces(geometry: MultiPolygon, others: readonly MultiPolygon[] = []): Position[] {
  const { minX, minY, maxX, maxY } = boxOf(geometry.coordinates.flat(3));
  const isInside = coverOf(geometry);
  const covers = [geometry, ...others].map(coverOf);
  return Array.from({ length: EACH_WAY ** 2 }, (_, i): Position => {
    const [column, row] = [(i % EACH_WAY) + 0.5, Math.floor(i / EACH_WAY) + 0.5];
    return [minX + (column / EACH_WAY) * (maxX - minX), minY + (row / EACH_WAY) * (maxY - minY)];
  }).filter(([x, y]) => {
    const around = AROUND.map(([dx, dy]): Position => [x + dx, y + dy]);
    const isClear = covers.every((isIn) => around.every((place) => isIn(place) === isIn([x, y])));
    return isInside([x, y]) && isClear;
  });
}

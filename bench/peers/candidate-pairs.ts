import type { MultiPolygon, Territory } from '@nitaq/core';
import Flatbush from 'flatbush';

/** The pairs of territories whose boxes meet: a clipper that looks at pairs needs to look at no others. */
export function candidatePairs(territories: readonly Territory[]): [first: number, second: number][] {
  const index = new Flatbush(Math.max(1, territories.length));
  const boxes = territories.map(({ geometry }) => boxOf(geometry));
  for (const box of boxes) index.add(...box);
  index.finish();
  return boxes.flatMap((box, first) =>
    index.search(...box, (second) => second > first).map((second): [number, number] => [first, second]),
  );
}

function boxOf({ coordinates }: MultiPolygon): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of coordinates) {
    for (const ring of rings) {
      for (const [x, y] of ring) {
        if (x < box[0]) box[0] = x;
        if (y < box[1]) box[1] = y;
        if (x > box[2]) box[2] = x;
        if (y > box[3]) box[3] = y;
      }
    }
  }
  return box;
}

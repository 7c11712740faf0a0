/**
 * Clipper2 in WebAssembly on the position grid: each territory is first brought to non-crossing rings by the even-odd
 * rule, then the pairs whose boxes meet are intersected, and all are subtracted from the area at once. Coordinates go
 * in as 64-bit integers in one copy for each ring; results stay in its memory. All this measured fastest of what gives
 * right areas: without the first step it is a fifth faster, and wrong wherever a ring winds twice around a place.
 */
import { areaKm2, fromGrid, type MultiPolygon, type Ring, toGrid } from '@nitaq/core';
import type { Clipper2ZFactoryFunction, Paths64 } from 'clipper2-wasm/dist/clipper2z.d.ts';
import { candidatePairs } from './candidate-pairs.ts';
import type { Peer } from './peer.ts';

const entry = import.meta.resolve('clipper2-wasm/dist/es/clipper2z.js');
const { default: load } = (await import(entry)) as { default: Clipper2ZFactoryFunction };
const clipper = await load();
const { EvenOdd, NonZero } = clipper.FillRule;

interface ClipperFound {
  readonly overlaps: readonly Paths64[];
  readonly gap: Paths64;
}

export const clipper2Wasm: Peer<ClipperFound> = {
  name: 'clipper2-wasm',
  counts: 'pairs',
  find({ boundary, territories }) {
    const shapes = territories.map(({ geometry }) => {
      const given = toPaths(geometry);
      const simple = clipper.UnionSelf64(given, EvenOdd);
      given.delete();
      return simple;
    });
    const overlaps = candidatePairs(territories).flatMap(([first, second]) => {
      const [a, b] = [shapes[first], shapes[second]];
      return a && b ? clipper.Intersect64(a, b, NonZero) : [];
    });
    const gap = subtracted(toPaths(boundary), shapes);
    for (const shape of shapes) shape.delete();
    return { overlaps, gap };
  },
  areasOf({ overlaps, gap }, { boundary }) {
    const area = toPaths(boundary);
    let overlapKm2 = 0;
    for (const overlap of overlaps) {
      if (overlap.size() === 0) continue;
      const within = clipper.Intersect64(overlap, area, NonZero);
      overlapKm2 += km2(within);
      within.delete();
    }
    area.delete();
    return { overlapKm2, gapKm2: km2(gap) };
  },
  release({ overlaps, gap }) {
    for (const paths of [...overlaps, gap]) paths.delete();
  },
};

/** The area without the shapes; takes the area's paths away. */
function subtracted(area: Paths64, shapes: readonly Paths64[]): Paths64 {
  const operation = new clipper.Clipper64();
  operation.AddSubject(area);
  for (const shape of shapes) operation.AddClip(shape);
  const left = new clipper.Paths64();
  operation.ExecutePath(clipper.ClipType.Difference, NonZero, left);
  operation.delete();
  area.delete();
  return left;
}

function toPaths({ coordinates }: MultiPolygon): Paths64 {
  const paths = new clipper.Paths64();
  for (const ring of coordinates.flat()) {
    const path = new clipper.Path64();
    path.assign(toIntegers(ring));
    paths.push_back(path);
    path.delete();
  }
  return paths;
}

/**
 * x, y and an unused z for each position. Grid integers fit 32 bits, so the halves of the 64 are written as such: no
 * BigInt is made.
 */
function toIntegers(ring: Ring): BigInt64Array {
  const count = ring.length - 1;
  const integers = new BigInt64Array(3 * count);
  const halves = new Int32Array(integers.buffer);
  for (let i = 0; i < count; i++) {
    const [longitude, latitude] = ring[i] ?? [0, 0];
    const [x, y] = [toGrid(longitude), toGrid(latitude)];
    halves[6 * i] = x;
    halves[6 * i + 1] = x >> 31;
    halves[6 * i + 2] = y;
    halves[6 * i + 3] = y >> 31;
  }
  return integers;
}

/** Outer rings and holes run opposite ways, so that their signed areas add up. */
function km2(paths: Paths64): number {
  let sum = 0;
  for (let i = 0; i < paths.size(); i++) {
    const path = paths.get(i);
    const sign = clipper.IsPositive64(path) ? 1 : -1;
    sum += sign * areaKm2({ type: 'Polygon', coordinates: [toRing(path.view())] });
    path.delete();
  }
  return sum;
}

function toRing(integers: BigInt64Array): Ring {
  const ring: Ring = [];
  for (let i = 0; i + 2 < integers.length; i += 3) {
    ring.push([fromGrid(Number(integers[i])), fromGrid(Number(integers[i + 1]))]);
  }
  return [...ring, ...ring.slice(0, 1)];
}

import { describe, expect, test } from 'vitest';
import { multiPolygon, polygon, rectangle, ringThrough as ring } from '../../test/fixtures/rectangles.ts';
import type { Polygonal, Position, Ring } from '../model/geometry.ts';
import { checkTerritory } from './check-territory.ts';

function faultsOf(geometry: Polygonal) {
  const check = checkTerritory(geometry);
  return check.ok ? [] : check.faults;
}

/** Some tenths of a second each on an idle machine. */
describe('hostile input is answered', () => {
  function zigzag(count: number, place: (i: number) => Position): Ring {
    const out = Array.from({ length: count }, (_, i) => place(i));
    return [...out, place(0)];
  }

  test('a star of 20,000 edges with a hundred million crossings', () => {
    const star = zigzag(19_999, (i) => [
      Math.cos((i * 9999 * 2 * Math.PI) / 19_999),
      Math.sin((i * 9999 * 2 * Math.PI) / 19_999),
    ]);
    expect(faultsOf(polygon(star))).toMatchObject([{ code: 'ring-crosses-itself' }]);
  });

  test('a comb of 20,000 long slanted edges, all boxes on all others, none crossing', () => {
    const half = 9_999;
    const there = zigzag(half, (i) => [(i % 2) * 10 + i * 1e-6, (i % 2) * 10 - i * 1e-6]).slice(0, half);
    const back = there.map(([x, y]): Position => [x + 5e-7, y + 5e-7]).toReversed();
    const check = checkTerritory(polygon([...there, ...back, [0, 0]]), { minAreaM2: 0 });
    expect(check.ok).toBe(true);
  });

  test('5,000 holes, each touching the next', () => {
    const diamonds = Array.from({ length: 4_990 }, (_, i) => {
      const x = i * 0.002;
      return ring(`${x},0 ${x + 0.001},-0.001 ${x + 0.002},0 ${x + 0.001},0.001`);
    });
    expect(faultsOf(polygon(rectangle(-1, -1, 11, 1), ...diamonds))).toEqual([]);
    expect(faultsOf(polygon(rectangle(0, -1, 9.98, 1), ...diamonds))).toMatchObject([
      { code: 'interior-not-connected' },
    ]);
  });

  test('6,000 triangles with a common corner', () => {
    const triangles = Array.from({ length: 6_000 }, (_, i) => {
      const turn = (step: number) => `${Math.cos(step / 2000)},${Math.sin(step / 2000)}`;
      return [ring(`0,0 ${turn(2 * i)} ${turn(2 * i + 1)}`)];
    });
    expect(faultsOf(multiPolygon(...triangles))).toEqual([]);
  });
});

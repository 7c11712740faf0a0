import type { Position } from '@nitaq/core';
import { expect, test } from 'vitest';
import { vertexZooms } from './vertex-zoom.ts';

const border = (count: number, step: number): Position[] =>
  Array.from({ length: count }, (_, index) => [40 + index * step, 0]);
/** Pixels between those that are drawn at a zoom. */
const gapsAt = (zoom: number, vertices: Position[]) => {
  const zooms = vertexZooms(vertices);
  const drawn = vertices.filter((_, index) => (zooms[index] ?? 99) <= zoom);
  return drawn.slice(1).map(([lon], index) => ((lon - (drawn[index]?.[0] ?? 0)) / 360) * 512 * 2 ** zoom);
};

test('however dense a border is, its vertices are drawn with room between them, at every zoom', () => {
  const dense = border(5_000, 0.0001);
  for (let zoom = 6; zoom <= 18; zoom++) expect(Math.min(...gapsAt(zoom, dense))).toBeGreaterThanOrEqual(14);
});

test('the nearer one comes, the more vertices are drawn, and in the end all of them', () => {
  const dense = border(5_000, 0.0001);
  const counts = [8, 10, 12, 14, 16, 18].map((zoom) => gapsAt(zoom, dense).length);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect([counts[0] ?? 0, counts.at(-1)]).toEqual([expect.any(Number), 4_999]);
  expect(counts[0]).toBeGreaterThan(5);
});

test('vertices with room around them are drawn from far away', () => {
  expect(Math.max(...vertexZooms(border(30, 0.1)))).toBeLessThanOrEqual(7);
});

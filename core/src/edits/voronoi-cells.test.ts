import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaM2 } from '../geometry/area.ts';
import { snapPosition } from '../geometry/grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Position, Ring } from '../model/geometry.ts';
import { placeKey } from './borders.ts';
import { metricPlane } from './metric-plane.ts';
import { rectangleBetween } from './rectangle-between.ts';
import { voronoiCells } from './voronoi-cells.ts';

const box = { minX: 40, minY: 20, maxX: 41, maxY: 21 };
const plane = metricPlane([40.5, 20.5]);
const square = rectangleBetween([40, 20], [41, 21]);

const coarse = fc.integer({ min: 1, max: 9 }).map((step) => step / 10);
const fine = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const close = fc.integer({ min: 0, max: 40 }).map((step) => 0.5 + step * 1e-6);

/** Scattered, on a lattice, close together, and all of these: many lie in one line or on one circle. */
const sites = fc
  .array(fc.oneof(...[coarse, fine, close].map((share) => fc.tuple(share, share))), {
    minLength: 1,
    maxLength: 60,
  })
  .map((shares) => {
    const places = shares.map(([x, y]): Position => snapPosition([40 + x, 20 + y]));
    return [...new Map(places.map((place) => [placeKey(place), place])).values()];
  });

function edgesOf(ring: Ring): string[] {
  return ring.slice(1).map((to, i) => `${placeKey(ring[i] ?? to)} ${placeKey(to)}`);
}

function isOnBox([x, y]: readonly number[]): boolean {
  return x === box.minX || x === box.maxX || y === box.minY || y === box.maxY;
}

test('four sites on a lattice have a square each, with one corner in common', () => {
  const four: Position[] = [
    [40.25, 20.25],
    [40.75, 20.25],
    [40.25, 20.75],
    [40.75, 20.75],
  ];
  const cells = voronoiCells(four, { box, plane });
  for (const [i, place] of four.entries()) {
    const ring = cells.ringOf(i);
    expect(ring.map(placeKey)).toContain('40.5 20.5');
    expect(pointInPolygon(place, { type: 'Polygon', coordinates: [ring] })).toBe(true);
    expect(areaM2({ type: 'Polygon', coordinates: [ring] }) / areaM2(square)).toBeCloseTo(0.25, 2);
  }
});

test('any cells fill the box, meet edge by edge, and have their own sites in them', () => {
  fc.assert(
    fc.property(sites, (places) => {
      const cells = voronoiCells(places, { box, plane });
      const rings = places.map((_, i) => cells.ringOf(i));
      const all = new Set(rings.flatMap(edgesOf));
      for (const edge of all) {
        const [ax = '', ay = '', bx = '', by = ''] = edge.split(' ');
        const isLoose = edge !== `${bx} ${by} ${ax} ${ay}` && !all.has(`${bx} ${by} ${ax} ${ay}`);
        if (isLoose)
          expect([isOnBox([ax, ay].map(Number)), isOnBox([bx, by].map(Number))]).toEqual([true, true]);
      }
      const cellsM2 = rings.reduce((sum, ring) => sum + areaM2({ type: 'Polygon', coordinates: [ring] }), 0);
      expect(Math.abs(cellsM2 - areaM2(square))).toBeLessThan(1);
      for (const [i, [x, y]] of places.entries()) {
        expect(pointInPolygon([x, y], { type: 'Polygon', coordinates: [rings[i] ?? []] })).toBe(true);
        for (const other of cells.neighboursOf(i)) expect(cells.neighboursOf(other)).toContain(i);
      }
    }),
    { numRuns: 200 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FinePoint, FineRing } from './fine-grid.ts';
import { nodeEdges } from './node-edges.ts';
import { isOnSegment, segmentsCross } from './orientation.ts';
import { edgesOfOwners, type OverlayEdge } from './overlay-edge.ts';

function ring(...corners: [number, number][]): FineRing {
  return corners.map(([x, y]) => ({ x, y }));
}

function written(edges: readonly OverlayEdge[]): string[] {
  return edges.map(({ low, high, owners }) => `${low.x},${low.y} ${high.x},${high.y} of ${owners}`);
}

function isEnd(point: FinePoint, { low, high }: OverlayEdge): boolean {
  return [low, high].some(({ x, y }) => x === point.x && y === point.y);
}

function meetOnlyInEnds(a: OverlayEdge, b: OverlayEdge): boolean {
  const touching = (one: OverlayEdge, other: OverlayEdge) =>
    [one.low, one.high].some((end) => isOnSegment(end, other.low, other.high) && !isEnd(end, other));
  return !segmentsCross(a.low, a.high, b.low, b.high) && !touching(a, b) && !touching(b, a);
}

function meetings(edges: readonly OverlayEdge[]): string[] {
  return edges.flatMap((edge, i) => {
    return edges.slice(i + 1).flatMap((other) => (meetOnlyInEnds(edge, other) ? [] : written([edge, other])));
  });
}

test('an edge that two owners share is one edge of both, cut where only one of them goes on', () => {
  // Owner 0 fills x 0–2, owner 1 x 2–4 of half the height: they share the edge at x 2 from y 0 to y 1.
  const edges = edgesOfOwners([
    [ring([0, 0], [2, 0], [2, 2], [0, 2])],
    [ring([2, 0], [4, 0], [4, 1], [2, 1])],
  ]);
  expect(written(nodeEdges(edges)).filter((edge) => edge.startsWith('2,'))).toEqual([
    '2,0 2,1 of 0,1',
    '2,0 4,0 of 1',
    '2,1 2,2 of 0',
    '2,1 4,1 of 1',
  ]);
});

test('crossing edges are cut at the nearest point of the grid', () => {
  const edges = edgesOfOwners([[ring([0, 0], [9, 4], [0, 9])], [ring([9, 0], [9, 9], [0, 4])]]);
  const nodes = new Set(
    nodeEdges(edges).flatMap(({ low, high }) => [`${low.x},${low.y}`, `${high.x},${high.y}`]),
  );
  expect(nodes.has('5,2')).toBe(true);
});

test('afterwards edges have nothing but ends in common, however crowded the grid', () => {
  const place = fc.tuple(fc.nat(12), fc.nat(12));
  const crowded = fc.array(place, { minLength: 3, maxLength: 8 }).map((corners) => ring(...corners));
  fc.assert(
    fc.property(fc.array(crowded, { minLength: 1, maxLength: 5 }), (rings) => {
      const noded = nodeEdges(edgesOfOwners(rings.map((one) => [one])));
      expect(meetings(noded)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('nearly parallel edges of great length are cut in a few rounds', () => {
  const far = 2 ** 43;
  const near = fc.integer({ min: -3, max: 3 });
  const needle = fc
    .tuple(near, near, near, near)
    .map(([a, b, c, d]) => ring([a, b], [far + c, far / 3 - (far % 3) / 3 + d], [0, far]));
  fc.assert(
    fc.property(fc.array(needle, { minLength: 2, maxLength: 8 }), (needles) => {
      const rings = needles.map((one) => one.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
      const noded = nodeEdges(edgesOfOwners(rings.map((one) => [one])));
      expect(meetings(noded)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

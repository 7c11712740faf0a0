import type { AssociationId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { report, territories } from '../../test/fixtures/small-area.ts';
import { borderNeighbours } from './border-neighbours.ts';

const [a, b] = ['a', 'b'] as AssociationId[];

test('those who have corners of a gap in their borders are beside it, and nobody else', () => {
  const gap = report.gaps.features[0];
  expect(gap && borderNeighbours(gap.geometry, territories)).toEqual([b]);
});

test('who has more corners in common comes first', () => {
  const overlap = report.overlaps.features[0];
  expect(overlap && [...borderNeighbours(overlap.geometry, territories)].sort()).toEqual([a, b]);
  const own = territories.features[0]?.geometry;
  expect(own && borderNeighbours(own, territories)[0]).toBe(a);
});

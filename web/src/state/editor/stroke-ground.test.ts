import {
  type AssociationId,
  assessCoverage,
  DEFAULT_SLIVER_THRESHOLDS,
  followGround,
  type MultiPolygon,
  type Sharing,
  type Territory,
  type ZoneId,
} from '@nitaq/core';
import { expect, test } from 'vitest';
import { strokeGround } from './stroke-ground.ts';

/** From one x to another, one degree high. */
function strip(from: number, to: number): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [from, 0],
          [to, 0],
          [to, 1],
          [from, 1],
          [from, 0],
        ],
      ],
    ],
  };
}

function territory(association: string, from: number, to: number): Territory {
  return { association: association as AssociationId, geometry: strip(from, to) };
}

const BOUNDARY = strip(0, 4);
// A A B .
const BEFORE = [territory('a', 0, 2), territory('b', 2, 3)];
const NOTHING_SHARED: Sharing = { zones: [], asOf: '2026-11-26' };

function groundOf(now: readonly Territory[], sharing = NOTHING_SHARED, before = BEFORE) {
  const plan = (territories: readonly Territory[]) => ({ boundary: BOUNDARY, villages: [], territories });
  const thresholds = DEFAULT_SLIVER_THRESHOLDS;
  return strokeGround(followGround(BOUNDARY), {
    before: plan(before),
    now: plan(now),
    sharing,
    assessment: assessCoverage({ ...plan(now), thresholds, sharing }),
  });
}

/** The kinds of lines that run along one x. */
function linesAt(x: number, { lines }: ReturnType<typeof groundOf>) {
  const isThere = ([at = -1]: readonly number[]) => Math.abs(at - x) < 1e-7;
  return lines
    .filter(({ coordinates }) =>
      coordinates.some((line) => line.some((at, i) => isThere(at) && isThere(line[i + 1] ?? []))),
    )
    .map((line) => (line.kind === 'border' ? `border of ${line.association}` : line.kind));
}

const statuses = ({ parts }: ReturnType<typeof groundOf>) =>
  parts.map(({ status, associations }) => [status, ...associations].join(' '));

test('ground that is gained is shown with its new border, and without the one that was there', () => {
  const ground = groundOf([territory('a', 0, 2.5), territory('b', 2.5, 3)]);
  expect(statuses(ground)).toEqual(['covered a']);
  expect(linesAt(2, ground)).toEqual(['gone']);
  expect(linesAt(2.5, ground)).toEqual(['border of a', 'border of b']);
});

test('ground that is lost becomes a gap, which has its own edge, also where it grows', () => {
  const ground = groundOf([territory('a', 0, 2), territory('b', 2, 2.5)]);
  expect(statuses(ground)).toEqual(['gap']);
  expect(linesAt(3, ground)).toEqual(['gone']);
  expect(linesAt(2.5, ground)).toEqual(['border of b', 'gap']);
});

test('ground that several claim now is an overlap, and shared where they agreed on that', () => {
  const now = [territory('a', 0, 2.5), territory('b', 2, 3)];
  expect(statuses(groundOf(now))).toEqual(['overlap a b']);
  expect(linesAt(2.5, groundOf(now))).toEqual(['border of a', 'overlap']);
  const zone = {
    id: 'z' as ZoneId,
    lead: 'b' as AssociationId,
    partners: ['a' as AssociationId],
    services: [],
    endsOn: '2027-11-26',
    geometry: strip(2, 2.5),
  };
  const sharing: Sharing = { zones: [zone], asOf: '2026-11-26' };
  expect(statuses(groundOf(now, sharing))).toEqual(['shared b a']);
});

test('where nothing moved there is nothing to show', () => {
  expect(groundOf(BEFORE)).toEqual({ parts: [], lines: [] });
});

import { expect, test } from 'vitest';
import { multiPolygon, rectangle, territory } from '../../test/fixtures/rectangles.ts';
import { areaM2 } from '../geometry/area.ts';
import type { Territory } from '../model/territory.ts';
import { linesAlong } from './lines-along.ts';
import { followGround, type LiveGround } from './live-ground.ts';

// A A B B .     A covers x 0–2, B 2–4, nobody 4–5
const AREA = multiPolygon([rectangle(0, 0, 5, 1)]);
const A = territory('a', rectangle(0, 0, 2, 1));
const B = territory('b', rectangle(2, 0, 4, 1));

/** Which ground moved, each by who claims it now and its size in hundredths of a square degree at the equator. */
function movedBy(ground: LiveGround, now: readonly Territory[], before: readonly Territory[] = [A, B]) {
  const unit = areaM2(multiPolygon([rectangle(0, 0, 0.1, 1)])) / 10;
  const moved = ground(before, now).map(({ associations, geometry }): [string, number] => [
    associations.join(' '),
    Math.round(areaM2(geometry) / unit),
  ]);
  return Object.fromEntries(moved);
}

test('where all claim what they claimed before, no ground moved', () => {
  expect(followGround(AREA)([A, B], [A, B])).toEqual([]);
});

test('ground is told by who claims it now, whoever lost it, and all that one gained together', () => {
  const ground = followGround(AREA);
  const wide = territory('a', rectangle(0, 0, 4.5, 1));
  const rest = territory('b', rectangle(3, 0, 4, 1));
  expect(movedBy(ground, [wide, rest])).toEqual({ a: 150, 'a b': 100 });
});

test('each question is answered as if it were the first', () => {
  const ground = followGround(AREA);
  const less = territory('a', rectangle(0, 0, 1, 1));
  expect(movedBy(ground, [less, B])).toEqual({ '': 100 });
  expect(movedBy(ground, [A])).toEqual({ '': 200 });
  expect(movedBy(ground, [A, B])).toEqual({});
  // A stroke is done, and the next one begins.
  expect(movedBy(ground, [less], [less, B])).toEqual({ '': 200 });
});

test('ground that moved is one outline, where nothing divides it', () => {
  const [moved] = followGround(AREA)([A, B], [territory('a', rectangle(0, 0, 5, 1))]);
  expect(moved?.geometry.coordinates.map((rings) => rings.map((ring) => ring.length > 3))).toEqual([[true]]);
});

test('an outline runs along others in stretches, whoever has more vertices there', () => {
  const outline = multiPolygon([rectangle(2, 0, 3, 1)]);
  const { along, apart } = linesAlong(outline, [
    A.geometry,
    territory('c', rectangle(3, 0.5, 4, 1)).geometry,
  ]);
  expect(along).toEqual([
    [
      [
        [2, 1],
        [2, 0],
      ],
    ],
    [
      [
        [3, 1],
        [3, 0.5],
      ],
    ],
  ]);
  expect(apart).toEqual([
    [
      [2, 0],
      [3, 0],
      [3, 0.5],
    ],
    [
      [3, 1],
      [2, 1],
    ],
  ]);
});

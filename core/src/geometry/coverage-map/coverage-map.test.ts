import { expect, test } from 'vitest';
import { ringThrough, territory } from '../../../test/fixtures/rectangles.ts';
import { POSITION_STEPS } from '../fine-grid.ts';
import { createCoverageMap } from './coverage-map.ts';

test('edges that cross just between four places of the grid are cut in one of them', () => {
  // A lies north of the diagonal of a square and B south of it; C has a side across, which meets it at 0.5, 0.5.
  const units = (places: string) =>
    ringThrough(places).map(([x, y]): [number, number] => [x * 1e-7, y * 1e-7]);
  const map = createCoverageMap({
    boundary: null,
    territories: [
      territory('a', units('0,0 8,8 0,8')),
      territory('b', units('0,0 8,0 8,8')),
      territory('c', units('9,-8 -8,9 -8,0')),
    ],
    steps: POSITION_STEPS,
  });
  const overlaps = map.faces.filter(({ associations }) => associations.length > 1);
  expect(overlaps.map(({ associations }) => associations.join('+')).sort()).toEqual(['a+c', 'b+c']);
});

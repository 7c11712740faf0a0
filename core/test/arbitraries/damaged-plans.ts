import fc from 'fast-check';
import { cutPlan } from '../../src/edits/cut-plan.ts';
import type { EditedPlan } from '../../src/edits/edit.ts';
import { checkTerritory } from '../../src/geometry/check-territory.ts';
import { boxOf, snapPosition } from '../../src/geometry/grid.ts';
import type { MultiPolygon, Position } from '../../src/model/geometry.ts';
import { villageId } from '../fixtures/rectangles.ts';
import { damage, TERRITORY_DAMAGES, VERTEX_DAMAGES } from '../generators/damage.ts';
import { seededRandom } from '../generators/seeded-random.ts';
import { type GeneratedPlan, wigglyPlan } from '../generators/wiggly-plan.ts';
import { PARTITION_SQUARE, partition } from './partition.ts';

const wiggly: fc.Arbitrary<GeneratedPlan> = fc
  .record({
    seed: fc.nat(),
    territories: fc.integer({ min: 2, max: 6 }),
    verticesEach: fc.integer({ min: 4, max: 40 }),
  })
  .map(wigglyPlan);

/** Four territories of many parts with holes, which meet in corners. */
const lattice: fc.Arbitrary<GeneratedPlan> = partition.map((claims) => {
  const boundary = enlarged(PARTITION_SQUARE);
  const drawn = claims.map(({ association, geometry }) => ({ association, geometry: enlarged(geometry) }));
  const cut = cutPlan({ boundary, territories: drawn });
  const territories = drawn.map(({ association }) => ({ association, geometry: cut.outlineOf(association) }));
  return { boundary, territories: territories.filter(({ geometry }) => geometry.coordinates.length > 0) };
});

/** Whole plans with thirty villages: of wiggly borders, or of a shaken lattice. */
export const wholePlan: fc.Arbitrary<EditedPlan> = fc
  .tuple(fc.oneof(wiggly, lattice), fc.nat())
  .map(([plan, seed]) => withVillages(plan, seed))
  .filter(({ territories }) => territories.length > 1);

/** The same with gaps and overlaps of all kinds and sizes, each territory valid. */
export const damagedPlan: fc.Arbitrary<EditedPlan> = fc
  .tuple(fc.oneof(wiggly, lattice), fc.nat())
  .map(([whole, seed]) => {
    const request = { seed, share: 0.15, kinds: [...VERTEX_DAMAGES, ...TERRITORY_DAMAGES] };
    const mostM = Math.min(4000, 100_000 * widthOf(whole) * 0.04);
    const { plan } = damage(whole, { ...request, reachM: { least: 0.02, most: mostM } });
    const territories = plan.territories.flatMap(({ association, geometry }) => {
      const check = checkTerritory(geometry);
      // One that is not valid is left out: that makes a large gap.
      return check.ok ? [{ association, geometry: check.geometry }] : [];
    });
    return withVillages({ boundary: plan.boundary, territories }, seed);
  })
  .filter(({ territories }) => territories.length > 1);

function withVillages(plan: GeneratedPlan, seed: number): EditedPlan {
  const random = seededRandom(seed);
  const { minX, minY, maxX, maxY } = boxOf(plan.boundary.coordinates.flat(3));
  const villages = Array.from({ length: 30 }, (_, i) => {
    const location: Position = [minX + random() * (maxX - minX), minY + random() * (maxY - minY)];
    return { id: villageId(`v${i}`), location };
  });
  return { ...plan, villages };
}

function widthOf({ boundary }: GeneratedPlan): number {
  const { minX, maxX } = boxOf(boundary.coordinates.flat(3));
  return maxX - minX;
}

/** A partition drawn ten thousand times larger, and aslant: whole numbers keep in line what is in line. */
function enlarged({ type, coordinates }: MultiPolygon): MultiPolygon {
  const put = ([x, y]: Position): Position =>
    snapPosition([40 + 9973 * x + 1789 * y, 20 - 1231 * x + 10_007 * y]);
  return { type, coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(put))) };
}

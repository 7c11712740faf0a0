import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTITION_SQUARE, partition } from '../../../test/arbitraries/partition.ts';
import { star } from '../../../test/arbitraries/stars.ts';
import { associationId, multiPolygon } from '../../../test/fixtures/rectangles.ts';
import type { MultiPolygon, Position, Ring } from '../../model/geometry.ts';
import type { Territory } from '../../model/territory.ts';
import type { FineRing } from '../fine-grid.ts';
import { snapPosition } from '../grid.ts';
import { type CoverageMap, createCoverageMap, type TerritoryChange } from './coverage-map.ts';

/** One step of an editor; numbers choose modulo what there is. */
type Edit =
  | { readonly kind: 'move'; readonly vertex: number; readonly by: Position; readonly alone: boolean }
  | { readonly kind: 'insert'; readonly vertex: number; readonly by: Position }
  | { readonly kind: 'delete'; readonly vertex: number }
  | { readonly kind: 'remove'; readonly territory: number }
  | { readonly kind: 'replace'; readonly territory: number; readonly ring: Ring };

function edits(step: fc.Arbitrary<number>, ring: fc.Arbitrary<Ring>): fc.Arbitrary<Edit[]> {
  const by = fc.tuple(step, step) as fc.Arbitrary<Position>;
  return fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('move' as const),
          vertex: fc.nat(),
          by,
          alone: fc.boolean(),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), vertex: fc.nat(), by }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), vertex: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), territory: fc.nat() }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('replace' as const), territory: fc.nat(), ring }),
      },
    ),
    { minLength: 1, maxLength: 25 },
  );
}

const starTerritories = fc
  .array(fc.array(star, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(
      (rings, i): Territory => ({
        association: associationId(`t${i}`),
        geometry: multiPolygon(...rings.map((ring) => [ring])),
      }),
    ),
  );

function positionsOf(territories: readonly Territory[]): Position[] {
  return territories.flatMap(({ geometry }) =>
    geometry.coordinates.flat().flatMap((ring) => ring.slice(0, -1)),
  );
}

/** The ring with every copy of a position replaced by others; closed again. */
function replacedIn(ring: Ring, at: Position, by: readonly Position[]): Ring {
  const open = ring
    .slice(0, -1)
    .flatMap((one): Position[] => (one[0] === at[0] && one[1] === at[1] ? [...by] : [one]));
  return [...open, ...open.slice(0, 1)];
}

function inAll(geometry: MultiPolygon, at: Position, by: readonly Position[]): MultiPolygon {
  return {
    ...geometry,
    coordinates: geometry.coordinates.map((rings) => rings.map((ring) => replacedIn(ring, at, by))),
  };
}

function moved([x, y]: Position, [dx, dy]: Position): Position {
  return snapPosition([x + dx, y + dy]);
}

function changesOf(edit: Edit, territories: readonly Territory[]): TerritoryChange[] {
  const positions = positionsOf(territories);
  const territory = 'territory' in edit ? territories[edit.territory % territories.length] : undefined;
  if (territory) {
    const geometry = edit.kind === 'replace' ? multiPolygon([edit.ring]) : null;
    return [{ association: territory.association, geometry }];
  }
  const at = 'vertex' in edit ? positions[edit.vertex % Math.max(1, positions.length)] : undefined;
  if (!at || !('vertex' in edit)) return [];
  const places =
    edit.kind === 'delete' ? [] : edit.kind === 'insert' ? [at, moved(at, edit.by)] : [moved(at, edit.by)];
  const sharing = territories.filter((one) =>
    positionsOf([one]).some(([x, y]) => x === at[0] && y === at[1]),
  );
  const changed = edit.kind === 'move' && edit.alone ? sharing.slice(0, 1) : sharing;
  return changed.map(({ association, geometry }) => ({ association, geometry: inAll(geometry, at, places) }));
}

/** All faces of a map, in a form that does not depend on how it came about. */
function facesOf(map: CoverageMap): string[] {
  const { originX, originY, steps } = map.grid;
  const write = (ring: FineRing) =>
    ring.map(({ x, y }) => `${x + originX * steps} ${y + originY * steps}`).join(', ');
  return map.faces
    .map(({ associations, outer, holes }) =>
      [associations.join('+'), write(outer), ...holes.map(write)].join(' | '),
    )
    .sort();
}

/** The area of each cell, without those that are gone and the one that reaches to infinity. */
function areasOf(map: CoverageMap): Record<string, number> {
  const lasting = map.cells.filter(
    ({ areaM2, isWithin, associations }) => Math.abs(areaM2) > 1 && (isWithin || associations.length > 0),
  );
  return Object.fromEntries(
    lasting.map(({ isWithin, associations, areaM2 }) => [`${isWithin} ${associations.join('+')}`, areaM2]),
  );
}

function expectSame(map: CoverageMap, fresh: CoverageMap): void {
  expect(facesOf(map)).toEqual(facesOf(fresh));
  const [areas, freshAreas] = [areasOf(map), areasOf(fresh)];
  for (const cell of new Set([...Object.keys(areas), ...Object.keys(freshAreas)])) {
    expect(Math.abs((areas[cell] ?? 0) - (freshAreas[cell] ?? 0))).toBeLessThan(2);
  }
}

function followsEdits(
  boundary: MultiPolygon | null,
  start: readonly Territory[],
  steps: readonly Edit[],
): void {
  const map = createCoverageMap({ boundary, territories: start });
  const geometries = new Map(start.map(({ association, geometry }) => [association, geometry]));
  for (const edit of steps) {
    const now = [...geometries].map(([association, geometry]): Territory => ({ association, geometry }));
    const before = new Set(map.faces);
    const changes = changesOf(edit, now);
    const { appeared, disappeared } = map.update(changes);
    for (const { association, geometry } of changes) geometries.set(association, geometry ?? multiPolygon());
    const after = new Set(map.faces);
    expect(new Set(appeared)).toEqual(new Set([...after].filter((face) => !before.has(face))));
    expect(new Set(disappeared)).toEqual(new Set([...before].filter((face) => !after.has(face))));
    const territories = [...geometries].map(
      ([association, geometry]): Territory => ({ association, geometry }),
    );
    expectSame(map, createCoverageMap({ boundary, territories }));
  }
}

test('following edits of borders that are shared leads to the same as starting afresh', () => {
  const unit = fc.integer({ min: -3, max: 3 }).map((n) => n * 1e-7);
  const ring = fc
    .array(fc.tuple(fc.integer({ min: -5, max: 37 }), fc.integer({ min: -5, max: 37 })), {
      minLength: 3,
      maxLength: 8,
    })
    .map(
      (points): Ring =>
        [...points, ...points.slice(0, 1)].map(([x, y]) => snapPosition([x * 1e-7, y * 1e-7])),
    );
  fc.assert(
    fc.property(partition, edits(unit, ring), fc.boolean(), (claims, steps, bounded) =>
      followsEdits(bounded ? PARTITION_SQUARE : null, claims, steps),
    ),
    { numRuns: 60 },
  );
});

test('following edits of borders that cross each other leads to the same as starting afresh', () => {
  const degrees = fc.integer({ min: -60_000, max: 60_000 }).map((n) => n * 1e-5);
  fc.assert(
    fc.property(starTerritories, star, edits(degrees, star), fc.boolean(), (claims, area, steps, bounded) =>
      followsEdits(bounded ? multiPolygon([area]) : null, claims, steps),
    ),
    { numRuns: 60 },
  );
});

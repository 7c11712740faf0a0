import type { AssociationId, VillageCoverage, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { villageMoves } from './village-moves.ts';

function covered(id: string, ...associations: string[]): VillageCoverage {
  const status = associations.length === 0 ? 'gap' : associations.length === 1 ? 'covered' : 'overlap';
  return { id: id as VillageId, status, associations: associations as AssociationId[] };
}

test('villages that changed hands are told with both sides; all others are not', () => {
  const before = [covered('a', 'x'), covered('b', 'x'), covered('c'), covered('d', 'x', 'y')];
  const now = [covered('a', 'x'), covered('b', 'y'), covered('c', 'x'), covered('d', 'y')];
  expect(villageMoves(before, now)).toEqual([
    { village: 'b', before: ['x'], now: ['y'] },
    { village: 'c', before: [], now: ['x'] },
    { village: 'd', before: ['x', 'y'], now: ['y'] },
  ]);
});

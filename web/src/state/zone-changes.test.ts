import type { AssociationId, PlanZone, ZoneId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { isMoved, zoneChanges } from './zone-changes.ts';

const zone = (id: string, part: Partial<PlanZone> = {}): PlanZone => ({
  id: id as ZoneId,
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ],
  },
  lead: 'a' as AssociationId,
  partners: ['b' as AssociationId],
  services: ['Visits'],
  endsOn: '2027-03-01',
  createdAt: '2026-11-24T00:00:00Z',
  updatedAt: '2026-11-24T00:00:00Z',
  version: 1,
  ...part,
});

test('what is agreed otherwise, no longer and anew is told, and what stays is not', () => {
  const [kept, other, gone, added] = ['kept', 'other', 'gone', 'added'].map((id) => zone(id));
  if (!kept || !other || !gone || !added) throw new Error('Four zones');
  const later = zone('other', { endsOn: '2028-03-01', version: 5 });
  const touched = zone('kept', { version: 2, updatedAt: '2026-11-25T00:00:00Z' });
  expect(zoneChanges([kept, other, gone], [touched, later, added])).toEqual([
    { before: other, after: later },
    { before: gone, after: null },
    { before: null, after: added },
  ]);
});

test('that another place is meant is told apart from other terms', () => {
  const before = zone('one');
  const coordinates = before.geometry.coordinates.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): [number, number] => [x + 1, y])),
  );
  const elsewhere = zone('one', { geometry: { type: 'MultiPolygon', coordinates } });
  expect(isMoved({ before, after: zone('one', { endsOn: '2028-01-01' }) })).toBe(false);
  expect(isMoved({ before, after: elsewhere })).toBe(true);
  expect(isMoved({ before: null, after: before })).toBe(false);
});

import { expect, test } from 'vitest';
import { associationId, multiPolygon, rectangle, villageId } from '../../test/fixtures/rectangles.ts';
import type { DrawnReport } from './coverage-report.ts';
import { reportMapOf } from './report-map.ts';

const name = { ar: 'اسم', en: 'name' };

test('the map of a report has shapes and names alone, to the metre, and rings that stay closed', () => {
  const ring = [
    ...[
      [40, 20],
      [40.5, 20],
      [40.500001, 20.000001],
      [40.5, 20.5],
    ],
    [40, 20],
  ] as [number, number][];
  const village = { name, kind: 'village', centre: null, status: 'gap', associations: [], seatKm: null };
  const drawn = {
    report: {
      area: { id: 'box', bbox: [40, 20, 41, 21], name },
      associations: [
        { id: associationId('a'), name, seat: { name, location: null }, colour: 3, capacity: 7, need: null },
      ],
      villages: [
        { ...village, id: villageId('here'), location: [40.1234567, 20.7654321], need: { orphans: 1 } },
        { ...village, id: villageId('lost'), location: null },
      ],
    },
    shapes: {
      boundary: multiPolygon([rectangle(40, 20, 41, 21)]),
      land: null,
      territories: [
        { association: associationId('a'), geometry: { type: 'MultiPolygon', coordinates: [[ring]] } },
      ],
      gaps: [{ number: 1, associations: [], geometry: { type: 'Polygon', coordinates: [ring] } }],
      overlaps: [],
      shared: [],
    },
  } as unknown as DrawnReport;
  const map = reportMapOf(drawn);
  expect(map.villages).toEqual([
    { id: 'here', name, kind: 'village', location: [40.12346, 20.76543], status: 'gap', associations: [] },
  ]);
  expect(map.associations).toEqual([{ id: 'a', name, seat: { name, location: null }, colour: 3 }]);
  const closed = [
    [40, 20],
    [40.5, 20],
    [40.5, 20.5],
    [40, 20],
  ];
  expect(map.gaps[0]?.geometry.coordinates).toEqual([closed]);
  expect(map.territories[0]?.geometry.coordinates).toEqual([[closed]]);
});

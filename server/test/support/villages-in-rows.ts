import type {
  AreaId,
  AssociationId,
  MultiPolygon,
  PlanId,
  Position,
  ReportQuestion,
  VillageId,
} from '@nitaq/core';

const COLUMNS = 200;
const name = (text: string) => ({ ar: `قرية ${text}`, en: `Village ${text}` });

function rectangle(west: number, south: number, east: number, north: number): MultiPolygon {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'MultiPolygon', coordinates: [[corners]] };
}

/** An area with so many villages and two territories that overlap in the middle and leave a gap in the north. */
export function villagesInRows(count: number): ReportQuestion {
  const association = (id: string, colour: number, location: Position) => ({
    id: id as AssociationId,
    name: name(id),
    seat: { name: name(id), location },
    ...{ capacity: 100_000, phone: null, colour, version: 1 },
  });
  const villages = Array.from({ length: count }, (_, at) => ({
    id: `v-${at}` as VillageId,
    name: name(String(at)),
    aliases: [],
    kind: 'village' as const,
    centre: null,
    location: [
      40 + ((at % COLUMNS) + 0.5) / COLUMNS,
      20 + (Math.floor(at / COLUMNS) + 0.5) / (count / COLUMNS),
    ] as Position,
    version: 1,
  }));
  return {
    area: {
      ...{ id: 'wide' as AreaId, name: name('wide'), note: null, estimated: false, timeZone: 'Asia/Riyadh' },
      ...{ areaKm2: 11_600, bbox: [40, 20, 41, 21], villages: { located: count, unlocated: 0 } },
      ...{ attribution: name('source'), boundary: rectangle(40, 20, 41, 21) },
    },
    land: null,
    associations: [association('east', 0, [40.9, 20.5]), association('west', 1, [40.1, 20.5])],
    villages,
    asked: {
      at: '2026-11-24T09:00:00.000Z',
      day: '2026-11-24',
      plan: {
        ...{ id: 'plan' as PlanId, number: 1, title: name('plan'), state: 'in-force', example: false },
        ...{ version: 1, inForceFrom: null, inForceTo: null, contentHash: '0' },
      },
      territories: [
        { association: 'east' as AssociationId, geometry: rectangle(40.45, 20, 41, 20.9) },
        { association: 'west' as AssociationId, geometry: rectangle(40, 20, 40.55, 20.9) },
      ],
      zones: [],
      need: {
        villages: villages.map(({ id }) => ({
          village: id,
          round: '2026-11',
          orphans: { least: 10, most: 19 },
          widows: { least: 1, most: 9 },
          families: { least: 50, most: null },
        })),
        associations: null,
      },
    },
    madeAt: '2026-11-24T09:00:00.000Z',
    knowledge: 'shared',
    proposals: [],
    actions: [],
    since: null,
  };
}

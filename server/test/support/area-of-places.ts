import type { AreaId, AssociationId, LocalizedText, PlanId, Position, Ring, VillageId } from '@nitaq/core';
import type { AreaFolder } from '../../src/area-folder/area-folder.ts';
import { squareRing } from './shapes.ts';

const [WEST, SOUTH] = [40, 20];
const COLUMNS = 20;
const CELL = 0.1;
const both = (text: string): LocalizedText => ({ ar: text, en: text });

/**
 * An area of two associations in which so many gaps and so many overlaps lie, a village in each of them, and as many
 * villages more on ground that one association covers alone.
 */
export function areaOfPlaces(places: number, { timeZone = 'Asia/Riyadh' } = {}): AreaFolder {
  const rows = Math.max(2, Math.ceil((3 * places) / COLUMNS));
  const corner = (cell: number): Position => [
    WEST + (cell % COLUMNS) * CELL + 0.02,
    SOUTH + Math.floor(cell / COLUMNS) * CELL + 0.02,
  ];
  const squares = (from: number) =>
    Array.from({ length: places }, (_, at): Ring => squareRing(...corner(from + at), 0.06));
  const outline: Position[] = [
    [WEST, SOUTH],
    [WEST + COLUMNS * CELL, SOUTH],
    [WEST + COLUMNS * CELL, SOUTH + rows * CELL],
    [WEST, SOUTH + rows * CELL],
    [WEST, SOUTH],
  ];
  const association = (id: string, colour: number) => ({
    id: id as AssociationId,
    name: { ar: `جمعية ${id}`, en: `Association ${id}` },
    seat: { name: both(id), location: corner(3 * places) },
    ...{ capacity: null, colour },
  });
  const villages = Array.from({ length: 3 * places }, (_, cell) => {
    const [lon, lat] = corner(cell);
    return {
      id: `v-${cell}` as VillageId,
      name: { ar: `قرية ${cell}`, en: `Village ${cell}` },
      aliases: [],
      kind: 'village' as const,
      centre: null,
      location: [Number((lon + 0.03).toFixed(7)), Number((lat + 0.03).toFixed(7))] as Position,
    };
  });
  return {
    area: {
      id: `places-${places}` as AreaId,
      name: { ar: 'منطقة', en: 'Area' },
      ...{ estimated: false, note: null, timeZone, land: null },
      attribution: { ar: 'مسح ميداني ٢٠٢٦', en: 'Field survey of 2026' },
      boundary: { type: 'MultiPolygon', coordinates: [[outline]] },
    },
    associations: [association('one', 0), association('two', 1)],
    villages,
    plans: [
      {
        id: 'first' as PlanId,
        title: { ar: 'الخطة الأولى', en: 'First plan' },
        ...{ example: false, base: null, state: 'in-force', inForceFrom: '2026-10-31T21:00:00.000Z' },
        territories: [
          {
            association: 'one' as AssociationId,
            geometry: { type: 'MultiPolygon', coordinates: [[outline, ...squares(0)]] },
          },
          ...(places === 0
            ? []
            : [
                {
                  association: 'two' as AssociationId,
                  geometry: {
                    type: 'MultiPolygon' as const,
                    coordinates: squares(places).map((ring) => [ring]),
                  },
                },
              ]),
        ],
      },
    ],
  };
}

import path from 'node:path';
import { type AreaId, type AssociationId, checkTerritory, type PlanId } from '@nitaq/core';
import { type AreaFolder, readAreaFolder } from '../../server/src/area-folder/read-area-folder.ts';
import { loadUsCounties } from '../us-counties.ts';

/** The area that is shipped. */
export async function alLith(): Promise<AreaFolder> {
  const read = await readAreaFolder(path.resolve(import.meta.dirname, '../../geo-data/al-lith'));
  if (!read.ok) throw new Error('The shipped area has faults');
  return read.folder;
}

/** The counties of the United States as one area, each the territory of an association of its own. */
export function counties(): AreaFolder {
  const { territories: all, boundary } = loadUsCounties();
  // What the database keeps: of a few, rings meet once they are on the grid.
  const territories = all.filter(({ geometry }) => checkTerritory(geometry).ok);
  const ids = [...new Set(territories.map(({ association }) => association))];
  const named = (name: string) => ({ ar: name, en: name });
  return {
    area: {
      id: 'counties' as AreaId,
      name: named('Counties'),
      estimated: false,
      note: null,
      timeZone: 'UTC',
      attribution: named('us-atlas'),
      boundary,
      land: null,
    },
    associations: ids.map((id: AssociationId, i) => ({
      id,
      name: named(`County ${id}`),
      seat: { name: named(`Seat ${id}`), location: null },
      capacity: null,
      colour: i % 8,
    })),
    villages: [],
    plans: [
      {
        id: 'all' as PlanId,
        title: named('All'),
        example: true,
        base: null,
        territories,
        state: 'in-force',
        inForceFrom: '2026-01-01T00:00:00Z',
      },
    ],
  };
}

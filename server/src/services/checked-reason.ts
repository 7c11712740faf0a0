import { type AreaId, checkPosition, type Position, type ReasonInput, snapPosition } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { loadBounds } from '../repositories/area-repository.ts';
import { listAssociations } from '../repositories/association-repository.ts';
import { GeometryRefusal } from './geometry-refusal.ts';
import { MemberRefusal } from './member-refusal.ts';

/**
 * A reason as it is stored in an area that exists: on the grid, no position twice in a row. Whether it lies on a border
 * is not asked: the border may move before and after.
 * Errors: `GeometryRefusal`, `location-outside-area`, `location-looks-swapped`, `association-not-found`.
 */
export async function checkedReason(db: Database, area: AreaId, input: ReasonInput): Promise<ReasonInput> {
  const faults = input.line.flatMap((position, i) => checkPosition(position, `/line/${i}`));
  if (faults.length > 0) throw new GeometryRefusal(faults);
  const line = input.line.map(snapPosition);
  const box = await loadBounds(db, area);
  for (const [i, position] of line.entries()) refuseOutside(position, box, `/line/${i}`);
  const known = new Set((await listAssociations(db, area)).map(({ id }) => id));
  for (const [i, association] of input.associations.entries()) {
    if (known.has(association)) continue;
    throw new MemberRefusal(`/associations/${i}`, 'association-not-found', { association, area });
  }
  return {
    line: line.filter((position, i) => !isSame(position, line[i - 1])),
    associations: input.associations,
    text: input.text.trim(),
  };
}

function refuseOutside([lon, lat]: Position, box: readonly number[], pointer: string): void {
  if (isIn(box, lon, lat)) return;
  const code = isIn(box, lat, lon) ? 'location-looks-swapped' : 'location-outside-area';
  throw new MemberRefusal(pointer, code, { lon, lat });
}

function isIn(
  [west = 0, south = 0, east = 0, north = 0]: readonly number[],
  lon: number,
  lat: number,
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function isSame(position: Position, other: Position | undefined): boolean {
  return other !== undefined && position[0] === other[0] && position[1] === other[1];
}

import type { AssociationId, MultiPolygon } from '@nitaq/core';
import type { AreaFolder } from '../../src/area-folder/read-area-folder.ts';
import { territoriesOf } from './area-variants.ts';
import { squareRing } from './shapes.ts';

/** Degrees: the holes of one territory reach no other. */
const STEP = 0.004;

/** The territory of an association in the shipped draft, without a square around its seat; the larger, the larger its number. */
export function withHole(folder: AreaFolder, association: AssociationId, number: number): MultiPolygon {
  const own = territoriesOf(folder, 'draft-whole').find((one) => one.association === association);
  const seat = folder.associations.find(({ id }) => id === association)?.seat.location;
  if (own === undefined || !seat) throw new Error(`${association} has no territory or no seat`);
  if (number === 0) return own.geometry;
  const side = STEP * number;
  const hole = squareRing(seat[0] - side / 2, seat[1] - side / 2, side).toReversed();
  // The seat lies in the part with the most vertices.
  const [[outer = [], ...holes] = [], ...parts] = own.geometry.coordinates.toSorted(
    (a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0),
  );
  return { type: 'MultiPolygon', coordinates: [[outer, ...holes, hole], ...parts] };
}

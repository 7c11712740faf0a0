import type { Paths64 } from 'clipper2-ts';
import { fineBoxOf } from '../geometry/fine-grid.ts';
import { boxesMeet, type GridBox } from '../geometry/grid.ts';
import { difference, intersection } from '../geometry/overlay.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Claim } from './claim.ts';

/** All that the same associations claim, and nobody else. */
export interface Cell {
  readonly associations: readonly AssociationId[];
  readonly paths: Paths64;
}

interface BoxedCell extends Cell {
  readonly box: GridBox;
}

/** Divides what is claimed within the area into cells, so that every place lies in one: that of its claimants. */
export function divideClaims(claims: readonly Claim[]): Cell[] {
  return claims.reduce<BoxedCell[]>(divideBy, []);
}

function divideBy(cells: readonly BoxedCell[], { association, within }: Claim): BoxedCell[] {
  const box = fineBoxOf(within.flat());
  const divided: BoxedCell[] = [];
  const taken: Paths64 = [];
  for (const cell of cells) {
    const shared = boxesMeet(cell.box, box) ? intersection(cell.paths, within) : [];
    if (shared.length === 0) {
      divided.push(cell);
      continue;
    }
    divided.push(...cellOf([...cell.associations, association], shared));
    divided.push(...cellOf(cell.associations, difference(cell.paths, within)));
    taken.push(...cell.paths);
  }
  const rest = taken.length === 0 ? within : difference(within, taken);
  return [...divided, ...cellOf([association], rest)];
}

function cellOf(associations: readonly AssociationId[], paths: Paths64): BoxedCell[] {
  return paths.length === 0 ? [] : [{ associations, paths, box: fineBoxOf(paths.flat()) }];
}

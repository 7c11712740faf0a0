import type { Cell } from '../geometry/coverage-map/cells.ts';
import type { CoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import type { AssociationId } from '../model/ids.ts';
import { claimantsOf, isInShape } from './cut-plan.ts';
import type { GroundShift } from './edit.ts';

/** Who shall own a place from now on. */
export type Decide = (
  claimants: readonly AssociationId[],
  /** Whether the place lies within the number-th shape. */
  isIn: (shape: number) => boolean,
) => readonly AssociationId[];

/** What was decided for each cell. */
export class Verdicts {
  readonly #decide: Decide;
  readonly #known = new Map<string, readonly AssociationId[]>();

  constructor(decide: Decide) {
    this.#decide = decide;
  }

  /** The owners from now on. */
  of(cell: Cell): readonly AssociationId[] {
    const key = cell.associations.join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const decided = this.#decide(claimantsOf(cell), (shape) => isInShape(cell, shape));
    this.#known.set(key, decided);
    return decided;
  }

  /** Those who get the cell or lose it. */
  changesFor(cell: Cell): readonly AssociationId[] {
    const [before, after] = [claimantsOf(cell), this.of(cell)];
    return [
      ...before.filter((association) => !after.includes(association)),
      ...after.filter((association) => !before.includes(association)),
    ];
  }

  changesAny(cell: Cell): boolean {
    return this.changesFor(cell).length > 0;
  }
}

/** What each association wins and loses, in the order of the ids. */
export function shiftsOf(map: CoverageMap, verdicts: Verdicts): GroundShift[] {
  const shifts = new Map<AssociationId, { gainedM2: number; lostM2: number }>();
  const shiftOf = (association: AssociationId) => {
    const shift = shifts.get(association) ?? { gainedM2: 0, lostM2: 0 };
    shifts.set(association, shift);
    return shift;
  };
  for (const cell of map.cells) {
    // A cell without area is the memory of a place that is no more.
    if (cell.areaM2 === 0 || !verdicts.changesAny(cell)) continue;
    const [before, after] = [claimantsOf(cell), verdicts.of(cell)];
    for (const one of after) if (!before.includes(one)) shiftOf(one).gainedM2 += cell.areaM2;
    for (const one of before) if (!after.includes(one)) shiftOf(one).lostM2 += cell.areaM2;
  }
  return [...shifts]
    .map(([association, shift]) => ({ association, ...shift }))
    .sort((a, b) => (a.association < b.association ? -1 : 1));
}

/** The ground on which the set of claimants changes, m² on the ellipsoid. */
export function changedM2({ cells }: CoverageMap, verdicts: Verdicts): number {
  return cells
    .filter((cell) => cell.areaM2 !== 0 && verdicts.changesAny(cell))
    .reduce((sum, { areaM2 }) => sum + areaM2, 0);
}

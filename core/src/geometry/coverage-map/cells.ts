import type { AssociationId, ZoneId } from '../../model/ids.ts';
import { IntColumn } from '../arrangement/column.ts';
import type { RingSet } from '../arrangement/ring-sets.ts';

/** All places, within the area or beyond it, that the same associations claim and nobody else. */
export interface Cell {
  readonly isWithin: boolean;
  /** In the order of the ids. */
  readonly associations: readonly AssociationId[];
  /** The zone in which just these agreed to share it. */
  readonly zone?: ZoneId;
}

/** Number of a cell. */
export type CellNumber = number;

/** Stands for a cell that was not worked out yet. */
export const UNKNOWN = -1;

/** The cells of a coverage map, found by the label of a place. */
export class Cells {
  readonly #cells: Cell[] = [];
  readonly #byKey = new Map<string, CellNumber>();
  /** The numbers of the cells of labels, as far as they were asked for; else `UNKNOWN`. */
  readonly byLabel = new IntColumn(UNKNOWN);
  /** By label: one more than the number of its cell where that is a gap or an overlap, else 0; `UNKNOWN` as above. */
  readonly contestedByLabel = new IntColumn(UNKNOWN);
  /** By the numbers of associations: the cells within the area that each has alone. */
  readonly #own = new IntColumn(UNKNOWN);
  readonly #describe: (label: RingSet) => Cell;
  readonly #ownerOf: (association: AssociationId) => number;

  /** `describe` tells the cell of a place that lies within just these rings, `ownerOf` the number of an association. */
  constructor(describe: (label: RingSet) => Cell, ownerOf: (association: AssociationId) => number) {
    this.#describe = describe;
    this.#ownerOf = ownerOf;
  }

  get count(): number {
    return this.#cells.length;
  }

  at(cell: CellNumber): Cell {
    return this.#cells[cell] ?? { isWithin: false, associations: [] };
  }

  /** Several labels may mean the same cell. */
  numberOf(label: RingSet): CellNumber {
    const known = this.byLabel.get(label);
    if (known !== UNKNOWN) return known;
    const number = this.numberOfCell(this.#describe(label));
    this.byLabel.set(label, number);
    return number;
  }

  /** The number of a cell, known or not. */
  numberOfCell(cell: Cell): CellNumber {
    const [first, second] = cell.associations;
    if (cell.isWithin && first !== undefined && second === undefined)
      return this.numberOfOwn(this.#ownerOf(first), cell);
    const key = keyOf(cell);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const number = this.#cells.push(cell) - 1;
    this.#byKey.set(key, number);
    return number;
  }

  /** As `numberOfCell`, of what the association with a number has alone within the area: most cells are such. */
  numberOfOwn(owner: number, cell: Cell): CellNumber {
    const known = this.#own.get(owner);
    if (known !== UNKNOWN) return known;
    const number = this.#cells.push(cell) - 1;
    this.#own.set(owner, number);
    return number;
  }

  /** The cell of a label where it is a gap or an overlap; else -1. */
  contestedOf(label: RingSet): CellNumber {
    const known = this.contestedByLabel.get(label);
    if (known !== UNKNOWN) return known - 1;
    const number = this.numberOf(label);
    const contested = isContested(this.at(number)) ? number : UNKNOWN;
    this.contestedByLabel.set(label, contested + 1);
    return contested;
  }
}

/** No id has a space in it. */
function keyOf({ isWithin, associations, zone }: Cell): string {
  return `${isWithin} ${associations.join(' ')}${zone === undefined ? '' : ` in ${zone}`}`;
}

/** Whether a cell is a gap or an overlap. */
function isContested({ isWithin, associations }: Cell): boolean {
  return isWithin && associations.length !== 1;
}

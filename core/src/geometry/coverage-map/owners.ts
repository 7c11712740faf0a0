import type { AssociationId } from '../../model/ids.ts';
import type { RingRoles } from '../arrangement/ring-roles.ts';
import type { RingSet, RingSets } from '../arrangement/ring-sets.ts';
import { type Cell, Cells } from './cells.ts';

/** The boundary owns places as the territories do. */
export const BOUNDARY = 0;

/** The associations by the numbers under which they own rings. */
export class Owners {
  readonly #numbers = new Map<AssociationId, number>();
  readonly #associations: (AssociationId | null)[] = [null];
  readonly #hasBoundary: boolean;

  constructor(hasBoundary: boolean) {
    this.#hasBoundary = hasBoundary;
  }

  numberOf(association: AssociationId): number {
    const known = this.#numbers.get(association);
    if (known !== undefined) return known;
    const number = this.#associations.push(association) - 1;
    this.#numbers.set(association, number);
    return number;
  }

  /** Whose rings an owner's are: one association, or for the boundary none. */
  associationsOf(owner: number): AssociationId[] {
    const association = this.#associations[owner] ?? null;
    return association === null ? [] : [association];
  }

  /** The cells of labels that are sets of rings with these roles. */
  cellsBy(rings: RingSets, roles: RingRoles): Cells {
    return new Cells((label: RingSet) => this.#cellOf(roles.ownersWithin(rings.membersOf(label))));
  }

  #cellOf(owners: readonly number[]): Cell {
    const associations = owners.flatMap((owner) => this.associationsOf(owner)).sort();
    return { isWithin: !this.#hasBoundary || owners.includes(BOUNDARY), associations };
  }
}

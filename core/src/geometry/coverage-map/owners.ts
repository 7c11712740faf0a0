import type { MultiPolygon } from '../../model/geometry.ts';
import type { AssociationId, ZoneId } from '../../model/ids.ts';
import type { RingRoles } from '../arrangement/ring-roles.ts';
import type { RingSet, RingSets } from '../arrangement/ring-sets.ts';
import { type Cell, Cells } from './cells.ts';

/** The boundary owns places as the territories do. */
export const BOUNDARY = 0;
const FIRST_ZONE = 1;

/** A place that counts for itself wherever just these associations claim the ground. */
export interface MappedZone {
  readonly id: ZoneId;
  /** In the order of the ids. */
  readonly associations: readonly AssociationId[];
  readonly geometry: MultiPolygon;
}

/** The associations by the numbers under which they own rings. */
export class Owners {
  readonly #numbers = new Map<AssociationId, number>();
  readonly #associations: (AssociationId | null)[];
  readonly #hasBoundary: boolean;

  readonly #zones: readonly MappedZone[];

  /** Where zones lie over each other the first one counts. */
  constructor(hasBoundary: boolean, zones: readonly MappedZone[] = []) {
    this.#hasBoundary = hasBoundary;
    this.#zones = zones;
    this.#associations = [null, ...zones.map(() => null)];
  }

  /** The numbers under which the zones own rings, in their order. */
  get zoneNumbers(): number[] {
    return this.#zones.map((_, i) => FIRST_ZONE + i);
  }

  numberOf(association: AssociationId): number {
    const known = this.#numbers.get(association);
    if (known !== undefined) return known;
    const number = this.#associations.push(association) - 1;
    this.#numbers.set(association, number);
    return number;
  }

  /** Whose rings an owner's are: one association, or for the boundary and the zones none. */
  associationsOf(owner: number): AssociationId[] {
    const association = this.#associations[owner] ?? null;
    return association === null ? [] : [association];
  }

  /** The cells of labels that are sets of rings with these roles. */
  cellsBy(rings: RingSets, roles: RingRoles): Cells {
    return new Cells(
      (label: RingSet) => this.#cellOf(roles.ownersWithin(rings.membersOf(label))),
      (association) => this.numberOf(association),
    );
  }

  #cellOf(owners: readonly number[]): Cell {
    const associations: AssociationId[] = [];
    for (const owner of owners) associations.push(...this.associationsOf(owner));
    if (associations.length > 1) associations.sort();
    const isWithin = !this.#hasBoundary || owners.includes(BOUNDARY);
    const zone = isWithin ? this.#zoneOf(owners, associations) : undefined;
    // Where a zone does not hold, its cell is the one without it: so its outline parts no faces there.
    return zone === undefined ? { isWithin, associations } : { isWithin, associations, zone };
  }

  #zoneOf(owners: readonly number[], associations: readonly AssociationId[]): ZoneId | undefined {
    if (associations.length < 2) return undefined;
    const claimants = associations.join(' ');
    return this.#zones.find(
      (zone, i) => owners.includes(FIRST_ZONE + i) && zone.associations.join(' ') === claimants,
    )?.id;
  }
}

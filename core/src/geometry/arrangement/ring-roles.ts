/** What a ring is to its polygon, and whose that is. */
interface RingRole {
  readonly owner: number;
  readonly polygon: number;
  readonly isHole: boolean;
}

/**
 * Rings by their numbers, with whose they are. The inside of a ring is where one comes to by crossing it an odd number of
 * times; a hole takes from its own polygon only; polygons of one owner unite.
 */
export class RingRoles {
  readonly #roles: RingRole[] = [];
  #polygons = 0;

  /** A number for a polygon to come. */
  nextPolygon(): number {
    return this.#polygons++;
  }

  /** Gives a ring the next number. */
  add(role: RingRole): number {
    return this.#roles.push(role) - 1;
  }

  polygonOf(ring: number): number | undefined {
    return this.#roles[ring]?.polygon;
  }

  ownerOf(ring: number): number | undefined {
    return this.#roles[ring]?.owner;
  }

  /** Who owns the places that lie within just these rings, ascending. */
  ownersWithin(rings: readonly number[]): number[] {
    const owners = new Set<number>();
    for (const ring of rings) {
      const role = this.#roles[ring];
      if (!role || role.isHole) continue;
      const isInHole = rings.some((other) => {
        const { polygon, isHole } = this.#roles[other] ?? role;
        return isHole && polygon === role.polygon;
      });
      if (!isInHole) owners.add(role.owner);
    }
    return [...owners].sort((a, b) => a - b);
  }
}

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
  /** By ring: a plan has thousands, and no object is made of each. */
  readonly #owners: number[] = [];
  readonly #polygonsOf: number[] = [];
  readonly #holes: boolean[] = [];
  #polygons = 0;

  /** A number for a polygon to come. */
  nextPolygon(): number {
    return this.#polygons++;
  }

  /** Gives a ring the next number. */
  add({ owner, polygon, isHole }: RingRole): number {
    this.#owners.push(owner);
    this.#polygonsOf.push(polygon);
    return this.#holes.push(isHole) - 1;
  }

  polygonOf(ring: number): number | undefined {
    return this.#polygonsOf[ring];
  }

  ownerOf(ring: number): number | undefined {
    return this.#owners[ring];
  }

  isHole(ring: number): boolean {
    return this.#holes[ring] ?? false;
  }

  /** Who owns the places that lie within just these rings, ascending. */
  ownersWithin(rings: readonly number[]): number[] {
    const owners: number[] = [];
    for (const ring of rings) {
      const owner = this.#owners[ring];
      if (owner === undefined || this.#holes[ring]) continue;
      const polygon = this.#polygonsOf[ring];
      const isInHole = rings.some((other) => this.#holes[other] && this.#polygonsOf[other] === polygon);
      if (!isInHole) insert(owners, owner);
    }
    return owners;
  }
}

/** Puts a number where it belongs among ascending ones, each once: mostly at their end. */
function insert(numbers: number[], number: number): void {
  let at = numbers.length;
  while (at > 0 && (numbers[at - 1] ?? 0) > number) at--;
  if (numbers[at - 1] === number) return;
  if (at === numbers.length) numbers.push(number);
  else numbers.splice(at, 0, number);
}

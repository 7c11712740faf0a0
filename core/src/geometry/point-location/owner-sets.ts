/**
 * Sets of owners, each once and with a number, so that a place's answer is one integer. They are kept as a tree: a set
 * is its parent and one owner more, in rising order.
 */
export class OwnerSets {
  private readonly parents: number[] = [-1];
  private readonly lasts: number[] = [-1];
  private readonly children = new Map<number, number>();
  private readonly ownerCount: number;

  constructor(ownerCount: number) {
    this.ownerCount = ownerCount;
  }

  /** The number of the set of these owners, in any order and also repeated; the empty set is 0. */
  of(owners: readonly number[]): number {
    if (owners.length === 0) return 0;
    if (owners.length === 1) return this.child(0, owners[0] ?? 0);
    let set = 0;
    let last = -1;
    for (const owner of [...owners].sort((a, b) => a - b)) {
      if (owner !== last) set = this.child(set, owner);
      last = owner;
    }
    return set;
  }

  /** The owners in a set, in rising order. */
  members(set: number): number[] {
    const owners: number[] = [];
    for (let at = set; at > 0; at = this.parents[at] ?? 0) owners.push(this.lasts[at] ?? 0);
    return owners.reverse();
  }

  private child(set: number, owner: number): number {
    const key = set * this.ownerCount + owner;
    const known = this.children.get(key);
    if (known !== undefined) return known;
    const added = this.parents.push(set) - 1;
    this.lasts.push(owner);
    this.children.set(key, added);
    return added;
  }
}

import { turnOf } from '../../arrangement/turn-of.ts';
import { boxesMeet, type GridBox } from '../../grid.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';
import { EdgePairs } from './edge-pairs.ts';
import { RingLoops } from './ring-loops.ts';
import { RingsAround } from './rings-around.ts';
import type { RunBoxes } from './run-boxes.ts';

/** Of a polygon with more holes none is looked at closer. */
const MOST_HOLES = 16;

/** Where rings meet themselves, and where the rings of the boundary meet or lie within each other. */
export class RingMeetings {
  /** By ring: 1 where its inside (outside for a hole) is on the left, else 0. */
  readonly leftness: Uint8Array;
  /** The boxes outside which every polygon winds once or not at all, and the boundary does so as a whole. */
  readonly boxes: readonly GridBox[];
  /** Whether there is more to compare than is worth it; all else tells nothing then. */
  readonly isGivenUp: boolean;
  readonly #drawn: DrawnRings;
  readonly #runs: RunBoxes;
  readonly #loops: RingLoops;
  readonly #pairs: EdgePairs;
  readonly #around: RingsAround;
  /** Whether some edges of two rings that were compared meet. */
  #haveMet = false;

  constructor(drawn: DrawnRings, runs: RunBoxes) {
    this.#drawn = drawn;
    this.#runs = runs;
    this.#loops = new RingLoops(drawn);
    this.#pairs = new EdgePairs(drawn, runs, (edge, other) => this.#compare(edge, other));
    this.#around = new RingsAround(drawn, runs, 0);
    for (let ring = 0; ring < drawn.ringCount; ring++) this.#pairs.visitWithin(ring);
    const orientations = new Int8Array(drawn.ringCount);
    this.leftness = new Uint8Array(drawn.ringCount);
    for (let ring = 0; ring < drawn.ringCount; ring++) {
      const orientation = this.#loops.orientationOf(ring);
      orientations[ring] = orientation;
      this.leftness[ring] = orientation < 0 === drawn.roles.isHole(ring) ? 1 : 0;
    }
    const boundaryBoxes = drawn.boundaryRings > 1 ? this.#unclearBoundaries() : [];
    this.boxes = [...this.#loops.boxes, ...boundaryBoxes, ...this.#unclearRings(orientations)];
    this.isGivenUp = this.#pairs.isGivenUp;
  }

  #compare(edge: Place, other: Place): void {
    const { x, y, ringAt } = this.#drawn;
    const ring = ringAt[edge] ?? 0;
    const otherRing = ringAt[other] ?? 0;
    if (ring !== otherRing) {
      this.#haveMet ||= this.#meet(edge, other);
      return;
    }
    if (x[edge] === x[other] && y[edge] === y[other]) this.#loops.add(edge, other);
    // Edges that end in one point are followed by two that begin there.
    else if (!this.#shareEnd(edge, other) && this.#meet(edge, other)) this.#loops.add(edge, other);
  }

  /** Whether one of two edges ends where the other one begins or ends. */
  #shareEnd(edge: Place, other: Place): boolean {
    const { x, y } = this.#drawn;
    return (
      (x[edge + 1] === x[other + 1] && y[edge + 1] === y[other + 1]) ||
      (x[edge] === x[other + 1] && y[edge] === y[other + 1]) ||
      (x[edge + 1] === x[other] && y[edge + 1] === y[other])
    );
  }

  /** Whether two edges whose boxes meet have a point in common. */
  #meet(edge: Place, other: Place): boolean {
    const { x, y } = this.#drawn;
    const ax = x[edge] ?? 0;
    const ay = y[edge] ?? 0;
    const bx = x[edge + 1] ?? 0;
    const by = y[edge + 1] ?? 0;
    const cx = x[other] ?? 0;
    const cy = y[other] ?? 0;
    const dx = x[other + 1] ?? 0;
    const dy = y[other + 1] ?? 0;
    if (turnOf(ax, ay, bx, by, cx, cy) * Math.sign(turnOf(ax, ay, bx, by, dx, dy)) > 0) return false;
    return turnOf(cx, cy, dx, dy, ax, ay) * Math.sign(turnOf(cx, cy, dx, dy, bx, by)) <= 0;
  }

  #meetEachOther(ring: number, other: number): boolean {
    this.#haveMet = false;
    this.#pairs.visitBetween(ring, other);
    return this.#haveMet;
  }

  /** Of the rings of the boundary that meet or lie within each other: from west to east, so that few are far apart. */
  #unclearBoundaries(): GridBox[] {
    const boxes: GridBox[] = [];
    const rings: { ring: number; box: GridBox }[] = [];
    for (let ring = 0; ring < this.#drawn.boundaryRings; ring++)
      rings.push({ ring, box: this.#runs.boxOf(ring) });
    rings.sort(({ box: a }, { box: b }) => a.minX - b.minX);
    for (const [i, { ring, box }] of rings.entries()) {
      for (let next = i + 1; next < rings.length; next++) {
        const other = rings[next];
        if (other === undefined || other.box.minX > box.maxX) break;
        if (!boxesMeet(box, other.box)) continue;
        if (this.#meetEachOther(ring, other.ring)) boxes.push(box, other.box);
        else if (this.#isWithin(ring, other.ring)) boxes.push(box);
        else if (this.#isWithin(other.ring, ring)) boxes.push(other.box);
      }
    }
    return boxes;
  }

  /** Whether a ring lies within another one that it does not meet. */
  #isWithin(ring: number, other: number): boolean {
    const first = this.#drawn.startOf(ring);
    const { x, y } = this.#drawn;
    return this.#around.isAround(other, x[first] ?? 0, y[first] ?? 0, () => false);
  }

  /** Rings whose orientation is not certain, and holes that may take more or less than what is theirs from their polygon. */
  #unclearRings(orientations: Int8Array): GridBox[] {
    const { ringCount, roles } = this.#drawn;
    const boxes: GridBox[] = [];
    let shell = 0;
    for (let ring = 0; ring < ringCount; ring++) {
      const isHole = roles.isHole(ring);
      if (!isHole) shell = ring;
      if (orientations[ring] === 0 || (isHole && !this.#isClearHole(ring, shell)))
        boxes.push(this.#runs.boxOf(ring));
    }
    return boxes;
  }

  /** Whether a hole lies within its shell, without meeting it, and apart from all other holes there. */
  #isClearHole(hole: number, shell: number): boolean {
    const { roles } = this.#drawn;
    if (!this.#loops.isSimple(hole) || !this.#loops.isSimple(shell)) return false;
    const box = this.#runs.boxOf(hole);
    for (let other = shell + 1; roles.isHole(other); other++) {
      if (other - shell > MOST_HOLES) return false;
      if (other !== hole && this.#runs.isNear(other, box)) return false;
    }
    return this.#isWithin(hole, shell) && !this.#meetEachOther(shell, hole);
  }
}

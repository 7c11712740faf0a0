import type { Arrangement } from './arrangement.ts';
import { IntColumn } from './column.ts';
import { labelWestOf } from './label-west.ts';
import { NO_RINGS, type RingSet } from './ring-sets.ts';
import { type Half, type Segments, UNLABELLED } from './segments.ts';
import { turnOf } from './turn-of.ts';

/** Segments that hang together, labelled as if nothing lay around them. */
interface Component {
  readonly segments: readonly number[];
  /** The first in the order of a sweep. */
  readonly firstVertex: number;
  /** The rings found west of it. */
  readonly west: RingSet;
}

/**
 * Tells within which rings the two sides of segments lie. Labels spread from segment to segment around the vertices; what
 * has no connection with a labelled one takes its label from the next segment in the west.
 */
export class SideLabeller {
  readonly #plane: Arrangement;
  /** The vertices that still have to pass labels on. */
  readonly #waiting: number[] = [];
  #labelled: number[] = [];
  /** The halves that leave the vertex at work, counter-clockwise. */
  readonly #around: Half[] = [];
  #isConsistent = true;
  /** The last run in which a vertex passed labels on. */
  readonly #turnedIn = new IntColumn();
  #run = 0;

  constructor(plane: Arrangement) {
    this.#plane = plane;
  }

  /**
   * Labels segments anew; all others must be labelled rightly. False where labels contradict each other: segments then
   * cross somewhere without a vertex.
   */
  label(wanted: readonly number[]): boolean {
    const { segments } = this.#plane;
    this.#run++;
    this.#isConsistent = true;
    for (const segment of wanted) setSides(segments, segment, UNLABELLED, UNLABELLED);
    // At first nothing is labelled that could spread.
    if (this.#run > 1)
      for (const segment of wanted) this.#spreadFrom(segments.low.get(segment), segments.high.get(segment));
    const components: Component[] = [];
    for (const segment of wanted) {
      const isLeft = segments.isThere(segment) && segments.north.get(segment) === UNLABELLED;
      if (isLeft) components.push(this.#spreadOver(segment));
    }
    components.sort((a, b) => segments.vertices.compare(a.firstVertex, b.firstVertex));
    for (const component of components) placeAmongOthers(this.#plane, component);
    return this.#isConsistent;
  }

  /** Spreads the labels of segments at two vertices, where there are some, as far as they go. */
  #spreadFrom(one: number, other: number): void {
    this.#waiting.push(one, other);
    for (let vertex = this.#waiting.pop(); vertex !== undefined; vertex = this.#waiting.pop())
      this.#turn(vertex);
  }

  /** Labels all that hangs together with a segment, as if nothing lay around it. */
  #spreadOver(segment: number): Component {
    const { segments } = this.#plane;
    this.#labelled = [segment];
    setSides(segments, segment, segments.toggles.get(segment), NO_RINGS);
    this.#spreadFrom(segments.low.get(segment), segments.high.get(segment));
    let firstVertex = segments.low.get(segment);
    for (const one of this.#labelled) {
      const low = segments.low.get(one);
      if (segments.vertices.compare(low, firstVertex) < 0) firstVertex = low;
    }
    return { segments: this.#labelled, firstVertex, west: this.#westOf(firstVertex) };
  }

  /** Goes once around a vertex, from a labelled segment to the next ones. */
  #turn(vertex: number): void {
    if (this.#turnedIn.get(vertex) === this.#run) return;
    const { segments } = this.#plane;
    let halves = 0;
    let start = -1;
    for (let half = segments.firstHalfAt(vertex); half >= 0; half = segments.halfAfter(half)) {
      if (segments.north.get(half >> 1) !== UNLABELLED) start = half;
      this.#around[halves++] = half;
    }
    if (start < 0) return;
    this.#turnedIn.set(vertex, this.#run);
    this.#around.length = halves;
    if (halves > 2) this.#sort(vertex);
    const first = this.#around.indexOf(start);
    let label = segments.leftOf(start);
    for (let step = first + 1; step <= first + halves; step++) {
      label = this.#pass(this.#around[step < halves ? step : step - halves] ?? 0, label);
    }
  }
  /** Takes the label from the right of a half to its left. */
  #pass(half: Half, right: RingSet): RingSet {
    const { segments, rings } = this.#plane;
    const segment = half >> 1;
    if (segments.north.get(segment) !== UNLABELLED) {
      if (segments.rightOf(half) !== right) this.#isConsistent = false;
      return segments.leftOf(half);
    }
    const left = rings.difference(right, segments.toggles.get(segment));
    if (half & 1) setSides(segments, segment, right, left);
    else setSides(segments, segment, left, right);
    this.#labelled.push(segment);
    this.#waiting.push(segments.targetOf(half));
    return left;
  }

  /** Counter-clockwise from east; by insertion, since few segments meet in a vertex. */
  #sort(vertex: number): void {
    const around = this.#around;
    for (let i = 1; i < around.length; i++) {
      const half = around[i] ?? 0;
      let place = i;
      for (; place > 0 && this.#isBefore(vertex, half, around[place - 1] ?? 0); place--) {
        around[place] = around[place - 1] ?? 0;
      }
      around[place] = half;
    }
  }

  #isBefore(vertex: number, a: Half, b: Half): boolean {
    const { segments } = this.#plane;
    const { x, y } = segments.vertices;
    // One name at a time: taking arrays apart costs more than all the rest here.
    const vx = x.get(vertex);
    const vy = y.get(vertex);
    const toA = segments.targetOf(a);
    const toB = segments.targetOf(b);
    const ax = x.get(toA);
    const ay = y.get(toA);
    const bx = x.get(toB);
    const by = y.get(toB);
    const aIsNorth = ay > vy || (ay === vy && ax > vx);
    const bIsNorth = by > vy || (by === vy && bx > vx);
    if (aIsNorth !== bIsNorth) return aIsNorth;
    // robust-predicates thinks of y as pointing down: negative where `b` lies left of the way to `a`.
    return turnOf(vx, vy, ax, ay, bx, by) < 0;
  }

  /** The label of the place just west of the first vertex of a component, from which all segments go east. */
  #westOf(vertex: number): RingSet {
    const { segments } = this.#plane;
    const { x, y } = segments.vertices;
    let top = segments.firstHalfAt(vertex);
    for (let half = segments.halfAfter(top); half >= 0; half = segments.halfAfter(half)) {
      const [a, b] = [segments.targetOf(top), segments.targetOf(half)];
      if (turnOf(x.get(vertex), y.get(vertex), x.get(a), y.get(a), x.get(b), y.get(b)) < 0) top = half;
    }
    return segments.leftOf(top);
  }
}

/** Crossing a ring changes all labels of what lies within it: the difference at one place holds for all. */
function placeAmongOthers(plane: Arrangement, { segments: own, firstVertex, west }: Component): void {
  const { segments, rings } = plane;
  const correction = rings.difference(west, labelWestOf(plane, firstVertex));
  if (correction === NO_RINGS) return;
  for (const segment of own) {
    setSides(
      segments,
      segment,
      rings.difference(segments.north.get(segment), correction),
      rings.difference(segments.south.get(segment), correction),
    );
  }
}

function setSides(segments: Segments, segment: number, north: RingSet, south: RingSet): void {
  segments.north.set(segment, north);
  segments.south.set(segment, south);
}

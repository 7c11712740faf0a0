import { Int32List } from '../int32-list.ts';
import type { Arrangement } from './arrangement.ts';
import { IntColumn } from './column.ts';
import { labelWestOf } from './label-west.ts';
import { NO_RINGS, type RingSet } from './ring-sets.ts';
import { type Half, type Segments, UNLABELLED } from './segments.ts';
import { turnOf } from './turn-of.ts';

const NONE = -1;

/** Segments that hang together, labelled as if nothing lay around them. */
export interface Component {
  readonly segments: Int32Array;
  /** The first in the order of a sweep. */
  readonly firstVertex: number;
}

/** What lies around the segments to be labelled. */
export interface Surroundings {
  /** Whether all segments that meet in a vertex are at hand. */
  isWhole(vertex: number): boolean;
  /** The rings by which the labels of a component are wrong; null for one that is left without labels. */
  correctionOf(component: Component): RingSet | null;
}

/**
 * Tells within which rings the two sides of segments lie. Labels spread from segment to segment around the vertices; what
 * has no connection with a labelled one takes its label from the next segment in the west.
 */
export class SideLabeller {
  readonly #plane: Arrangement;
  readonly #surroundings: Surroundings | null;
  /** The vertices that still have to pass labels on. */
  readonly #waiting = new Int32List();
  /** All segments that were labelled in this run. */
  #labelled = new Int32List();
  /** The halves that leave the vertex at work, counter-clockwise. */
  readonly #around: Half[] = [];
  #isConsistent = true;
  /** The last run in which a vertex passed labels on. */
  readonly #turnedIn: IntColumn;
  #run = 0;

  /** Without surroundings, all that is drawn is in the arrangement. */
  constructor(plane: Arrangement, surroundings: Surroundings | null = null) {
    this.#plane = plane;
    this.#surroundings = surroundings;
    this.#turnedIn = new IntColumn(0, plane.segments.expected);
  }

  /**
   * Labels segments anew; all others must be labelled rightly. False where labels contradict each other: segments then
   * cross somewhere without a vertex.
   */
  label(wanted: Int32Array): boolean {
    const { segments } = this.#plane;
    this.#run++;
    this.#isConsistent = true;
    this.#labelled = new Int32List(wanted.length);
    segments.north.reserve(segments.count - 1);
    segments.south.reserve(segments.count - 1);
    this.#turnedIn.reserve(segments.vertices.x.items.length - 1);
    // At first nothing is labelled that could be wrong, or spread.
    if (this.#run > 1) {
      for (const segment of wanted) setSides(segments, segment, UNLABELLED, UNLABELLED);
      for (const segment of wanted) this.#spreadFrom(segments.low.get(segment), segments.high.get(segment));
    }
    const components: Component[] = [];
    const north = segments.north.items;
    if (this.#run === 1 && wanted.length > 0) {
      const firstVertex = firstVertexOf(segments, wanted);
      // Nothing is around the northernmost segment there, so that no label has to be corrected.
      const outermost = lastBeforeWest(segments, firstVertex) >> 1;
      components.push({ segments: this.#spreadOver(outermost), firstVertex });
    }
    for (let i = 0; i < wanted.length; i++) {
      const segment = wanted[i] ?? 0;
      if (north[segment] !== UNLABELLED || !segments.isThere(segment)) continue;
      const component = this.#spreadOver(segment);
      components.push({ segments: component, firstVertex: firstVertexOf(segments, component) });
    }
    components.sort((a, b) => segments.vertices.compare(a.firstVertex, b.firstVertex));
    for (const component of components) this.#correct(component);
    return this.#isConsistent;
  }

  /** Spreads the labels of segments at two vertices, where there are some, as far as they go. */
  #spreadFrom(one: number, other: number): void {
    const waiting = this.#waiting;
    waiting.push(one);
    waiting.push(other);
    while (waiting.length > 0) this.#spreadAlong(waiting.pop());
  }

  /** Passes labels on at a vertex and, as long as just two segments meet there, at the next one. */
  #spreadAlong(start: number): void {
    const { segments } = this.#plane;
    const firsts = segments.firstHalf.items;
    const nexts = segments.nextHalf.items;
    const north = segments.north.items;
    const south = segments.south.items;
    const low = segments.low.items;
    const high = segments.high.items;
    const turnedIn = this.#turnedIn.items;
    const labelled = this.#labelled;
    const run = this.#run;
    let vertex = start;
    const surroundings = this.#surroundings;
    while (turnedIn[vertex] !== run && (surroundings === null || surroundings.isWhole(vertex))) {
      const one = firsts[vertex] ?? NONE;
      if (one === NONE) return;
      const other = nexts[one] ?? NONE;
      if (other === NONE || nexts[other] !== NONE) {
        this.#turn(vertex);
        return;
      }
      const isOneLabelled = north[one >> 1] !== UNLABELLED;
      const isOtherLabelled = north[other >> 1] !== UNLABELLED;
      if (!isOneLabelled && !isOtherLabelled) return;
      turnedIn[vertex] = run;
      if (isOneLabelled && isOtherLabelled) {
        if (!this.#agree(one, other)) this.#isConsistent = false;
        return;
      }
      // What is left of one is right of the other.
      const from = isOneLabelled ? one : other;
      const to = isOneLabelled ? other : one;
      const known = from >> 1;
      const segment = to >> 1;
      const isTurned = ((from ^ to) & 1) === 0;
      north[segment] = (isTurned ? south : north)[known] ?? UNLABELLED;
      south[segment] = (isTurned ? north : south)[known] ?? UNLABELLED;
      labelled.push(segment);
      vertex = (to & 1 ? low : high)[segment] ?? 0;
    }
  }

  /** Labels all that hangs together with a segment, as if nothing lay around it. */
  #spreadOver(segment: number): Int32Array {
    const { segments } = this.#plane;
    const labelled = this.#labelled;
    const start = labelled.length;
    labelled.push(segment);
    setSides(segments, segment, NO_RINGS, segments.toggles.get(segment));
    this.#spreadFrom(segments.low.get(segment), segments.high.get(segment));
    return labelled.data.subarray(start, labelled.length);
  }

  /** Goes once around a vertex, from a labelled segment to the next ones. */
  #turn(vertex: number): void {
    const { segments } = this.#plane;
    let halves = 0;
    let first = -1;
    for (let half = segments.firstHalfAt(vertex); half >= 0; half = segments.halfAfter(half)) {
      if (segments.north.get(half >> 1) !== UNLABELLED) first = halves;
      this.#around[halves++] = half;
    }
    if (first < 0) return;
    this.#turnedIn.set(vertex, this.#run);
    if (halves > 2) first = this.#sort(vertex, halves, this.#around[first] ?? 0);
    let label = segments.leftOf(this.#around[first] ?? 0);
    for (let step = first + 1; step <= first + halves; step++) {
      label = this.#pass(this.#around[step < halves ? step : step - halves] ?? 0, label);
    }
  }

  /** Whether the rings on the two sides of one half are those on the sides of another that leaves the same vertex. */
  #agree(one: Half, other: Half): boolean {
    const { segments } = this.#plane;
    return (
      segments.leftOf(one) === segments.rightOf(other) && segments.rightOf(one) === segments.leftOf(other)
    );
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

  /**
   * Puts the halves at work in order, counter-clockwise from east, and tells where one of them stands now. By insertion,
   * since few segments meet in a vertex.
   */
  #sort(vertex: number, count: number, start: Half): number {
    const around = this.#around;
    for (let i = 1; i < count; i++) {
      const half = around[i] ?? 0;
      let place = i;
      for (; place > 0 && isBefore(this.#plane.segments, vertex, half, around[place - 1] ?? 0); place--) {
        around[place] = around[place - 1] ?? 0;
      }
      around[place] = half;
    }
    return around.indexOf(start);
  }

  /** Crossing a ring changes all labels of what lies within it: the difference at one place holds for all. */
  #correct(component: Component): void {
    const { segments } = this.#plane;
    const correction =
      this.#surroundings === null
        ? correctionWithin(this.#plane, component)
        : this.#surroundings.correctionOf(component);
    if (correction === NO_RINGS) return;
    for (const sides of [segments.north.items, segments.south.items]) {
      if (correction !== null) this.#correctSides(sides, component.segments, correction);
      else for (const segment of component.segments) sides[segment] = UNLABELLED;
    }
  }

  #correctSides(sides: Int32Array, segments: Int32Array, correction: RingSet): void {
    const { rings } = this.#plane;
    // Along a border the same label stands again and again.
    let label = NO_RINGS;
    let corrected = correction;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? 0;
      const side = sides[segment] ?? NO_RINGS;
      if (side !== label) {
        label = side;
        corrected = rings.difference(label, correction);
      }
      sides[segment] = corrected;
    }
  }
}

/** The first vertex of segments in the order of a sweep. */
function firstVertexOf(segments: Segments, some: Int32Array): number {
  const lows = segments.low.items;
  const x = segments.vertices.x.items;
  let first = lows[some[0] ?? 0] ?? 0;
  for (let i = 1; i < some.length; i++) {
    const low = lows[some[i] ?? 0] ?? 0;
    const isEast = (x[low] ?? 0) > (x[first] ?? 0);
    if (!isEast && segments.vertices.compare(low, first) < 0) first = low;
  }
  return first;
}

function correctionWithin(plane: Arrangement, { firstVertex }: Component): RingSet {
  return plane.rings.difference(labelAtWestOf(plane.segments, firstVertex), labelWestOf(plane, firstVertex));
}

/** The label in the direction a hair north of due west from a vertex. */
export function labelAtWestOf(segments: Segments, vertex: number): RingSet {
  return segments.leftOf(lastBeforeWest(segments, vertex));
}

/** The last half that one passes on the way counter-clockwise around a vertex to the direction a hair north of due west. */
function lastBeforeWest(segments: Segments, vertex: number): Half {
  let last = -1;
  for (let half = segments.firstHalfAt(vertex); half >= 0; half = segments.halfAfter(half)) {
    if (last < 0 || isLaterInWest(segments, vertex, half, last)) last = half;
  }
  return last;
}

/** Whether one half is passed later than another on the way counter-clockwise to the direction a hair north of west. */
function isLaterInWest(segments: Segments, vertex: number, one: Half, other: Half): boolean {
  const [isNorth, isOtherNorth] = [goesNorth(segments, vertex, one), goesNorth(segments, vertex, other)];
  return isNorth === isOtherNorth ? isBefore(segments, vertex, other, one) : isNorth;
}

/** Counter-clockwise from east. */
function isBefore(segments: Segments, vertex: number, a: Half, b: Half): boolean {
  const x = segments.vertices.x.items;
  const y = segments.vertices.y.items;
  const toA = segments.targetOf(a);
  const toB = segments.targetOf(b);
  const fromX = x[vertex] ?? 0;
  const fromY = y[vertex] ?? 0;
  const aX = x[toA] ?? 0;
  const aY = y[toA] ?? 0;
  const bX = x[toB] ?? 0;
  const bY = y[toB] ?? 0;
  const isNorth = aY > fromY || (aY === fromY && aX > fromX);
  const isOtherNorth = bY > fromY || (bY === fromY && bX > fromX);
  if (isNorth !== isOtherNorth) return isNorth;
  // robust-predicates thinks of y as pointing down: negative where `b` lies left of the way to `a`.
  return turnOf(fromX, fromY, aX, aY, bX, bY) < 0;
}

/** Due east counts as north, due west does not. */
function goesNorth(segments: Segments, vertex: number, half: Half): boolean {
  const { x, y } = segments.vertices;
  const target = segments.targetOf(half);
  const rise = y.get(target) - y.get(vertex);
  return rise > 0 || (rise === 0 && x.get(target) > x.get(vertex));
}

function setSides(segments: Segments, segment: number, north: RingSet, south: RingSet): void {
  segments.north.set(segment, north);
  segments.south.set(segment, south);
}

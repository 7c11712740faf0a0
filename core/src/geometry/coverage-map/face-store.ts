import { IntColumn } from '../arrangement/column.ts';
import { type KindOf, kindAlong, type Loop, LoopTracer } from '../arrangement/loops.ts';
import { type Half, type Segments, UNLABELLED } from '../arrangement/segments.ts';
import type { FineGrid } from '../fine-grid.ts';
import { Int32List } from '../int32-list.ts';
import type { AuthalicBands } from './authalic-bands.ts';
import { type Cells, UNKNOWN } from './cells.ts';
import { type CoverageFace, faceOf, nestLoops } from './coverage-face.ts';
import { type MeasuredLoop, measureLoop } from './measured-loop.ts';

/** Stands for no loop, so that a column of none is one never written to. */
const NONE = 0;

/** A traced loop with the number by which its halves name it. */
interface StoredLoop extends MeasuredLoop {
  readonly number: number;
  readonly kind: number;
  readonly halves: readonly Half[];
}

/** What faces are told and measured by. */
interface FaceStoreParts {
  readonly cells: Cells;
  readonly grid: FineGrid;
  readonly bands: AuthalicBands;
}

/** What became of the faces in one step. */
export interface FaceChanges {
  readonly appeared: readonly CoverageFace[];
  readonly disappeared: readonly CoverageFace[];
}

/** The gaps and overlaps of a coverage map, kept as its segments change. */
export class FaceStore {
  readonly #segments: Segments;
  readonly #cells: Cells;
  readonly #grid: FineGrid;
  readonly #bands: AuthalicBands;
  readonly #kindOf: KindOf;
  readonly #tracer: LoopTracer;
  /** The loop on which a half lies. */
  readonly #loopOf: IntColumn;
  readonly #loops = new Map<number, StoredLoop>();
  readonly #loopsOfCell = new Map<number, StoredLoop[]>();
  readonly #facesOfCell = new Map<number, readonly CoverageFace[]>();
  #loopNumbers = NONE;

  constructor(segments: Segments, { cells, grid, bands }: FaceStoreParts) {
    this.#segments = segments;
    this.#cells = cells;
    this.#grid = grid;
    this.#bands = bands;
    this.#loopOf = new IntColumn(NONE, 2 * segments.expected);
    this.#kindOf = (label) => cells.contestedOf(label);
    this.#tracer = new LoopTracer(segments, this.#kindOf);
  }

  /** All gaps and overlaps. */
  all(): CoverageFace[] {
    const all: CoverageFace[] = [];
    for (const faces of this.#facesOfCell.values()) for (const face of faces) all.push(face);
    return all;
  }

  /** Traces the faces anew that lie at segments which changed, came or went. */
  retrace(changed: Int32Array): FaceChanges {
    if (this.#loops.size === 0) return this.#traceFirst(changed);
    const halves = new Int32List();
    for (let i = 0; i < changed.length; i++) this.#addAllNear(changed[i] ?? 0, halves);
    const old = new Map<number, StoredLoop>();
    this.#loopsAt(halves.values(), old);
    let [found, loops]: [number, Loop[]] = [0, []];
    // A walk may go on into loops that only touch those at hand: then their halves are walked too.
    do {
      for (const loop of old.values()) for (const half of loop.halves) halves.push(half);
      loops = this.#tracer.trace(halves.values());
      found = loops.reduce((more, loop) => more + this.#loopsAt(loop.halves, old), 0);
    } while (found > 0);
    for (const { halves: own } of old.values()) for (const half of own) this.#loopOf.set(half, NONE);
    const touchedCells = new Set<number>();
    const traced = loops.filter((loop) => !this.#isKept(loop, old));
    for (const loop of old.values()) this.#remove(loop, touchedCells);
    for (const loop of traced) this.#add(loop, touchedCells);
    return this.#nestAnew(touchedCells);
  }

  /** As `retrace`, where there is no face yet. */
  #traceFirst(changed: Int32Array): FaceChanges {
    const touchedCells = new Set<number>();
    for (const loop of this.#tracer.trace(this.#outlinesAt(changed))) this.#add(loop, touchedCells);
    return this.#nestAnew(touchedCells);
  }

  /** The halves of segments that have a face on their left alone. */
  #outlinesAt(segments: Int32Array): Int32Array {
    const halves = new Int32List();
    const north = this.#segments.north.items;
    const south = this.#segments.south.items;
    let contested = this.#cells.contestedByLabel.items;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? 0;
      const northLabel = north[segment] ?? UNLABELLED;
      if (northLabel === UNLABELLED) continue;
      const southLabel = south[segment] ?? UNLABELLED;
      let above = contested[northLabel] ?? UNKNOWN;
      let below = contested[southLabel] ?? UNKNOWN;
      if (above === UNKNOWN || below === UNKNOWN) {
        above = this.#cells.contestedOf(northLabel) + 1;
        below = this.#cells.contestedOf(southLabel) + 1;
        contested = this.#cells.contestedByLabel.items;
      }
      if (above === below) continue;
      if (above > 0) halves.push(2 * segment);
      if (below > 0) halves.push(2 * segment + 1);
    }
    return halves.values();
  }

  /** Adds the loops on which halves lie to those known, and returns how many are new. */
  #loopsAt(halves: ArrayLike<Half>, known: Map<number, StoredLoop>): number {
    const before = known.size;
    for (let i = 0; i < halves.length; i++) {
      const number = this.#loopOf.get(halves[i] ?? 0);
      const loop = number === NONE ? undefined : this.#loops.get(number);
      if (loop) known.set(loop.number, loop);
    }
    return known.size - before;
  }

  /** Loops that come out as they were keep their number; they are then no longer among the old ones. */
  #isKept(loop: Loop, old: Map<number, StoredLoop>): boolean {
    for (const before of old.values()) {
      if (before.kind !== loop.kind || !isSameLoop(before.halves, loop.halves)) continue;
      old.delete(before.number);
      for (const half of before.halves) this.#loopOf.set(half, before.number);
      return true;
    }
    return false;
  }

  #remove(loop: StoredLoop, touchedCells: Set<number>): void {
    this.#loops.delete(loop.number);
    const ofCell = this.#loopsOfCell.get(loop.kind) ?? [];
    ofCell.splice(ofCell.indexOf(loop), 1);
    touchedCells.add(loop.kind);
  }

  #add({ kind, halves }: Loop, touchedCells: Set<number>): void {
    const number = ++this.#loopNumbers;
    const measured = measureLoop(this.#segments.pointsOf(halves), this.#grid, this.#bands);
    const { points, areaM2, lengthM, box, isHole } = measured;
    const loop: StoredLoop = { number, kind, halves, points, areaM2, lengthM, box, isHole };
    for (const half of halves) this.#loopOf.set(half, number);
    this.#loops.set(number, loop);
    const ofCell = this.#loopsOfCell.get(kind);
    if (ofCell) ofCell.push(loop);
    else this.#loopsOfCell.set(kind, [loop]);
    touchedCells.add(kind);
  }

  /** Which loop is a hole of which is worked out for all loops of a cell: one that is new may lie around old ones. */
  #nestAnew(touchedCells: ReadonlySet<number>): FaceChanges {
    const appeared: CoverageFace[] = [];
    const disappeared: CoverageFace[] = [];
    for (const cell of touchedCells) {
      const before = new Map<string, CoverageFace>();
      for (const face of this.#facesOfCell.get(cell) ?? []) before.set(face.key, face);
      const described = this.#cells.at(cell);
      const faces: CoverageFace[] = [];
      for (const { outer, holes } of nestLoops(this.#loopsOfCell.get(cell) ?? [])) {
        let key = `${outer.number}`;
        for (const { number } of holes) key += ` ${number}`;
        let face = before.get(key);
        if (face) before.delete(key);
        else {
          face = faceOf({ cell: described, key, outer, holes });
          appeared.push(face);
        }
        faces.push(face);
      }
      disappeared.push(...before.values());
      this.#facesOfCell.set(cell, faces);
    }
    return { appeared, disappeared };
  }

  /** Adds the halves along outlines, as they are or were, of a segment and of those that leave or reach its ends. */
  #addAllNear(segment: number, halves: Int32List): void {
    this.#addOutlining(2 * segment, halves);
    this.#addOutlining(2 * segment + 1, halves);
    for (const end of [this.#segments.low.get(segment), this.#segments.high.get(segment)]) {
      for (let half = this.#segments.firstHalfAt(end); half >= 0; half = this.#segments.halfAfter(half)) {
        this.#addOutlining(half, halves);
        this.#addOutlining(half ^ 1, halves);
      }
    }
  }

  /** Adds a half if a face is on its left, or was when it was last traced. */
  #addOutlining(half: Half, halves: Int32List): void {
    if (this.#loopOf.get(half) !== NONE || kindAlong(this.#segments, half, this.#kindOf) >= 0)
      halves.push(half);
  }
}

/** Whether two loops go through the same halves. */
function isSameLoop(a: readonly Half[], b: readonly Half[]): boolean {
  return a.length === b.length && a.every((half, i) => half === b[i]);
}

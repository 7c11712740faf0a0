import type { AssociationId } from '../../model/ids.ts';
import { Arrangement } from '../arrangement/arrangement.ts';
import { type Component, labelAtWestOf, SideLabeller } from '../arrangement/label-sides.ts';
import { RingRoles } from '../arrangement/ring-roles.ts';
import { NO_RINGS, type RingSet } from '../arrangement/ring-sets.ts';
import { UNLABELLED } from '../arrangement/segments.ts';
import { FINE_STEPS, type FineGrid, gridBoxOf, toFineBox } from '../fine-grid.ts';
import { type GridBox, type GridPolygon, toGridPolygons } from '../grid.ts';
import { AreaLedger } from './area-ledger.ts';
import type { CellNumber, Cells } from './cells.ts';
import { boxAreaM2, claimsOf } from './claims.ts';
import {
  type CoverageMap,
  type CoverageMapInput,
  createCoverageMap,
  type MeasuredCell,
} from './coverage-map.ts';
import { FaceStore } from './face-store.ts';
import { BOUNDARY, Owners } from './owners.ts';
import { DrawnRings, type RingToDraw } from './survey/drawn-rings.ts';
import { isMostlyShared } from './survey/is-mostly-shared.ts';
import { SuspectCells } from './survey/suspect-cells.ts';

/** What a coverage map tells of a plan, without what is needed to change it. */
export type CoverageSurvey = Pick<CoverageMap, 'grid' | 'faces' | 'cells' | 'gapM2'>;

/** A component within so many units of the way west is labelled from another vertex. */
const CLEARANCE = 8;
const NONE = -1;

/**
 * Tells the same as `createCoverageMap`, sooner: edges that two territories share, and near which nothing is amiss, are
 * neither cut nor labelled. Errors: `TooManyCrossingsError`.
 */
export function surveyCoverage(input: CoverageMapInput): CoverageSurvey {
  return surveyShared(input) ?? createCoverageMap(input);
}

/** Null where too little is shared to be worth it. Without a boundary, the plan's own rim would be matched with nothing. */
function surveyShared({
  boundary,
  territories,
  steps = FINE_STEPS,
}: CoverageMapInput): CoverageSurvey | null {
  if (boundary === null || boundary.coordinates.length === 0) return null;
  const drawn = { outline: toGridPolygons(boundary), claims: claimsOf(territories), steps };
  const polygons = [...drawn.outline, ...[...drawn.claims.values()].flat()];
  if (!isMostlyShared(polygons.flatMap(({ rings }) => rings))) return null;
  return new Survey(drawn, gridBoxOf(polygons)).result();
}

interface DrawnPlan {
  readonly outline: readonly GridPolygon[];
  readonly claims: ReadonlyMap<AssociationId, readonly GridPolygon[]>;
  readonly steps: number;
}

class Survey {
  readonly #grid: FineGrid;
  readonly #roles = new RingRoles();
  readonly #drawn: DrawnRings;
  readonly #suspect: SuspectCells;
  readonly #plane: Arrangement;
  readonly #cells: Cells;
  readonly #areas: AreaLedger;
  /** The segment of each edge that is drawn into the arrangement, or -1. */
  readonly #segmentOf: Int32Array;
  readonly #cellOfRing: Int32Array;
  readonly #outside: CellNumber;
  #isUnclear = false;

  constructor({ outline, claims, steps }: DrawnPlan, box: GridBox) {
    this.#grid = { originX: box.minX, originY: box.minY, steps };
    const owners = new Owners(true);
    const boundary = this.#ringsOf(BOUNDARY, outline);
    const claimed = [...claims].flatMap(([association, polygons]) =>
      this.#ringsOf(owners.numberOf(association), polygons),
    );
    this.#drawn = new DrawnRings(boundary, claimed, this.#grid);
    const fineBox = toFineBox(box, this.#grid);
    this.#suspect = new SuspectCells(this.#drawn, fineBox);
    const within = this.#suspect.edgesWithin();
    this.#segmentOf = new Int32Array(this.#drawn.edgeCount).fill(NONE);
    this.#plane = new Arrangement(fineBox, 2 * within.length);
    this.#cells = owners.cellsBy(this.#plane.rings, this.#roles);
    this.#areas = new AreaLedger(this.#plane.segments, this.#cells, this.#grid, boxAreaM2(box, this.#grid));
    this.#outside = this.#cells.numberOfCell({ isWithin: false, associations: [] });
    this.#cellOfRing = this.#cellsOfRings(claims);
    for (const edge of within) this.#draw(edge);
    for (const { edge, place } of this.#drawn.furtherUses) {
      if (this.#segmentOf[edge] !== NONE) this.#toggle(edge, place);
    }
  }

  /** Null where the edges at hand do not tell. */
  result(): CoverageSurvey | null {
    const { segments } = this.#plane;
    const changed = this.#plane.settle();
    const labeller = new SideLabeller(this.#plane, {
      isWhole: (vertex) => this.#isSuspect(vertex),
      correctionOf: (component) => this.#correctionOf(component),
    });
    if (!labeller.label(changed) || this.#isUnclear || !this.#enterClean(changed)) return null;
    for (const segment of changed) {
      const north = segments.north.get(segment);
      if (north !== UNLABELLED) this.#areas.enter(segment, north, segments.south.get(segment), 1);
    }
    const store = new FaceStore(segments, this.#cells, this.#grid);
    store.retrace(changed);
    const faces = store.all();
    const gaps = faces.filter(({ associations }) => associations.length === 0);
    return {
      grid: this.#grid,
      faces,
      gapM2: gaps.reduce((sum, gap) => sum + gap.areaM2, 0),
      cells: Array.from(
        { length: this.#cells.count },
        (_, cell): MeasuredCell => ({ ...this.#cells.at(cell), areaM2: this.#areas.areaM2Of(cell) }),
      ),
    };
  }

  #ringsOf(owner: number, polygons: readonly GridPolygon[]): RingToDraw[] {
    return polygons.flatMap(({ rings }) => {
      const polygon = this.#roles.nextPolygon();
      return rings.map((points, i) => {
        this.#roles.add({ owner, polygon, isHole: i > 0 });
        return { points, isHole: i > 0 };
      });
    });
  }

  /** For each ring of a territory the cell of the places within the area that lie in that territory alone. */
  #cellsOfRings(claims: ReadonlyMap<AssociationId, readonly GridPolygon[]>): Int32Array {
    const cells = new Int32Array(this.#drawn.rings.length);
    let ring = this.#drawn.boundaryRings;
    for (const [association, polygons] of claims) {
      const cell = this.#cells.numberOfCell({ isWithin: true, associations: [association] });
      const count = polygons.reduce((sum, { rings }) => sum + rings.length, 0);
      cells.fill(cell, ring, ring + count);
      ring += count;
    }
    return cells;
  }

  #draw(edge: number): void {
    const { first, second } = this.#drawn;
    this.#toggle(edge, first[edge] ?? 0);
    const other = second[edge] ?? NONE;
    if (other !== NONE) this.#toggle(edge, other);
  }

  #toggle(edge: number, place: number): void {
    const { low, high, ringAt } = this.#drawn;
    const [a, b] = [this.#vertexOf(low[edge] ?? 0), this.#vertexOf(high[edge] ?? 0)];
    this.#plane.toggle(ringAt[place] ?? 0, a, b);
    this.#segmentOf[edge] = this.#plane.segments.between(a, b);
  }

  #vertexOf(drawn: number): number {
    return this.#plane.vertices.at(this.#drawn.x[drawn] ?? 0, this.#drawn.y[drawn] ?? 0);
  }

  #isSuspect(vertex: number): boolean {
    const { x, y } = this.#plane.vertices;
    return this.#suspect.has(x.get(vertex), y.get(vertex));
  }

  /** Taken at a vertex from which no segment goes due west, where rounding could hide on which side of it a place lies. */
  #correctionOf({ segments: own }: Component): RingSet | null {
    const { segments, rings, vertices } = this.#plane;
    let isWhole = false;
    for (const segment of own) {
      for (const vertex of [segments.low.get(segment), segments.high.get(segment)]) {
        if (!this.#isSuspect(vertex)) continue;
        isWhole = true;
        if (!this.#isClearInWest(vertex)) continue;
        const around = this.#suspect.around.westOf(
          { x: vertices.x.get(vertex), y: vertices.y.get(vertex) },
          (edge) => this.#isThrough(edge, vertex),
        );
        const label = around.reduce((set, ring) => rings.difference(set, rings.single(ring)), NO_RINGS);
        return rings.difference(label, labelAtWestOf(segments, vertex));
      }
    }
    if (isWhole) this.#isUnclear = true;
    return null;
  }

  #isClearInWest(vertex: number): boolean {
    const { segments } = this.#plane;
    const { x, y } = segments.vertices;
    for (let half = segments.firstHalfAt(vertex); half >= 0; half = segments.halfAfter(half)) {
      const target = segments.targetOf(half);
      const isLevel = Math.abs(y.get(target) - y.get(vertex)) <= CLEARANCE;
      const isInWest = isLevel && x.get(target) <= x.get(vertex) + CLEARANCE;
      if (isInWest && !this.#plane.isDrawnAlone(half >> 1)) return false;
    }
    return true;
  }

  #isThrough(edge: number, vertex: number): boolean {
    const segment = this.#segmentOf[edge] ?? NONE;
    return segment !== NONE && this.#plane.verticesAlong(segment).includes(vertex);
  }

  /** Enters the edges that are not in question, between those who share them; false where one is not shared. */
  #enterClean(changed: readonly number[]): boolean {
    let unlabelled = 0;
    for (const segment of changed) if (this.#isLeft(segment)) unlabelled++;
    for (let edge = 0; edge < this.#drawn.edgeCount; edge++) {
      const segment = this.#segmentOf[edge] ?? NONE;
      if (segment !== NONE) {
        if (!this.#isLeft(segment)) continue;
        unlabelled--;
      }
      if (!this.#suspect.edges.isMatched(edge)) return false;
      this.#enterShared(edge);
    }
    return unlabelled === 0;
  }

  /** Whether a segment that is there was left without labels. */
  #isLeft(segment: number): boolean {
    const { segments } = this.#plane;
    return segments.north.get(segment) === UNLABELLED && segments.isThere(segment);
  }

  #enterShared(edge: number): void {
    const { x, y, low, high, first, second, ringAt } = this.#drawn;
    const a = low[edge] ?? 0;
    const b = high[edge] ?? 0;
    const place = first[edge] ?? 0;
    const ring = ringAt[place] ?? 0;
    const otherRing = ringAt[second[edge] ?? 0] ?? 0;
    const isBoundary = ring < this.#drawn.boundaryRings;
    const inner = this.#cellOfRing[isBoundary ? otherRing : ring] ?? NONE;
    const outer = isBoundary ? this.#outside : (this.#cellOfRing[otherRing] ?? NONE);
    const isLeft = this.#suspect.edges.isLeft(edge, place);
    const left = isLeft ? inner : outer;
    const right = isLeft ? outer : inner;
    this.#areas.enterEdge(x[a] ?? 0, y[a] ?? 0, x[b] ?? 0, y[b] ?? 0, left, right);
  }
}

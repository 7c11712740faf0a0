import { Arrangement } from '../arrangement/arrangement.ts';
import { type Component, labelAtWestOf, SideLabeller } from '../arrangement/label-sides.ts';
import { NO_RINGS, type RingSet } from '../arrangement/ring-sets.ts';
import { UNLABELLED } from '../arrangement/segments.ts';
import { FINE_STEPS, type FineGrid, toFineBox, toFinePoint } from '../fine-grid.ts';
import { boxOf } from '../grid.ts';
import type { Point } from '../orientation.ts';
import { AreaLedger } from './area-ledger.ts';
import { AuthalicBands } from './authalic-bands.ts';
import type { CellNumber, Cells } from './cells.ts';
import { boxAreaM2, type ReadPolygons } from './claims.ts';
import { gapM2Of } from './coverage-face.ts';
import { CoverageMap, type CoverageMapInput, createCoverageMap, type MeasuredCell } from './coverage-map.ts';
import { FaceStore } from './face-store.ts';
import { BOUNDARY, Owners } from './owners.ts';
import { DrawnRings, type Place, RingsToDraw } from './survey/drawn-rings.ts';
import { isMostlyShared } from './survey/is-mostly-shared.ts';
import { RingMeetings } from './survey/ring-meetings.ts';
import { RingsAround } from './survey/rings-around.ts';
import { RingsByCells } from './survey/rings-by-cells.ts';
import { RunBoxes } from './survey/run-boxes.ts';
import { SuspectCells } from './survey/suspect-cells.ts';
import { ALONE, TwinEdges } from './survey/twin-edges.ts';
import { UnmatchedEdges } from './survey/unmatched-edges.ts';

/** What a coverage map tells of a plan, without what is needed to change it. */
export type CoverageSurvey = Pick<CoverageMap, 'grid' | 'faces' | 'cells' | 'gapM2'>;

/** A component within so many units of the way west is labelled from another vertex. */
const CLEARANCE = 8;
/** An edge so many units from a vertex may be drawn to it. */
const REACH = 2;
const NONE = -1;

/**
 * Tells the same as `createCoverageMap`, sooner: edges that two territories share, and near which nothing is amiss, are
 * neither cut nor labelled. Errors: `TooManyCrossingsError`.
 */
export function surveyCoverage(input: CoverageMapInput): CoverageSurvey {
  return surveyShared(input) ?? createCoverageMap(input);
}

/**
 * As `surveyCoverage`; a whole coverage map where little is shared, null where what is shared does not tell. Without a
 * boundary, the plan's own rim would be matched with nothing.
 */
function surveyShared(input: CoverageMapInput): CoverageSurvey | null {
  const { boundary, territories, zones = [], steps = FINE_STEPS } = input;
  // The outlines of zones are shared with nothing.
  if (boundary === null || boundary.coordinates.length === 0 || zones.length > 0) return null;
  const owners = new Owners(true);
  const rings = new RingsToDraw();
  rings.add(boundary, BOUNDARY);
  const boundaryRings = rings.positions.length;
  for (const { association, geometry } of territories) rings.add(geometry, owners.numberOf(association));
  const drawn = new DrawnRings(rings, boundaryRings);
  if (!isMostlyShared(drawn)) return new CoverageMap(input, againFrom(drawn));
  const runs = new RunBoxes(drawn);
  const meetings = new RingMeetings(drawn, runs);
  return meetings.isGivenUp ? null : new Survey({ drawn, runs, meetings, owners, steps }).result();
}

/** Reads geometries that were drawn, in the order in which they were. */
function againFrom(drawn: DrawnRings): ReadPolygons {
  let ring = 0;
  return ({ coordinates }) =>
    coordinates.map((polygon) => {
      const rings = polygon.map(() => drawn.gridRing(ring++));
      return { rings, box: boxOf(rings[0] ?? []) };
    });
}

interface DrawnPlan {
  readonly drawn: DrawnRings;
  readonly runs: RunBoxes;
  readonly meetings: RingMeetings;
  readonly owners: Owners;
  readonly steps: number;
}

class Survey {
  readonly #grid: FineGrid;
  readonly #drawn: DrawnRings;
  readonly #twins: TwinEdges;
  readonly #unmatched: UnmatchedEdges;
  readonly #suspect: SuspectCells;
  readonly #rings: RingsByCells;
  readonly #around: RingsAround;
  readonly #plane: Arrangement;
  readonly #cells: Cells;
  readonly #bands: AuthalicBands;
  readonly #areas: AreaLedger;
  /** By place: one more than the segment of its edge where that is drawn into the arrangement, else 0. */
  readonly #drawnAs: Int32Array;
  /** By ring: the cell of the places within the area that lie in its territory alone; for the boundary, of those outside. */
  readonly #cellOfRing: Int32Array;
  readonly #outside: CellNumber;
  #isUnclear = false;

  constructor({ drawn, runs, meetings, owners, steps }: DrawnPlan) {
    const box = runs.boxOfOutlines();
    this.#grid = { originX: box.minX, originY: box.minY, steps };
    this.#drawn = drawn;
    this.#twins = new TwinEdges(drawn, meetings.leftness);
    this.#unmatched = new UnmatchedEdges(drawn, this.#twins);
    this.#suspect = new SuspectCells(drawn, runs, {
      around: box,
      boxes: [...meetings.boxes, ...this.#unmatched.boxes()],
    });
    this.#rings = new RingsByCells(runs, drawn.ringCount, box);
    this.#around = new RingsAround(drawn, runs, REACH / steps);
    const within = this.#suspect.edgesWithin(this.#rings, this.#twins);
    this.#drawnAs = new Int32Array(drawn.placeCount);
    // They lie in few places, so that finer cells are worth it.
    this.#plane = new Arrangement(toFineBox(box, this.#grid), 4 * within.length);
    this.#cells = owners.cellsBy(this.#plane.rings, drawn.roles);
    this.#bands = new AuthalicBands(box, steps);
    this.#areas = new AreaLedger(this.#plane.segments, {
      cells: this.#cells,
      grid: this.#grid,
      bands: this.#bands,
      boxAreaM2: boxAreaM2(box, this.#grid),
    });
    this.#outside = this.#cells.numberOfCell({ isWithin: false, associations: [] });
    this.#cellOfRing = this.#cellsOfRings(owners);
    this.#draw(within);
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
    this.#areas.enterAll(changed);
    const store = new FaceStore(segments, { cells: this.#cells, grid: this.#grid, bands: this.#bands });
    store.retrace(changed);
    const faces = store.all();
    return {
      grid: this.#grid,
      faces,
      gapM2: gapM2Of(faces),
      cells: this.#measuredCells(),
    };
  }

  #measuredCells(): MeasuredCell[] {
    const measured: MeasuredCell[] = [];
    for (let cell = 0; cell < this.#cells.count; cell++) {
      const { isWithin, associations } = this.#cells.at(cell);
      measured.push({ isWithin, associations, areaM2: this.#areas.areaM2Of(cell) });
    }
    return measured;
  }

  #cellsOfRings(owners: Owners): Int32Array {
    const { roles, ringCount, boundaryRings } = this.#drawn;
    const cells = new Int32Array(ringCount).fill(this.#outside, 0, boundaryRings);
    let [owner, cell] = [BOUNDARY, this.#outside];
    for (let ring = boundaryRings; ring < ringCount; ring++) {
      const ringOwner = roles.ownerOf(ring) ?? BOUNDARY;
      // The rings of one territory follow each other.
      if (ringOwner !== owner) {
        owner = ringOwner;
        cell = this.#cells.numberOfOwn(owner, {
          isWithin: true,
          associations: owners.associationsOf(owner),
        });
      }
      cells[ring] = cell;
    }
    return cells;
  }

  #draw(edges: readonly Place[]): void {
    for (const edge of edges) {
      this.#toggle(edge);
      const twin = this.#twins.of(edge);
      if (twin !== ALONE) this.#toggle(twin);
    }
    for (const { edge, place } of this.#twins.furtherUses) {
      if (this.#segmentOf(edge) !== NONE) this.#toggle(place);
    }
  }

  #toggle(place: Place): void {
    const [a, b] = [this.#vertexOf(place), this.#vertexOf(place + 1)];
    this.#plane.toggle(this.#drawn.ringAt[place] ?? 0, a, b);
    this.#drawnAs[place] = 1 + this.#plane.segments.between(a, b);
  }

  #vertexOf(place: Place): number {
    const { x, y } = toFinePoint(this.#drawn.x[place] ?? 0, this.#drawn.y[place] ?? 0, this.#grid);
    return this.#plane.vertices.at(x, y);
  }

  #isSuspect(vertex: number): boolean {
    const { x, y } = this.#placeOf(vertex);
    return this.#suspect.has(x, y);
  }

  /** Where a vertex lies on the position grid, or between its places. */
  #placeOf(vertex: number): Point {
    const { originX, originY, steps } = this.#grid;
    const { x, y } = this.#plane.vertices;
    return { x: originX + x.get(vertex) / steps, y: originY + y.get(vertex) / steps };
  }

  /** Taken at a vertex from which no segment goes due west, where rounding could hide on which side of it a place lies. */
  #correctionOf({ segments: own }: Component): RingSet | null {
    const { segments, rings } = this.#plane;
    let isWhole = false;
    for (const segment of own) {
      for (const vertex of [segments.low.get(segment), segments.high.get(segment)]) {
        if (!this.#isSuspect(vertex)) continue;
        isWhole = true;
        if (!this.#isClearInWest(vertex)) continue;
        const around = this.#ringsWestOf(vertex);
        const label = around.reduce((set, ring) => rings.difference(set, rings.single(ring)), NO_RINGS);
        return rings.difference(label, labelAtWestOf(segments, vertex));
      }
    }
    if (isWhole) this.#isUnclear = true;
    return null;
  }

  #ringsWestOf(vertex: number): number[] {
    const { x, y } = this.#placeOf(vertex);
    return this.#around.westOf(this.#rings, x, y, (edge) => this.#isThrough(edge, vertex));
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
    const segment = this.#segmentOf(edge);
    return segment !== NONE && this.#plane.verticesAlong(segment).includes(vertex);
  }

  /** Enters the edges that are not in question, between those who share them; false where one is not shared. */
  #enterClean(changed: Int32Array): boolean {
    if (!this.#unmatched.places.every((edge) => this.#isLabelled(edge))) return false;
    let unlabelled = 0;
    for (const segment of changed) if (this.#isLeft(segment)) unlabelled++;
    const { paired: places, ringsOnRight: right, ringsOnLeft: left } = this.#twins;
    this.#areas.enterEdges(this.#drawn, { places, right, left }, this.#cellOfRing);
    const told: number[] = [];
    const drawnAs = this.#drawnAs;
    for (let pair = 0; pair < places.length; pair++) {
      const edge = places[pair] ?? 0;
      if (drawnAs[edge] === 0 || right[pair] === left[pair]) continue;
      if (this.#isLeft(this.#segmentOf(edge))) unlabelled--;
      else told.push(pair);
    }
    // Those that are told from labels were none of these: with their sides exchanged they are taken back.
    const from = (items: Int32Array) => Int32Array.from(told, (pair) => items[pair] ?? 0);
    const takenBack = { places: from(places), right: from(left), left: from(right) };
    this.#areas.enterEdges(this.#drawn, takenBack, this.#cellOfRing);
    return unlabelled === 0;
  }

  /** Whether an edge is drawn, and its sides are told. */
  #isLabelled(edge: Place): boolean {
    const segment = this.#segmentOf(edge);
    return segment !== NONE && !this.#isLeft(segment);
  }

  /** The segment of an edge that is drawn. */
  #segmentOf(edge: Place): number {
    return (this.#drawnAs[edge] ?? 0) - 1;
  }

  /** Whether a segment that is there was left without labels. */
  #isLeft(segment: number): boolean {
    const { segments } = this.#plane;
    return segments.north.get(segment) === UNLABELLED && segments.isThere(segment);
  }
}

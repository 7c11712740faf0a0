import type { MultiPolygon } from '../../model/geometry.ts';
import type { AssociationId } from '../../model/ids.ts';
import type { Territory } from '../../model/territory.ts';
import { Arrangement } from '../arrangement/arrangement.ts';
import { SideLabeller } from '../arrangement/label-sides.ts';
import { LoopTracer } from '../arrangement/loops.ts';
import { Outlines } from '../arrangement/outlines.ts';
import { RingRoles } from '../arrangement/ring-roles.ts';
import type { RingSet } from '../arrangement/ring-sets.ts';
import { UNLABELLED } from '../arrangement/segments.ts';
import { FINE_STEPS, type FineGrid, gridBoxOf, toFineBox, toSnappedRing } from '../fine-grid.ts';
import { toGridPolygons } from '../grid.ts';
import { Int32List } from '../int32-list.ts';
import { AreaLedger } from './area-ledger.ts';
import { AuthalicBands } from './authalic-bands.ts';
import type { Cell, Cells } from './cells.ts';
import { boxAreaM2, claimsOf, type ReadPolygons, verticesOf } from './claims.ts';
import { type CoverageFace, gapM2Of, nestLoops } from './coverage-face.ts';
import { type FaceChanges, FaceStore } from './face-store.ts';
import { measureLoop } from './measured-loop.ts';
import { BOUNDARY, type MappedZone, Owners } from './owners.ts';

/** What a coverage map is made of. */
export interface CoverageMapInput {
  /** Null: gaps are then the holes that the territories enclose. */
  readonly boundary: MultiPolygon | null;
  readonly territories: readonly Territory[];
  /** Where several hold the first counts. */
  readonly zones?: readonly MappedZone[];
  /** Steps of the grid that crossings are rounded to within one of the positions' grid; `FINE_STEPS` where left out. */
  readonly steps?: number;
}

/** A territory drawn anew, or taken away (null). */
export interface TerritoryChange {
  readonly association: AssociationId;
  readonly geometry: MultiPolygon | null;
}

/** A cell and its area on the ellipsoid; of no meaning for the cell that reaches to infinity. */
export interface MeasuredCell extends Cell {
  readonly areaM2: number;
}

/**
 * Makes a coverage map. Of each ring the inside is where one comes to by crossing it an odd number of times; a hole
 * takes from its own polygon only; polygons of one association unite. So every input has an answer, however it crosses
 * itself. Errors: `TooManyCrossingsError`.
 */
export function createCoverageMap(input: CoverageMapInput): CoverageMap {
  return new CoverageMap(input, toGridPolygons);
}

/**
 * Who claims which place: the plane divided by the outlines of all territories and of the area, kept as territories
 * change. A change costs what lies in the box of the edges that it touches, and leads to the same as starting afresh.
 */
export class CoverageMap {
  readonly grid: FineGrid;
  readonly #plane: Arrangement;
  readonly #outlines: Outlines;
  readonly #labeller: SideLabeller;
  readonly #owners: Owners;
  readonly #cells: Cells;
  readonly #bands: AuthalicBands;
  readonly #areas: AreaLedger;
  readonly #faces: FaceStore;
  #isSettled = false;

  /** Reads the boundary, then the territories, then the zones. */
  constructor(
    { boundary, territories, zones = [], steps = FINE_STEPS }: CoverageMapInput,
    read: ReadPolygons,
  ) {
    const outline = boundary === null ? [] : read(boundary);
    const claims = claimsOf(territories, read);
    const places = zones.map(({ geometry }) => read(geometry));
    const polygons = [...outline, ...places.flat(), ...[...claims.values()].flat()];
    const box = gridBoxOf(polygons);
    this.grid = { originX: box.minX, originY: box.minY, steps };
    this.#owners = new Owners(boundary !== null, zones);
    this.#plane = new Arrangement(toFineBox(box, this.grid), verticesOf(polygons));
    const roles = new RingRoles();
    this.#outlines = new Outlines(this.#plane, roles, this.grid);
    this.#labeller = new SideLabeller(this.#plane);
    this.#cells = this.#owners.cellsBy(this.#plane.rings, roles);
    this.#bands = new AuthalicBands(box, steps);
    const parts = { cells: this.#cells, grid: this.grid, bands: this.#bands };
    this.#areas = new AreaLedger(this.#plane.segments, { ...parts, boxAreaM2: boxAreaM2(box, this.grid) });
    this.#faces = new FaceStore(this.#plane.segments, parts);
    this.#outlines.draw(BOUNDARY, outline);
    for (const [i, owner] of this.#owners.zoneNumbers.entries()) this.#outlines.draw(owner, places[i] ?? []);
    for (const [association, drawn] of claims) this.#outlines.draw(this.#owners.numberOf(association), drawn);
    this.#settle();
  }

  /** All gaps and overlaps, in no order. */
  get faces(): readonly CoverageFace[] {
    return this.#faces.all();
  }

  /** The area of all gaps together; without a boundary of those that the territories enclose. */
  get gapM2(): number {
    return gapM2Of(this.#faces.all());
  }

  /** Who claims what, in square metres. */
  get cells(): readonly MeasuredCell[] {
    return Array.from({ length: this.#cells.count }, (_, cell) => ({
      ...this.#cells.at(cell),
      areaM2: this.#areas.areaM2Of(cell),
    }));
  }

  /**
   * The outline of all places whose cells are wanted, without the borders between them. On the positions' grid; exact
   * where the map was made with `POSITION_STEPS`, with a vertex wherever a border of another territory meets it.
   */
  outlineOf(isWanted: (cell: Cell) => boolean): MultiPolygon {
    const { segments } = this.#plane;
    const tracer = new LoopTracer(segments, (label) =>
      isWanted(this.#cells.at(this.#cells.numberOf(label))) ? 0 : -1,
    );
    const halves = Int32Array.from({ length: 2 * segments.count }, (_, half) => half);
    const loops = tracer
      .trace(halves)
      .map(({ halves: own }) => measureLoop(segments.pointsOf(own), this.grid, this.#bands));
    loops.sort((a, b) => a.areaM2 - b.areaM2);
    const polygons = nestLoops(loops).map(({ outer, holes }) =>
      [outer, ...holes].map(({ points }) => toSnappedRing(points, this.grid)).filter((ring) => ring !== null),
    );
    return { type: 'MultiPolygon', coordinates: polygons.filter(([outer]) => outer !== undefined) };
  }

  /** Draws territories anew and tells which gaps and overlaps came and went. Errors: `TooManyCrossingsError`. */
  update(changes: readonly TerritoryChange[]): FaceChanges {
    for (const { association, geometry } of changes) {
      const drawn = geometry === null ? [] : toGridPolygons(geometry);
      this.#outlines.draw(this.#owners.numberOf(association), drawn);
    }
    return this.#settle();
  }

  #settle(): FaceChanges {
    const { north, south } = this.#plane.segments;
    const changed = this.#plane.settle();
    const isFirst = !this.#isSettled;
    this.#isSettled = true;
    const wanted = isFirst ? changed : this.#around(changed);
    const northBefore = isFirst ? null : north.valuesAt(wanted);
    const southBefore = isFirst ? null : south.valuesAt(wanted);
    if (!this.#labeller.label(wanted)) throw new Error('Segments cross without a vertex');
    if (northBefore === null || southBefore === null) {
      this.#areas.enterAll(wanted);
      return this.#faces.retrace(wanted);
    }
    const differing = new Int32List(wanted.length);
    for (let i = 0; i < wanted.length; i++) {
      const segment = wanted[i] ?? 0;
      const [wasNorth, wasSouth] = [northBefore[i] ?? UNLABELLED, southBefore[i] ?? UNLABELLED];
      if (this.#enterDifference(segment, wasNorth, wasSouth)) differing.push(segment);
    }
    return this.#faces.retrace(differing.values());
  }

  /** Segments that changed, and all others in the box around them: their sides may have changed. */
  #around(changed: Int32Array): Int32Array {
    const { segments, vertices, grid } = this.#plane;
    const all = new Set(changed);
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const segment of changed) {
      for (const end of [segments.low.get(segment), segments.high.get(segment)]) {
        const [x, y] = [vertices.x.get(end), vertices.y.get(end)];
        [minX, maxX] = [Math.min(minX, x), Math.max(maxX, x)];
        [minY, maxY] = [Math.min(minY, y), Math.max(maxY, y)];
      }
    }
    if (changed.length === 0) return changed;
    const count = grid.cellsIn({ minX, minY, maxX, maxY });
    for (let i = 0; i < count; i++) {
      this.#plane.forSegmentsIn(grid.found[i] ?? 0, (segment) => all.add(segment));
    }
    return Int32Array.from(all);
  }

  /** A segment without rings has no sides: so these tell all that an entry depends on. */
  #enterDifference(segment: number, northBefore: RingSet, southBefore: RingSet): boolean {
    const north = this.#plane.segments.north.get(segment);
    const south = this.#plane.segments.south.get(segment);
    if (northBefore === north && southBefore === south) return false;
    if (northBefore !== UNLABELLED) this.#areas.enter(segment, northBefore, southBefore, -1);
    if (north !== UNLABELLED) this.#areas.enter(segment, north, south, 1);
    return true;
  }
}

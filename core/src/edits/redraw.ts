import { checkTerritory } from '../geometry/check-territory.ts';
import { type CoverageMap, createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { boxesMeet, boxOf } from '../geometry/grid.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { placeKey } from './borders.ts';
import { type CutPlan, joined, polygonsIn, shapesAsTerritories } from './cut-plan.ts';
import type { EditEffect, GroundShift, PlanChange, Refused } from './edit.ts';
import { movedOutside } from './outside-area.ts';
import { gainsVertex, thinOutline } from './thin-outline.ts';
import { boxAround, type Reach, reachBox, traceOutlines } from './trace-outlines.ts';
import { changedM2, type Decide, shiftsOf, Verdicts } from './verdicts.ts';

export interface RedrawRequest {
  readonly plan: CutPlan;
  /** Where they follow borders, they do so by the pieces of the cut plan. What lies in none of them stays as it is. */
  readonly shapes: readonly MultiPolygon[];
  readonly decide: Decide;
  /** Those who may get ground of a shape that their own does not meet. */
  readonly recipients?: readonly AssociationId[];
}

export interface Redrawn extends PlanChange {
  readonly ok: true;
  readonly effect: Omit<EditEffect, 'villages'>;
}

/** `territory-too-small`: of a territory less would be left than `checkTerritory` accepts. */
export type RedrawRefusal = 'nothing-changes' | 'territory-too-small' | 'territory-would-be-invalid';

const NO_GEOMETRY: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

/**
 * Draws all territories anew around places that get other owners. New borders are shared exactly, edge by edge: who has
 * an edge along a changed place gets every vertex that was cut into it, whether or not own ground changes. All other
 * edges stay as they were. The area's boundary stays too: a vertex cut into one of its edges is rounded to the grid,
 * outwards where that can be, so that slivers of less than 2 cm lie beside it, beyond the area. Errors: `TooManyCrossingsError`.
 */
export function redraw({
  plan,
  shapes,
  decide,
  recipients = [],
}: RedrawRequest): Redrawn | Refused<RedrawRefusal> {
  const reaches = reachesNear({ plan, shapes, recipients });
  const nearby = reaches.map(({ association }) => association);
  const map = createCoverageMap({
    boundary: plan.boundary,
    territories: [...plan.outlinesOf(nearby), ...shapesAsTerritories(shapes)],
    steps: POSITION_STEPS,
  });
  const verdicts = new Verdicts(decide);
  const shifts = shiftsOf(map, verdicts);
  if (shifts.length === 0) return { ok: false, reason: 'nothing-changes' };

  const change = settled(plan, outlinesToDraw({ plan, map, verdicts, reaches, shifts }));
  if (!change.ok) return change;
  if (change.changed.length + change.removed.length === 0) return { ok: false, reason: 'nothing-changes' };
  return { ...change, effect: { shifts, areaM2: changedM2(map, verdicts) } };
}

/** A territory drawn anew, and the places at which vertices that were cut into its edges must stay. */
interface Outline extends Territory {
  readonly kept: ReadonlySet<string>;
}

interface Ground {
  readonly plan: CutPlan;
  readonly map: CoverageMap;
  readonly verdicts: Verdicts;
  readonly reaches: readonly Reach[];
  readonly shifts: readonly GroundShift[];
}

/** The territories whose ground changes, and those that have an edge along theirs. */
function outlinesToDraw({ plan, map, verdicts, reaches, shifts }: Ground): Outline[] {
  const isShifted = ({ association }: Pick<Territory, 'association'>): boolean =>
    shifts.some((shift) => shift.association === association);
  const moved = traceOutlines(map, reaches.filter(isShifted), (cell) => verdicts.changesFor(cell));
  const territories = [...traceOutlines(map, reaches, (cell) => verdicts.of(cell))].map(
    ([association, geometry]): Territory => ({ association, geometry }),
  );
  const shifted = territories.filter(isShifted);
  const touched = placesOf([...moved.values()]);
  // Where rounding brings a corner to another vertex, that takes its place in one outline, and so must be in all.
  for (const place of strayPlaces(plan, shifted, touched)) touched.add(place);
  // Where a border only went away, the others need no vertex.
  const drawn = placesOf(shifted.map(({ geometry }) => geometry));
  const shared = new Set([...touched].filter((place) => drawn.has(place)));
  const bystanders = territories
    .filter((territory) => !isShifted(territory))
    .filter(({ association, geometry }) => gainsVertex(geometry, geometryOf(plan, association), shared));
  return [
    ...shifted.map((territory) => ({ ...territory, kept: touched })),
    ...bystanders.map((territory) => ({ ...territory, kept: shared })),
  ];
}

/** Vertices cut into the territories away from a change that cannot be taken out again. */
function strayPlaces(
  plan: CutPlan,
  territories: readonly Territory[],
  touched: ReadonlySet<string>,
): string[] {
  return territories.flatMap(({ association, geometry }) => {
    const before = geometryOf(plan, association);
    const old = placesOf([before]);
    return [...placesOf([thinOutline(geometry, before, touched)])].filter(
      (place) => !old.has(place) && !touched.has(place),
    );
  });
}

function placesOf(outlines: readonly MultiPolygon[]): Set<string> {
  return new Set(outlines.flatMap(({ coordinates }) => coordinates.flat(2).map(placeKey)));
}

/** Checks the outlines and brings back the edges far from the change. */
function settled(plan: CutPlan, outlines: readonly Outline[]): Settled | Refused<RedrawRefusal> {
  const thin = outlines.map((outline) => ({
    ...outline,
    thin: thinOutline(outline.geometry, geometryOf(plan, outline.association), outline.kept),
  }));
  const moved = plan.area === null ? thin : withThinMovedOutside(plan.area, thin, plan.territories);
  const outside = checked(moved);
  const change = outside.ok ? outside : checked(thin);
  return change.ok ? withoutUnchanged(plan, change) : change;
}

/** A vertex moved outside may meet a corner: who had only that vertex to gain is as before. */
function withoutUnchanged(plan: CutPlan, change: Settled): Settled {
  const isChanged = ({ association, geometry }: Territory): boolean =>
    String(geometry.coordinates) !== String(geometryOf(plan, association).coordinates);
  return { ...change, changed: change.changed.filter(isChanged) };
}

type Settled = PlanChange & { readonly ok: true };

interface ThinOutline extends Territory {
  readonly thin: MultiPolygon;
}

function withThinMovedOutside(
  area: MultiPolygon,
  outlines: readonly ThinOutline[],
  before: readonly Territory[],
): ThinOutline[] {
  const moved = movedOutside(
    area,
    outlines.map(({ association, thin }) => ({ association, geometry: thin })),
    before,
  );
  return outlines.map((outline, i) => ({ ...outline, thin: moved[i]?.geometry ?? outline.thin }));
}

function checked(outlines: readonly ThinOutline[]): Settled | Refused<RedrawRefusal> {
  const changed: Territory[] = [];
  const removed: AssociationId[] = [];
  for (const { association, geometry, thin } of outlines) {
    if (geometry.coordinates.length === 0) {
      removed.push(association);
      continue;
    }
    const check = checkTerritory(thin);
    // A territory that crossed itself before needs the vertices that were cut into it there.
    const best = check.ok ? check : checkTerritory(geometry);
    if (!best.ok) {
      const isSmall = best.faults.every(({ code }) => code === 'area-too-small');
      return { ok: false, reason: isSmall ? 'territory-too-small' : 'territory-would-be-invalid' };
    }
    changed.push({ association, geometry: best.geometry });
  }
  return { ok: true, changed: changed.sort(byAssociation), removed };
}

function byAssociation(a: Territory, b: Territory): number {
  return a.association < b.association ? -1 : 1;
}

/**
 * Those who may get or lose ground, or have an edge along it, in the order of the ids, and how far theirs may reach then:
 * over all parts of the shapes that it meets; a recipient's over all shapes.
 */
function reachesNear({ plan, shapes, recipients = [] }: Omit<RedrawRequest, 'decide'>): Reach[] {
  const parts = shapes.flatMap(polygonsIn).map((polygon) => reachBox(joined([polygon])));
  const own = new Map(recipients.map((association) => [association, EMPTY_BOX]));
  for (const { association, geometry } of plan.territories) {
    const box = reachBox(geometry);
    if (own.has(association) || parts.some((part) => boxesMeet(box, part))) own.set(association, box);
  }
  return [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([association, box]) => ({
      association,
      box: parts
        .filter((part) => recipients.includes(association) || boxesMeet(box, part))
        .reduce(boxAround, box),
    }));
}

const EMPTY_BOX = boxOf([]);

function geometryOf({ territories }: CutPlan, association: AssociationId): MultiPolygon {
  return territories.find((one) => one.association === association)?.geometry ?? NO_GEOMETRY;
}

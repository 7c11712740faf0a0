import { createCoverageMap, type TerritoryChange } from '../geometry/coverage-map/coverage-map.ts';
import { boxHas, boxOf, type GridBox, type GridPolygon, toGrid, toGridPolygons } from '../geometry/grid.ts';
import { gridPolygonHas } from '../geometry/point-in-polygon.ts';
import type { CoverageAssessment, VillageCoverage } from '../model/coverage.ts';
import type { AssociationId } from '../model/ids.ts';
import { assessMap, type CoverageQuestion, coverageOfVillages, zonesOf } from './assess-coverage.ts';
import type { KnownOutlines } from './face-features.ts';
import { agreedCoverage } from './live-zones.ts';

/** An assessment that follows a hand which draws. */
export interface LiveAssessment {
  /**
   * Draws territories anew, or takes them away, and assesses what came of it; `villages` is the same object while none
   * changed hands. Errors: `TooManyCrossingsError`.
   */
  update(changes: readonly TerritoryChange[]): CoverageAssessment;
}

/**
 * Follows the changes of a plan, and says after each the same as `assessCoverage`, sooner: gaps and overlaps are worked
 * out anew only around the edges that moved. Errors: `TooManyCrossingsError`.
 */
export function followCoverage(question: CoverageQuestion): LiveAssessment {
  const zones = zonesOf(question);
  const map = createCoverageMap({ ...question, zones });
  const claims = new Map(
    question.territories.map(({ association, geometry }) => [association, toGridPolygons(geometry)]),
  );
  const known: KnownOutlines = new WeakMap();
  let coverage = coverageOfVillages(question, zones);

  /** Whether the area has a village does not change with the territories, so only those within it are asked anew. */
  const ask = (before: VillageCoverage, i: number, boxes: readonly GridBox[]): VillageCoverage => {
    const location = question.villages[i]?.location;
    if (!location || before.status === 'outside' || before.status === 'unlocated') return before;
    const [x, y] = [toGrid(location[0]), toGrid(location[1])];
    if (!boxes.some((box) => boxHas(box, x, y))) return before;
    const claimants = [...claims]
      .filter(([, polygons]) => polygons.some((polygon) => gridPolygonHas(polygon, x, y)))
      .map(([association]) => association)
      .sort();
    const found = { status: statusOf(claimants), associations: claimants };
    const { status, associations } = agreedCoverage(location, found, zones);
    const isSame = status === before.status && associations.join(' ') === before.associations.join(' ');
    return isSame ? before : { id: before.id, status, associations };
  };

  return {
    update(changes) {
      map.update(changes);
      const boxes = changes.map(({ association, geometry }) => {
        const before = claims.get(association) ?? [];
        const now = geometry === null ? [] : toGridPolygons(geometry);
        if (geometry === null) claims.delete(association);
        else claims.set(association, now);
        return changedBox(before, now);
      });
      const asked = coverage.map((village, i) => ask(village, i, boxes));
      if (asked.some((village, i) => village !== coverage[i])) coverage = asked;
      const territories = [...claims.keys()].map((association) => ({ association }));
      return { ...assessMap(map, { ...question, territories, zones, known }, coverage), villages: coverage };
    },
  };
}

function statusOf(associations: readonly AssociationId[]): 'gap' | 'covered' | 'overlap' {
  if (associations.length === 0) return 'gap';
  return associations.length === 1 ? 'covered' : 'overlap';
}

/** The box around all edges that only one of two drawings has. */
function changedBox(before: readonly GridPolygon[], now: readonly GridPolygon[]): GridBox {
  const points: number[] = [];
  for (let i = 0; i < Math.max(before.length, now.length); i++) {
    const [old, anew] = [before[i]?.rings ?? [], now[i]?.rings ?? []];
    for (let j = 0; j < Math.max(old.length, anew.length); j++) {
      const [one, other] = [old[j] ?? NO_POINTS, anew[j] ?? NO_POINTS];
      const { first, last } = commonEnds(one, other);
      for (const ring of [one, other]) {
        // With the last point in common before the difference, and the first one after it.
        const from = Math.max(0, 2 * first - 2);
        const to = Math.min(ring.length, ring.length - 2 * last + 2);
        for (let k = from; k < to; k++) points.push(ring[k] ?? 0);
        if (first === 0 || last === 0) points.push(...ring.slice(0, 2), ...ring.slice(-2));
      }
    }
  }
  return boxOf(points);
}

const NO_POINTS = new Float64Array();

function commonEnds(a: Float64Array, b: Float64Array): { first: number; last: number } {
  const least = Math.min(a.length, b.length) / 2;
  let first = 0;
  while (first < least && a[2 * first] === b[2 * first] && a[2 * first + 1] === b[2 * first + 1]) first++;
  let last = 0;
  while (last < least - first && isSameFromEnd(a, b, last)) last++;
  return { first, last };
}

function isSameFromEnd(a: Float64Array, b: Float64Array, i: number): boolean {
  return (
    a[a.length - 1 - 2 * i] === b[b.length - 1 - 2 * i] && a[a.length - 2 - 2 * i] === b[b.length - 2 - 2 * i]
  );
}

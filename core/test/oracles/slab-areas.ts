import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MAJOR_M } from '../../src/geometry/ellipsoid.ts';
import { GRID_PER_DEGREE } from '../../src/geometry/grid.ts';
import type { GeneratedPlan } from '../generators/wiggly-plan.ts';
import type { FoundAreas } from './found-areas.ts';
import { latitudesOf, longitudeAt, type SlabEdge, type SlabInput, slabInputOf } from './slab-edges.ts';

/** Whether a ring is around a place that it winds around twice: by `even-odd` it is not, by `non-zero` it is. */
export type WindingRule = 'even-odd' | 'non-zero';

export interface SlabAreas extends FoundAreas {
  /** Whether a ring winds twice around some place: there the even-odd and the non-zero rule part. */
  readonly isWoundTwice: boolean;
}

/** Three nodes and weights of Gauss and Legendre on 0 … 1. */
const NODES = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + Math.sqrt(0.15), 5 / 18],
] as const;
const RADIANS_PER_UNIT = RADIANS_PER_DEGREE / GRID_PER_DEGREE;
/** Thinner pieces between edges, in grid units, are rounding: they tell nothing of how a ring winds. */
const WIDTH_TOLD = 1e-3;

/**
 * Areas as one would work them out by hand, with nothing of the core's algorithm: the plane is cut into slabs at every
 * latitude where an edge begins, ends or crosses another; within a slab edges lie side by side, and between each two of
 * them it is counted who is inside. Holes are taken from their polygon, polygons of a territory united.
 */
export function slabAreas(plan: GeneratedPlan, rule: WindingRule = 'even-odd'): SlabAreas {
  const input = slabInputOf(plan);
  const counter = createCounter(input, rule);
  const waiting = [...input.edges].sort((a, b) => b.lowY - a.lowY);
  let active: SlabEdge[] = [];
  const latitudes = latitudesOf(input.edges);
  for (const [i, north] of latitudes.slice(1).entries()) {
    const south = latitudes[i] ?? north;
    active = active.filter(({ highY }) => highY > south);
    for (let next = waiting.at(-1); next !== undefined && next.lowY <= south; next = waiting.at(-1)) {
      active.push(next);
      waiting.pop();
    }
    countSlab(active, { south, north }, counter);
  }
  return counter.areas();
}

interface Slab {
  readonly south: number;
  readonly north: number;
}

function countSlab(active: readonly SlabEdge[], { south, north }: Slab, counter: Counter): void {
  const nodes = NODES.map(([at, weight]) => {
    const y = south + at * (north - south);
    return { y, m2PerUnit: weight * (north - south) * m2PerSquareUnit(y) };
  });
  const placed = active
    .map((edge) => {
      const xs = nodes.map(({ y }) => longitudeAt(edge, y));
      return { edge, xs, middle: xs[1] ?? 0 };
    })
    .sort((a, b) => a.middle - b.middle);
  for (const [i, { edge, xs, middle }] of placed.entries()) {
    counter.cross(edge);
    const next = placed[i + 1];
    if (next === undefined) continue;
    let m2 = 0;
    for (const [k, { m2PerUnit }] of nodes.entries()) m2 += ((next.xs[k] ?? 0) - (xs[k] ?? 0)) * m2PerUnit;
    counter.add(m2, next.middle - middle);
  }
}

/** Square metres of a square of one grid unit at a latitude in grid units. */
function m2PerSquareUnit(y: number): number {
  const sine = Math.sin(y * RADIANS_PER_UNIT);
  const cosine = Math.cos(y * RADIANS_PER_UNIT);
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  return ((SEMI_MAJOR_M ** 2 * (1 - ECCENTRICITY_SQUARED) * cosine) / (w * w)) * RADIANS_PER_UNIT ** 2;
}

type Counter = ReturnType<typeof createCounter>;

/** Knows who is inside while edges are crossed from west to east, and adds up areas. */
function createCounter({ rings, polygons }: SlabInput, rule: WindingRule) {
  const windings = new Int32Array(rings.length);
  const shells = new Uint8Array(polygons);
  const holes = new Int32Array(polygons);
  /** For each owner, how many of its polygons one is in. */
  const covering = new Int32Array(1 + rings.reduce((most, { owner }) => Math.max(most, owner), 0));
  const sums = { areaM2: 0, gapM2: 0, overlapM2: 0, outsideM2: 0, territoriesM2: 0 };
  let isWoundTwice = false;
  const isAround = (winding: number): boolean => (rule === 'even-odd' ? winding % 2 !== 0 : winding !== 0);
  const isIn = (polygon: number): boolean => shells[polygon] === 1 && holes[polygon] === 0;
  return {
    cross({ ring, turn }: SlabEdge): void {
      const place = rings[ring];
      if (place === undefined) return;
      const { owner, polygon, isHole } = place;
      const wasIn = isIn(polygon);
      const before = windings[ring] ?? 0;
      const winding = before + turn;
      windings[ring] = winding;
      if (isHole)
        holes[polygon] = (holes[polygon] ?? 0) + Number(isAround(winding)) - Number(isAround(before));
      else shells[polygon] = Number(isAround(winding));
      covering[owner] = (covering[owner] ?? 0) + Number(isIn(polygon)) - Number(wasIn);
    },
    add(m2: number, width: number): void {
      if (width > WIDTH_TOLD && windings.some((winding) => Math.abs(winding) > 1)) isWoundTwice = true;
      const isWithin = (covering[0] ?? 0) > 0;
      const claimants = covering.reduce((count, one, owner) => count + Number(owner > 0 && one > 0), 0);
      sums.territoriesM2 += claimants * m2;
      if (isWithin) sums.areaM2 += m2;
      if (isWithin && claimants === 0) sums.gapM2 += m2;
      if (isWithin && claimants > 1) sums.overlapM2 += m2;
      if (!isWithin && claimants > 0) sums.outsideM2 += m2;
    },
    areas: (): SlabAreas => ({ ...sums, isWoundTwice }),
  };
}

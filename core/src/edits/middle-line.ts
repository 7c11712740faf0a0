import { areaM2 } from '../geometry/area.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import { snapPosition } from '../geometry/grid.ts';
import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { forPieces, pieceKey, piecesOf } from './borders.ts';
import type { CutPlan } from './cut-plan.ts';
import { type Sample, type Side, sampleOutline } from './sampled-outline.ts';
import { type LinePlace, simplifyWithin } from './simplify-within.ts';
import { edgeName, type Triangles, triangulate } from './triangulation.ts';

/** The overlap of two claimants. */
export interface DividedOverlap {
  readonly plan: CutPlan;
  readonly overlap: Polygon;
  readonly first: AssociationId;
  readonly second: AssociationId;
}

/**
 * `overlap-has-holes`: other places lie within it; `only-one-side`: one of the claimants has no ground of its own beside
 * it; `no-clear-middle`: the outline is too tangled.
 */
export type MiddleRefusal = 'overlap-has-holes' | 'only-one-side' | 'no-clear-middle';

/** Samples for each mean width of the overlap, and the most there are. */
const SAMPLES_PER_WIDTH = 6;
const MOST_SAMPLES = 1500;
/** The line may be simplified by so much of the width where it runs, and of the mean width where it ends. */
const SIMPLIFIED_SHARE = 0.1;
const SIMPLIFIED_AT_ENDS = 0.01;

/**
 * Divides the overlap of two claimants along its middle: what lies nearer to the first one's own ground than to the
 * second's. The middle is found among the samples of the outline: of a Delaunay triangulation of the overlap, the edges
 * between the two sides are crossed by it, in their middles (Brandt and Algazi 1992). It ends where the sides meet.
 */
export function shareByTheMiddle(
  divided: DividedOverlap,
):
  | { readonly ok: true; readonly ofFirst: MultiPolygon }
  | { readonly ok: false; readonly reason: MiddleRefusal } {
  const [ring, ...holes] = divided.overlap.coordinates;
  if (!ring || holes.length > 0) return { ok: false, reason: 'overlap-has-holes' };
  const widthM = (2 * areaM2(divided.overlap)) / lengthM(ring);
  const spacingM = Math.max(widthM / SAMPLES_PER_WIDTH, lengthM(ring) / MOST_SAMPLES);
  const samples = sampleOutline(ring, { spacingM, sideOf: sidesOf(divided) });
  if (!samples) return { ok: false, reason: 'only-one-side' };
  const triangles = triangulate(samples.map(({ point }) => point));
  if (!triangles) return { ok: false, reason: 'no-clear-middle' };
  const outline: Outline = { samples, triangles, leastLeewayM: SIMPLIFIED_AT_ENDS * widthM };
  const rings = ringsOfFirst(outline);
  return rings
    ? { ok: true, ofFirst: { type: 'MultiPolygon', coordinates: rings.map((one) => [one]) } }
    : { ok: false, reason: 'no-clear-middle' };
}

/** Tells whose ground goes on beyond a piece: the other's border is crossed there. */
function sidesOf({ plan, first, second }: DividedOverlap): (from: Position, to: Position) => Side {
  const [ofFirst, ofSecond] = [piecesOf(plan.outlineOf(first)), piecesOf(plan.outlineOf(second))];
  return (from, to) => {
    const key = pieceKey(from, to);
    if (ofFirst.has(key) === ofSecond.has(key)) return null;
    return ofSecond.has(key) ? 'first' : 'second';
  };
}

interface Outline {
  readonly samples: readonly Sample[];
  readonly triangles: Triangles;
  readonly leastLeewayM: number;
}

/** Walks along the sides of the first and back along the middle lines until all is enclosed. */
function ringsOfFirst(outline: Outline): Ring[] | null {
  const { samples } = outline;
  const starts = samples.flatMap(({ side }, i) =>
    side === 'first' && samples.at(i - 1)?.side === 'second' ? [i] : [],
  );
  const waiting = new Set(starts);
  const rings: Ring[] = [];
  for (const start of starts) {
    const ring: Ring = [];
    let at = start;
    while (waiting.delete(at)) {
      const end = followSide(samples, at, ring);
      const middle = middleFrom(outline, end);
      if (!middle) return null;
      const walls = samples.map(({ point }) => point);
      const kept = simplifyWithin(middle.line, walls);
      ring.push(...kept.slice(0, -1).map(({ position }) => position));
      at = middle.end;
    }
    if (ring.length > 0) rings.push([...ring, ...ring.slice(0, 1)].map(snapPosition));
  }
  return rings;
}

/** Adds the vertices along a side of the first from a sample on, and returns the sample at its end. */
function followSide(samples: readonly Sample[], from: number, ring: Ring): number {
  let at = from;
  for (let sample = samples[at]; sample?.side === 'first'; sample = samples[at]) {
    if (sample.isVertex || at === from) ring.push(sample.position);
    at = (at + 1) % samples.length;
  }
  return at;
}

/**
 * The middle line from the end of a side of the first to where another begins, through the edges between corners of
 * both sides. Where the sides meet, the corner counts for the first.
 */
function middleFrom(
  { samples, triangles, leastLeewayM }: Outline,
  from: number,
): { readonly line: LinePlace[]; readonly end: number } | null {
  const count = samples.length;
  const isFirst = (i: number): boolean => samples[i]?.side === 'first' || samples.at(i - 1)?.side === 'first';
  const isEnd = (i: number): boolean => samples[i]?.side !== samples.at(i - 1)?.side;
  const middle = (i: number, j: number): LinePlace => {
    const [one, other] = [samples[i] ?? NOWHERE, samples[j] ?? NOWHERE];
    return middleOf(one, other, leastLeewayM);
  };
  const line = [middle(from, from)];
  let [first, second, behind] = [from, (from + 1) % count, -1];
  for (;;) {
    const apexes: readonly number[] = triangles.get(edgeName(first, second, count)) ?? [];
    const ahead = apexes.find((apex) => apex !== behind);
    if (ahead === undefined) break;
    if (isFirst(ahead)) [behind, first] = [first, ahead];
    else [behind, second] = [second, ahead];
    // Where the sides meet there is nothing between them: the line is still at that corner.
    line.push(middle(first, isEnd(first) ? first : second));
    if (line.length > 3 * count) return null;
  }
  line[line.length - 1] = middle(first, first);
  return { line, end: first };
}

const NOWHERE: Sample = { position: [0, 0], point: { x: 0, y: 0 }, isVertex: false, side: 'first' };

/** The middle between two samples, which may be one and the same. */
function middleOf(one: Sample, other: Sample, leastLeewayM: number): LinePlace {
  const [a, b] = [one.point, other.point];
  return {
    position: [(one.position[0] + other.position[0]) / 2, (one.position[1] + other.position[1]) / 2],
    point: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
    leewayM: Math.max(leastLeewayM, SIMPLIFIED_SHARE * Math.hypot(b.x - a.x, b.y - a.y)),
  };
}

function lengthM(ring: Ring): number {
  let sum = 0;
  forPieces(ring, (from, to) => {
    sum += distanceBetweenM(from, to);
  });
  return sum;
}

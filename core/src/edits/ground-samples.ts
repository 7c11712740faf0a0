import { areaM2 } from '../geometry/area.ts';
import { edgeLengthM } from '../geometry/length.ts';
import type { Point } from '../geometry/orientation.ts';
import type { Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { forPieces } from './borders.ts';
import type { MetricPlane } from './metric-plane.ts';

/** A place that belongs to somebody: what is nearest to it goes there. */
export interface OwnedSite {
  readonly position: Position;
  readonly association: AssociationId;
}

/** Whose ground lies behind a piece of an outline; null: nobody's, or that of several. */
export type OwnerBehind = (from: Position, to: Position) => AssociationId | null;

export interface Sampling {
  /** No further apart than this. */
  readonly spacingM: number;
  readonly ownerBehind: OwnerBehind;
  readonly plane: MetricPlane;
}

/** Samples for each mean width of a place, and the most there are. */
const SAMPLES_PER_WIDTH = 6;
const MOST_SAMPLES = 1500;

/** How far apart places on some outlines should be to divide a place by them. */
export function spacingFor(place: Polygon, outlines: readonly Polygon[]): number {
  const widthM = (2 * areaM2(place)) / perimeterM(place);
  const allM = outlines.reduce((sum, outline) => sum + perimeterM(outline), 0);
  return Math.max(widthM / SAMPLES_PER_WIDTH, allM / MOST_SAMPLES);
}

function perimeterM({ coordinates }: Polygon): number {
  let lengthM = 0;
  for (const ring of coordinates) {
    forPieces(ring, (from, to) => {
      lengthM += edgeLengthM(from, to);
    });
  }
  return lengthM;
}

/** The first place beside a corner where owners meet, as a share of the spacing, and how much further the next one is. */
const FIRST_SHARE = 1 / 64;
const GROWTH = 1.5;

/**
 * Places along an outline with the owner of the ground behind each. Towards a corner where two owners meet they come
 * ever closer, at the same distances on both sides: so what lies between them ends in that very corner.
 */
export function groundSamples(polygon: Polygon, sampling: Sampling): OwnedSite[] {
  return polygon.coordinates.flatMap((ring) => {
    const stretches = stretchesOf(ring, sampling.ownerBehind);
    return stretches.flatMap((stretch) => samplesOf(stretch, stretches.length === 1, sampling));
  });
}

interface Stretch {
  readonly association: AssociationId | null;
  readonly line: Position[];
}

/** The ring in stretches with one owner each; the first and the last are one where they have the same. */
function stretchesOf(ring: readonly Position[], ownerBehind: OwnerBehind): Stretch[] {
  const stretches: Stretch[] = [];
  forPieces([...ring], (from, to) => {
    const association = ownerBehind(from, to);
    const last = stretches.at(-1);
    if (last?.association === association) last.line.push(to);
    else stretches.push({ association, line: [from, to] });
  });
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last || first === last || first.association !== last.association) return stretches;
  const joined = { ...first, line: [...last.line, ...first.line.slice(1)] };
  return [joined, ...stretches.slice(1, -1)];
}

function samplesOf(
  { association, line }: Stretch,
  isClosed: boolean,
  { spacingM, plane }: Sampling,
): OwnedSite[] {
  if (association === null) return [];
  const points = line.map(plane.toPlane);
  const lengths = points.map((point, i) => {
    const before = points[i - 1] ?? point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  const lengthM = lengths.reduce((sum, one) => sum + one, 0);
  const half: number[] = [];
  for (
    let at = isClosed ? spacingM / 2 : spacingM * FIRST_SHARE;
    at < lengthM / 2;
    at += isClosed ? spacingM : Math.min(spacingM, at * (GROWTH - 1))
  )
    half.push(at);
  const distances = [...half, lengthM / 2, ...half.map((at) => lengthM - at).reverse()];
  return distances.map((at) => ({ association, position: plane.toPosition(pointAt(points, lengths, at)) }));
}

function pointAt(points: readonly Point[], lengths: readonly number[], at: number): Point {
  let left = at;
  for (const [i, to] of points.entries()) {
    const [from, length] = [points[i - 1], lengths[i] ?? 0];
    if (from && left <= length && length > 0) {
      const share = left / length;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

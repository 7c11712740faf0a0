import { nearestOnEdge, squaredLength } from '../geometry/distance.ts';
import { degreeLengthsAt, distanceBetweenM } from '../geometry/ellipsoid.ts';
import type { Position } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import { type Leg, legsOf } from './border-legs.ts';
import { type Beyond, type BorderPiece, type BorderQuestion, borderPieces } from './border-pieces.ts';
import { type Compass, directionTo } from './compass.ts';

/** Something with a name that people know. */
export interface Landmark {
  readonly village: VillageId;
  readonly location: Position;
}

export interface PlaceNear {
  readonly village: VillageId;
  readonly distanceKm: number;
  /** In which direction the place lies from the village. */
  readonly direction: Compass;
}

/** Why a stretch of border runs where it does. */
export interface StretchReason {
  readonly line: readonly Position[];
  readonly associations: readonly AssociationId[];
  readonly text: string;
}

/** A stretch of border that runs in one direction, with one thing beyond it. */
export interface BorderStretch {
  readonly beyond: Beyond;
  readonly lengthM: number;
  /** Null: it comes back to where it begins. */
  readonly direction: Compass | null;
  /** Null: no village is anywhere near. */
  readonly from: PlaceNear | null;
  readonly to: PlaceNear | null;
  /** The villages that it passes, the nearest first. */
  readonly passes: readonly Omit<PlaceNear, 'direction'>[];
  readonly reasons: readonly string[];
}

/** One closed line of the border: around a part of the territory, or around what is left out of it. */
export interface DescribedRing {
  readonly lengthM: number;
  readonly stretches: readonly BorderStretch[];
}

export interface DescriptionQuestion extends BorderQuestion {
  readonly landmarks: readonly Landmark[];
  readonly reasons: readonly StretchReason[];
}

/** Farther away a village says nothing about a place, km. */
const NEAR_KM = 60;
/** A border passes a village that is so near, km. */
const PASSES_KM = 3;
const MOST_PASSED = 3;

/**
 * The border of a territory in words: clockwise, stretch by stretch, the longest ring first. The stretches of all rings
 * are together as long as the border.
 */
export function describeBorder(question: DescriptionQuestion): DescribedRing[] {
  const rings = borderPieces(question).map((pieces) => stretchesOf(fromFirstChange(pieces)).flatMap(legsOf));
  const reasons = reasonsByLeg(rings.flat(), question);
  return rings
    .map((legs) => ({
      lengthM: legs.reduce((sum, { lengthM }) => sum + lengthM, 0),
      stretches: legs.map((leg) => describeLeg(leg, question.landmarks, reasons.get(leg) ?? [])),
    }))
    .sort((a, b) => b.lengthM - a.lengthM);
}

/** A ring may begin in the middle of a stretch: begun where one ends, none is told in two halves. */
function fromFirstChange(pieces: readonly BorderPiece[]): BorderPiece[] {
  const start = pieces.findIndex((piece, index) => !isSame(piece.beyond, pieces.at(index - 1)?.beyond));
  return start <= 0 ? [...pieces] : [...pieces.slice(start), ...pieces.slice(0, start)];
}

function stretchesOf(pieces: readonly BorderPiece[]): BorderPiece[][] {
  const stretches: BorderPiece[][] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last && isSame(last[0]?.beyond, piece.beyond)) last.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

function isSame(a: Beyond | undefined, b: Beyond | undefined): boolean {
  return a?.kind === b?.kind && a?.associations.join() === b?.associations.join();
}

function describeLeg(
  { beyond, lengthM, line }: Leg,
  landmarks: readonly Landmark[],
  reasons: string[],
): BorderStretch {
  const [from, to] = [line[0], line.at(-1)];
  const isClosed = !from || !to || (from[0] === to[0] && from[1] === to[1]);
  return {
    beyond,
    lengthM,
    direction: isClosed ? null : directionTo(from, to),
    from: from ? nearTo(from, landmarks) : null,
    to: to ? nearTo(to, landmarks) : null,
    passes: landmarks
      .map(({ village, location }) => ({ village, distanceKm: distanceToLineM(location, line) / 1000 }))
      .filter(({ distanceKm }) => distanceKm <= PASSES_KM)
      .sort((a, b) => a.distanceKm - b.distanceKm)
      .slice(0, MOST_PASSED),
    reasons,
  };
}

function nearTo(place: Position, landmarks: readonly Landmark[]): PlaceNear | null {
  let nearest: PlaceNear | null = null;
  for (const { village, location } of landmarks) {
    const distanceKm = distanceBetweenM(location, place) / 1000;
    if (distanceKm < (nearest?.distanceKm ?? NEAR_KM))
      nearest = { village, distanceKm, direction: directionTo(location, place) };
  }
  return nearest;
}

/** Each reason at the stretch to whose line its middle is nearest. */
function reasonsByLeg(
  legs: readonly Leg[],
  { territory, reasons }: DescriptionQuestion,
): ReadonlyMap<Leg, string[]> {
  const found = new Map<Leg, string[]>();
  for (const { line, associations, text } of reasons) {
    const middle = line[Math.floor(line.length / 2)];
    if (!middle || !associations.includes(territory.association)) continue;
    const nearest = legs.reduce<{ leg: Leg; distanceM: number } | null>((best, leg) => {
      const distanceM = distanceToLineM(middle, leg.line);
      return best && best.distanceM <= distanceM ? best : { leg, distanceM };
    }, null);
    if (nearest) found.set(nearest.leg, [...(found.get(nearest.leg) ?? []), text]);
  }
  return found;
}

function distanceToLineM(position: Position, line: readonly Position[]): number {
  const scale = degreeLengthsAt(position[1]);
  const squared = line.slice(1).reduce((least, to, index) => {
    const nearest = nearestOnEdge(position, line[index] ?? to, to, scale);
    return Math.min(least, squaredLength(position, nearest, scale));
  }, Number.POSITIVE_INFINITY);
  return Math.sqrt(squared);
}

import { type CoverageFace, outlineOf } from '../geometry/coverage-map/coverage-face.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import { boxesMeet, boxOf, type GridBox } from '../geometry/grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { isNearEdge } from './border-vertex.ts';
import { forPieces, type OutlinePieces, pieceKey, piecesOf } from './borders.ts';
import type { CutPlan } from './cut-plan.ts';

/** A gap or an overlap of a cut plan, with its outline made of the pieces of that. */
export interface PlanFace extends Pick<CoverageFace, 'associations' | 'areaM2' | 'meanWidthM'> {
  readonly polygon: Polygon;
}

/** What lies around a face. */
export interface FaceSurroundings {
  /** Metres of its outline behind which this association is the only one. */
  readonly aloneM: ReadonlyMap<AssociationId, number>;
  /** Metres of its outline behind which this association is one of several, or the only one. */
  readonly amongM: ReadonlyMap<AssociationId, number>;
}

/** The gaps and overlaps that are wanted. */
export function facesOf({ map }: CutPlan, isWanted: (face: CoverageFace) => boolean): PlanFace[] {
  return map.faces.filter(isWanted).flatMap((face) => {
    const polygon = outlineOf(face, map.grid);
    const { associations, areaM2, meanWidthM } = face;
    return polygon === null ? [] : [{ associations, areaM2, meanWidthM, polygon }];
  });
}

/** Tells of each face who is behind its outline; what lies beyond the area does not count. */
export function surroundingsOf(plan: CutPlan, faces: readonly PlanFace[]): FaceSurroundings[] {
  const boxes = faces.map(({ polygon }) => boxOf(polygon.coordinates.flat(2)));
  const nearby = plan.territories.filter(({ geometry }) => {
    const own = boxOf(geometry.coordinates.flat(3));
    return boxes.some((box) => boxesMeet(own, box));
  });
  const claims = plan
    .outlinesOf(nearby.map(({ association }) => association))
    .map(({ association, geometry }) => ({
      association,
      box: boxOf(geometry.coordinates.flat(3)),
      pieces: piecesOf(geometry),
    }));
  const boundary = plan.boundary === null ? new Set<string>() : piecesOf(plan.boundary);
  return faces.map((face, i) => {
    const near = claims.filter(({ box }) => boxesMeet(box, boxes[i] ?? box));
    return surroundingsOfOne(face, near, boundary);
  });
}

/** Whether a position lies in a face, or so near to its outline that rounding could bring it there. */
export function isInOrNear(polygon: Polygon, position: Position): boolean {
  if (pointInPolygon(position, polygon)) return true;
  let isNear = false;
  for (const ring of polygon.coordinates) {
    forPieces(ring, (from, to) => {
      isNear ||= isNearEdge(position, from, to);
    });
  }
  return isNear;
}

interface Claim {
  readonly association: AssociationId;
  readonly box: GridBox;
  readonly pieces: OutlinePieces;
}

function surroundingsOfOne(
  face: PlanFace,
  claims: readonly Claim[],
  boundary: OutlinePieces,
): FaceSurroundings {
  const [aloneM, amongM] = [new Map<AssociationId, number>(), new Map<AssociationId, number>()];
  const add = (sums: Map<AssociationId, number>, association: AssociationId, metres: number): void => {
    sums.set(association, (sums.get(association) ?? 0) + metres);
  };
  for (const ring of face.polygon.coordinates) {
    forPieces(ring, (from, to) => {
      if (boundary.has(pieceKey(from, to))) return;
      const behind = claimantsBehind(face, claims, [pieceKey(from, to), pieceKey(to, from)]);
      const metres = distanceBetweenM(from, to);
      for (const association of behind) add(amongM, association, metres);
      const [only, second] = behind;
      if (only && !second) add(aloneM, only, metres);
    });
  }
  return { aloneM, amongM };
}

/** The claimants of a face go on behind its outline unless theirs ends there; others may begin there. */
function claimantsBehind(
  { associations }: PlanFace,
  claims: readonly Claim[],
  [onwards, backwards]: readonly [string, string],
): AssociationId[] {
  return claims
    .filter(({ association, pieces }) =>
      associations.includes(association) ? !pieces.has(onwards) : pieces.has(backwards),
    )
    .map(({ association }) => association);
}

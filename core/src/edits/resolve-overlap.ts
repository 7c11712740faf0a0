import { boxHas, snapPosition } from '../geometry/grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { type CutPlan, cutPlan, joined, placesOf, polygonAt } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { groundSamples, spacingFor } from './ground-samples.ts';
import { planeAround } from './metric-plane.ts';
import { type MiddleRefusal, shareByTheMiddle } from './middle-line.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { sharesByNearest } from './shares-by-nearest.ts';
import { reachBox } from './trace-outlines.ts';
import { villageShifts } from './village-shifts.ts';

export interface ResolveOverlapRequest {
  /** A position in the overlap. */
  readonly at: Position;
  /** The claimant that keeps it, or that each claimant keeps what lies nearest to the rest of its own ground. */
  readonly inFavourOf: AssociationId | 'by-the-middle';
}

export interface OverlapResolved extends EditEffect {
  readonly kind: 'overlap-resolved';
  /** Who claimed it, in the order of the ids. */
  readonly claimants: readonly AssociationId[];
  readonly inFavourOf: ResolveOverlapRequest['inFavourOf'];
}

export type ResolveOverlapRefusal =
  | 'no-overlap-there'
  | 'not-a-claimant'
  | 'nothing-left-of-a-claimant'
  | MiddleRefusal
  | RedrawRefusal;

/**
 * Ends an overlap within the area: one connected place with one set of claimants. Where three claim the middle of it,
 * that is an overlap of its own. Errors: `TooManyCrossingsError`.
 */
export function resolveOverlap(
  plan: EditedPlan,
  { at, inFavourOf }: ResolveOverlapRequest,
): Edited<OverlapResolved> | Refused<ResolveOverlapRefusal> {
  const found = overlapAt(cutPlan(plan), at);
  if (!found) return { ok: false, reason: 'no-overlap-there' };
  const kept = inFavourOf === 'by-the-middle' ? keptByEach(found) : keptByOne(found, inFavourOf);
  if (!kept.ok) return kept;

  const owners = new Set<AssociationId>(found.claimants);
  const redrawn = redraw({
    plan: kept.plan,
    shapes: [joined([kept.overlap]), ...kept.shares.map(({ share }) => share)],
    decide: (claimants, isIn) => {
      if (!isIn(0)) return claimants;
      const owner = kept.shares.find((_, i) => isIn(i + 1))?.association ?? kept.otherwise;
      return claimants.filter((claimant) => claimant === owner || !owners.has(claimant));
    },
  });
  // An overlap of about one step of the grid may vanish by rounding alone.
  if (!redrawn.ok) {
    return redrawn.reason === 'nothing-changes' ? { ok: false, reason: 'no-overlap-there' } : redrawn;
  }
  if (redrawn.removed.length > 0) return { ok: false, reason: 'nothing-left-of-a-claimant' };
  const { changed, removed, effect } = redrawn;
  const villages = villageShifts(plan, redrawn);
  const { claimants } = found;
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'overlap-resolved', claimants, inFavourOf, ...effect, villages },
  };
}

interface Overlap {
  readonly plan: CutPlan;
  readonly overlap: Polygon;
  readonly claimants: readonly AssociationId[];
}

/** Who keeps which part of an overlap. */
interface Kept extends Overlap {
  readonly ok: true;
  readonly shares: readonly { readonly association: AssociationId; readonly share: MultiPolygon }[];
  /** Who keeps what lies in none of the shares. */
  readonly otherwise: AssociationId;
}

function overlapAt(plan: CutPlan, at: Position): Overlap | null {
  const [longitude, latitude] = snapPosition(at);
  const near = plan.territories.filter(({ geometry }) => boxHas(reachBox(geometry), longitude, latitude));
  const claimants = plan
    .outlinesOf(near.map(({ association }) => association))
    .filter(({ geometry }) => pointInPolygon(at, geometry))
    .map(({ association }) => association)
    .sort();
  if (claimants.length < 2) return null;
  const overlap = polygonAt(placesOf(plan, claimants), at);
  return overlap ? { plan, overlap, claimants } : null;
}

function keptByOne(found: Overlap, association: AssociationId): Kept | Refused<ResolveOverlapRefusal> {
  if (!found.claimants.includes(association)) return { ok: false, reason: 'not-a-claimant' };
  return { ok: true, ...found, shares: [], otherwise: association };
}

function keptByEach(found: Overlap): Kept | Refused<ResolveOverlapRefusal> {
  const [first, second, third] = found.claimants;
  if (!first || !second) return { ok: false, reason: 'no-overlap-there' };
  if (third) return keptByNearest(found);
  const divided = shareByTheMiddle({ ...found, first, second });
  if (!divided.ok) return divided;
  return { ok: true, ...found, shares: [{ association: first, share: divided.ofFirst }], otherwise: second };
}

/** Among more than two, each place goes with the claimant who has the nearest ground alone. */
function keptByNearest(found: Overlap): Kept | Refused<ResolveOverlapRefusal> {
  const { plan, overlap, claimants } = found;
  const grounds = claimants.map((association) => ({ association, polygons: placesOf(plan, [association]) }));
  const all = grounds.flatMap(({ polygons }) => polygons);
  if (grounds.filter(({ polygons }) => polygons.length > 0).length < 2)
    return { ok: false, reason: 'only-one-side' };
  const [plane, spacingM] = [planeAround(overlap), spacingFor(overlap, all)];
  const sites = grounds.flatMap(({ association, polygons }) =>
    polygons.flatMap((polygon) =>
      groundSamples(polygon, { spacingM, ownerBehind: () => association, plane }),
    ),
  );
  const shares = sharesByNearest(overlap, sites, plane);
  const [first] = shares;
  if (!first) return { ok: false, reason: 'no-clear-middle' };
  return { ok: true, ...found, shares, otherwise: first.association };
}

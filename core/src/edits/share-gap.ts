import type { Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { type CutPlan, cutPlan, joined, placesOf, polygonAt, polygonsIn } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { groundSamples, type OwnedSite, spacingFor } from './ground-samples.ts';
import { type MetricPlane, planeAround } from './metric-plane.ts';
import { ownersBehindGap } from './owners-behind.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { sharesByNearest } from './shares-by-nearest.ts';
import { villageShifts } from './village-shifts.ts';

/** Where the seat of an association is. */
export interface SeatPlace {
  readonly association: AssociationId;
  readonly location: Position;
}

export interface ShareGapRequest {
  /** A position in the gap. */
  readonly at: Position;
  /**
   * Each place goes with the nearest of these seats, or with the nearest of the territories around the gap; with any
   * where there is none around it, as around an island.
   */
  readonly among: 'neighbours' | readonly SeatPlace[];
  /** Those whose territories stay as they are: they get nothing. */
  readonly locked?: readonly AssociationId[];
}

export interface GapShared extends EditEffect {
  readonly kind: 'gap-shared';
  /** Who got a part of it, in the order of the ids. */
  readonly associations: readonly AssociationId[];
  readonly among: 'neighbours' | 'seats';
}

/** `no-seats`: none of the seats has a location; `no-neighbour`: no territory is free to take it. */
export type ShareGapRefusal = 'no-gap-there' | 'no-seats' | 'no-neighbour' | RedrawRefusal;

/**
 * Divides a gap, all of it, by what is nearest: the seats of associations, or the territories around it, which then meet
 * along middle lines. Errors: `TooManyCrossingsError`.
 */
export function shareGap(
  plan: EditedPlan,
  { at, among, locked = [] }: ShareGapRequest,
): Edited<GapShared> | Refused<ShareGapRefusal> {
  const cut = cutPlan(plan);
  const gap = polygonAt(placesOf(cut, []), at);
  if (!gap) return { ok: false, reason: 'no-gap-there' };
  const plane = planeAround(gap);
  const sites = among === 'neighbours' ? sitesAround(cut, { gap, plane, locked }) : sitesOf(among, locked);
  if (sites.length === 0) return { ok: false, reason: among === 'neighbours' ? 'no-neighbour' : 'no-seats' };
  const shares = sharesByNearest(gap, sites, plane);
  const [first] = shares;
  if (!first) return { ok: false, reason: 'no-gap-there' };
  const redrawn = redraw({
    plan: cut,
    shapes: [joined([gap]), ...shares.map(({ share }) => share)],
    decide: (claimants, isIn) => {
      if (!isIn(0) || claimants.length > 0) return claimants;
      // What rounding leaves between the shares goes with the first.
      return [(shares.find((_, share) => isIn(share + 1)) ?? first).association];
    },
    recipients: shares.map(({ association }) => association),
  });
  // A gap of about one step of the grid may vanish by rounding alone.
  if (!redrawn.ok) {
    return redrawn.reason === 'nothing-changes' ? { ok: false, reason: 'no-gap-there' } : redrawn;
  }
  const { changed, removed, effect } = redrawn;
  const associations = effect.shifts.flatMap(({ association, gainedM2 }) =>
    gainedM2 > 0 ? [association] : [],
  );
  return {
    ok: true,
    changed,
    removed,
    description: {
      kind: 'gap-shared',
      associations,
      among: among === 'neighbours' ? 'neighbours' : 'seats',
      ...effect,
      villages: villageShifts(plan, redrawn),
    },
  };
}

function sitesOf(seats: readonly SeatPlace[], locked: readonly AssociationId[]): OwnedSite[] {
  return seats
    .filter(({ association }) => !locked.includes(association))
    .sort((a, b) => (a.association < b.association ? -1 : 1))
    .map(({ association, location }) => ({ association, position: location }));
}

interface Around {
  readonly gap: Polygon;
  readonly plane: MetricPlane;
  readonly locked: readonly AssociationId[];
}

function sitesAround(plan: CutPlan, { gap, plane, locked }: Around): OwnedSite[] {
  const isFree = ({ association }: { readonly association: AssociationId }): boolean =>
    !locked.includes(association);
  const ownerBehind = ownersBehindGap(plan, gap);
  const beside = groundSamples(gap, { spacingM: spacingFor(gap, [gap]), ownerBehind, plane }).filter(isFree);
  if (beside.length > 0) return beside;
  const grounds = plan.territories
    .filter(isFree)
    .flatMap(({ association, geometry }) =>
      polygonsIn(geometry).map((polygon) => ({ association, polygon })),
    );
  const spacingM = spacingFor(
    gap,
    grounds.map(({ polygon }) => polygon),
  );
  return grounds.flatMap(({ association, polygon }) =>
    groundSamples(polygon, { spacingM, ownerBehind: () => association, plane }),
  );
}

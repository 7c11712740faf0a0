import type { Position } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import { giftsOf } from './cell-gifts.ts';
import { joined } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused, VillageShift } from './edit.ts';
import { keepingStretches, type LockedStretch, touchesStretch } from './locked-stretches.ts';
import { partsOfPlan } from './plan-parts.ts';
import { type Redrawn, type RedrawRefusal, redraw } from './redraw.ts';
import { claimsOn, villageShifts } from './village-shifts.ts';
import { faultOf, type VillageFault, type VillageSites, villageSites } from './village-sites.ts';
import { voronoiCells } from './voronoi-cells.ts';

export interface AssignVillagesRequest {
  readonly villages: readonly VillageId[];
  readonly to: AssociationId;
  /** Those whose territories stay as they are. */
  readonly locked?: readonly AssociationId[];
  /** Where borders stay as they are, whoever is behind them. */
  readonly lockedStretches?: readonly LockedStretch[];
}

export interface VillagesAssigned extends EditEffect {
  readonly kind: 'villages-assigned';
  readonly association: AssociationId;
  /** Those asked for that the association had not, or not alone; in the order in which they were asked for. */
  readonly assigned: readonly VillageId[];
}

/**
 * `locked`: the receiver, or who has one of the villages; `locked-stretch`: a stretch between one of the villages and the
 * receiver; `villages-too-close`: another village, which is to stay, lies
 * at the same place or within centimetres, or so close to a border that this would come to its other side by rounding.
 */
export type AssignVillagesRefusal =
  | 'no-villages'
  | 'locked'
  | 'locked-stretch'
  | 'villages-too-close'
  | VillageFault
  | RedrawRefusal;

/**
 * Gives villages to an association, and lets the border follow: with each goes the ground that is nearer to it than to
 * any other village of the area, from whoever has it, gaps included. Where the new border would run close beside the one
 * that is there, it keeps to that; small parts without a village that would be cut off go along. No other village
 * changes hands. A locked stretch of border stays, and ground behind it. Villages that the association alone has already change nothing. Errors: `TooManyCrossingsError`.
 */
export function assignVillages(
  plan: EditedPlan,
  { villages, to, locked = [], lockedStretches = [] }: AssignVillagesRequest,
): Edited<VillagesAssigned> | Refused<AssignVillagesRefusal> {
  if (villages.length === 0) return { ok: false, reason: 'no-villages' };
  const sites = villageSites(plan);
  const fault = faultOf(plan, sites, villages);
  if (fault) return { ok: false, reason: fault };
  const claims = claimsOn(plan.territories);
  const asked = new Set(villages.map((id) => sites.siteOf.get(id) ?? 0));
  const chosen = [...asked].filter((site) => claims(placeOf(sites, site)).join() !== to);
  if (chosen.length === 0) return { ok: false, reason: 'nothing-changes' };
  const holders = [to, ...chosen.flatMap((site) => claims(placeOf(sites, site)))];
  if (holders.some((id) => locked.includes(id))) return { ok: false, reason: 'locked' };

  const redrawn = withCellsGiven(plan, { sites, chosen, to, locked, lockedStretches });
  if (!redrawn.ok) return redrawn;
  const shifts = villageShifts(plan, redrawn);
  if (!areJust(shifts, villages, to)) return { ok: false, reason: 'villages-too-close' };
  const { changed, removed, effect } = redrawn;
  const given = new Set(chosen);
  const assigned = villages.filter((id) => given.has(sites.siteOf.get(id) ?? -1));
  const description = {
    kind: 'villages-assigned',
    association: to,
    assigned,
    ...effect,
    villages: shifts,
  } as const;
  return keepingStretches(plan, { ok: true, changed, removed, description }, lockedStretches);
}

interface CellsGiven {
  readonly sites: VillageSites;
  /** The sites whose cells are given. */
  readonly chosen: readonly number[];
  readonly to: AssociationId;
  readonly locked: readonly AssociationId[];
  readonly lockedStretches: readonly LockedStretch[];
}

function withCellsGiven(
  plan: EditedPlan,
  { sites, chosen, to, locked, lockedStretches }: CellsGiven,
): Redrawn | Refused<RedrawRefusal> {
  const claims = claimsOn(plan.territories);
  const voronoi = voronoiCells(sites.places, sites);
  const given = new Set(chosen);
  const cells = [...new Set([...chosen, ...chosen.flatMap((site) => voronoi.neighboursOf(site))])];
  const divided = partsOfPlan(plan, cells.map(voronoi.ringOf));
  const gifts = giftsOf({
    divided,
    places: sites.places,
    to,
    isLocked: (id) => locked.includes(id),
    isHeld: (polygon) => touchesStretch(polygon, lockedStretches),
    cells: cells.map((site) => {
      const [place, isGiven] = [placeOf(sites, site), given.has(site)];
      return { place, isGiven, isOfReceiver: isGiven || claims(place).join() === to };
    }),
  });
  const outcomes = [...new Map(gifts.map(({ owners }) => [owners.join(), owners])).values()];
  return redraw({
    plan: divided.plan,
    shapes: outcomes.map((outcome) =>
      joined(gifts.flatMap(({ owners, polygon }) => (owners.join() === outcome.join() ? [polygon] : []))),
    ),
    decide: (claimants, isIn) => outcomes.find((_, shape) => isIn(shape)) ?? claimants,
    recipients: [...new Set(outcomes.flat())].sort(),
  });
}

function placeOf({ places }: VillageSites, site: number): Position {
  return places[site] ?? [0, 0];
}

/** Whether no villages changed hands but those that should, and these as they should. */
function areJust(
  shifts: readonly VillageShift[],
  villages: readonly VillageId[],
  to: AssociationId,
): boolean {
  const asked = new Set(villages);
  const kept = shifts.filter(({ after }) => after.join() === to);
  return kept.length === shifts.length && shifts.every(({ village }) => asked.has(village));
}

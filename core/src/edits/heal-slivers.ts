import { isSliver } from '../geometry/sliver.ts';
import type { SliverThresholds } from '../model/coverage.ts';
import type { Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { isNearEdge } from './border-vertex.ts';
import { forPieces } from './borders.ts';
import { type CutPlan, cutPlan, joined } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused, VillageShift } from './edit.ts';
import {
  type FaceSurroundings,
  facesOf,
  isInOrNear,
  type PlanFace,
  surroundingsOf,
} from './faces-of-plan.ts';
import { type Redrawn, type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

/** A sliver and who got it. */
export interface HealedSliver {
  /** Who claimed it; empty for a gap. */
  readonly claimants: readonly AssociationId[];
  readonly to: AssociationId;
  readonly areaM2: number;
}

export interface SliversHealed extends EditEffect {
  readonly kind: 'slivers-healed';
  /** Largest first. */
  readonly healed: readonly HealedSliver[];
  /** Slivers left alone: with a village in them, with no neighbour, or all that somebody has. */
  readonly leftAlone: number;
}

export type HealSliversRefusal = 'no-sliver-to-heal' | 'village-would-change-hands' | RedrawRefusal;

/**
 * Gives each gap or overlap below the thresholds to the one with whom it has the longest border: of a gap to any
 * neighbour, of an overlap to a claimant. No village changes hands: a sliver with one in it, on its outline, or on an edge
 * that healing it would bend, is left alone. Errors: `TooManyCrossingsError`.
 */
export function healSlivers(
  plan: EditedPlan,
  { thresholds }: { readonly thresholds: SliverThresholds },
): Edited<SliversHealed> | Refused<HealSliversRefusal> {
  const cut = cutPlan(plan);
  const slivers = facesOf(cut, (face) => isSliver(face, thresholds));
  const awarded = awardsFor(cut, slivers).filter(({ polygon }) => {
    return !plan.villages.some(({ location }) => location !== null && isInOrNear(polygon, location));
  });
  const healed = healAll(plan, cut, awarded);
  if (!healed.ok) return healed;
  const { redrawn, awards } = healed;
  return {
    ok: true,
    changed: redrawn.changed,
    removed: redrawn.removed,
    description: {
      kind: 'slivers-healed',
      healed: awards
        .map(({ associations, to, areaM2 }) => ({ claimants: associations, to, areaM2 }))
        .sort((a, b) => b.areaM2 - a.areaM2),
      leftAlone: slivers.length - awards.length,
      ...redrawn.effect,
      villages: [],
    },
  };
}

type Edge = readonly [from: Position, to: Position];

interface Award extends PlanFace {
  readonly to: AssociationId;
}

function awardsFor(plan: CutPlan, slivers: readonly PlanFace[]): Award[] {
  const surroundings = surroundingsOf(plan, slivers);
  return slivers.flatMap((sliver, i) => {
    const around = surroundings[i];
    const to = around && receiverOf(sliver, around);
    return to ? [{ ...sliver, to }] : [];
  });
}

/** The one with the longest border, of equal ones the first id; ground that others claim too counts only for want of any. */
function receiverOf(
  { associations }: PlanFace,
  { aloneM, amongM }: FaceSurroundings,
): AssociationId | undefined {
  const longest = (lengths: ReadonlyMap<AssociationId, number>): AssociationId | undefined => {
    const [first] = [...lengths]
      .filter(([one]) => associations.length === 0 || associations.includes(one))
      .sort(([a, aM], [b, bM]) => bM - aM || (a < b ? -1 : 1));
    return first?.[0];
  };
  return longest(aloneM) ?? longest(amongM);
}

/** Leaves out what would take all that somebody has, and what would bend a border across a village. */
function healAll(
  plan: EditedPlan,
  cut: CutPlan,
  awards: readonly Award[],
):
  | { readonly ok: true; readonly redrawn: Redrawn; readonly awards: readonly Award[] }
  | Refused<HealSliversRefusal> {
  if (awards.length === 0) return { ok: false, reason: 'no-sliver-to-heal' };
  const receivers = [...new Set(awards.map(({ to }) => to))];
  const redrawn = redraw({
    plan: cut,
    shapes: receivers.map((receiver) =>
      joined(awards.filter(({ to }) => to === receiver).map(({ polygon }) => polygon)),
    ),
    decide: (claimants, isIn) => {
      const to = receivers.find((_, i) => isIn(i));
      return to === undefined ? claimants : [to];
    },
  });
  // A sliver of about one step of the grid may vanish by rounding alone.
  if (!redrawn.ok) {
    return redrawn.reason === 'nothing-changes' ? { ok: false, reason: 'no-sliver-to-heal' } : redrawn;
  }
  const { removed } = redrawn;
  if (removed.length > 0) {
    const harmless = awards.filter(
      ({ associations, to }) => !associations.some((one) => one !== to && removed.includes(one)),
    );
    return healAll(plan, cut, harmless);
  }
  const villages = villageShifts(plan, redrawn);
  if (villages.length === 0) return { ok: true, redrawn, awards };
  const edges = edgesBeside(plan, villages);
  const apart = awards.filter(({ polygon }) => !touchesAny(polygon, edges));
  if (apart.length === awards.length) return { ok: false, reason: 'village-would-change-hands' };
  return healAll(plan, cut, apart);
}

/**
 * The edges that run so close past a village that a vertex cut into them anywhere, rounded to the grid, can bring them
 * to its other side.
 */
function edgesBeside({ territories, villages }: EditedPlan, shifts: readonly VillageShift[]): Edge[] {
  const places = villages.flatMap(({ id, location }) =>
    location !== null && shifts.some(({ village }) => village === id) ? [location] : [],
  );
  const edges: Edge[] = [];
  for (const ring of territories.flatMap(({ geometry }) => geometry.coordinates.flat())) {
    forPieces(ring, (from, to) => {
      if (places.some((place) => isNearEdge(place, from, to))) edges.push([from, to]);
    });
  }
  return edges;
}

function touchesAny({ coordinates }: Polygon, edges: readonly Edge[]): boolean {
  return coordinates.flat().some((vertex) => edges.some(([from, to]) => isNearEdge(vertex, from, to)));
}

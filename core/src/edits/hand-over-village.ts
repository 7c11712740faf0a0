import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { boxOf } from '../geometry/grid.ts';
import type { MultiPolygon, Polygon, Position } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import { isSamePlace } from './border-vertex.ts';
import { cutPlan, isInShape, joined, polygonAt, polygonsIn, shapesAsTerritories } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageCell } from './village-cell.ts';
import { claimsOn, villageShifts } from './village-shifts.ts';

export interface HandOverVillageRequest {
  readonly village: VillageId;
  readonly from: AssociationId;
  readonly to: AssociationId;
}

export interface VillageHandedOver extends EditEffect, HandOverVillageRequest {
  readonly kind: 'village-handed-over';
}

/**
 * `not-in-that-territory`: the giver does not cover the village; `not-connected`: its surroundings do not border on
 * the receiver's territory; `village-would-change-hands`: another one lies within a centimetre of a border, to whose other
 * side it would come by rounding.
 */
export type HandOverVillageRefusal =
  | 'no-such-village'
  | 'village-unlocated'
  | 'same-association'
  | 'not-in-that-territory'
  | 'not-connected'
  | 'village-would-change-hands'
  | 'nothing-left-of-the-giver'
  | RedrawRefusal;

/**
 * Hands a village over with its surroundings: what of the giver's territory is nearer to it than to any other village
 * there, and hangs together with it. It must border on the receiver's territory, for no corridor is made: villages in
 * between are handed over first. The giver's territory may fall into parts. Errors: `TooManyCrossingsError`.
 */
export function handOverVillage(
  plan: EditedPlan,
  request: HandOverVillageRequest,
): Edited<VillageHandedOver> | Refused<HandOverVillageRefusal> {
  const { village, from, to } = request;
  if (from === to) return { ok: false, reason: 'same-association' };
  const known = plan.villages.find(({ id }) => id === village);
  if (!known) return { ok: false, reason: 'no-such-village' };
  if (!known.location) return { ok: false, reason: 'village-unlocated' };
  const cut = cutPlan(plan);
  const surroundings = surroundingsOf(plan, { at: known.location, from, ground: cut.outlineOf(from) });
  if (!surroundings) return { ok: false, reason: 'not-in-that-territory' };
  const redrawn = redraw({
    plan: cut,
    shapes: [joined([surroundings])],
    decide: (claimants, isIn) =>
      isIn(0) && claimants.includes(from)
        ? [...new Set(claimants.map((one) => (one === from ? to : one)))].sort()
        : claimants,
    recipients: [to],
  });
  if (!redrawn.ok) return redrawn;
  const { changed, removed, effect } = redrawn;
  if (removed.length > 0) return { ok: false, reason: 'nothing-left-of-the-giver' };
  // Ground that hangs together with nothing is one part more.
  if (partsOf(changed, to) > partsOf(plan.territories, to)) return { ok: false, reason: 'not-connected' };
  const villages = villageShifts(plan, redrawn);
  const there = new Set(villagesAt(plan, known.location));
  if (!villages.every(({ village: id }) => there.has(id))) {
    return { ok: false, reason: 'village-would-change-hands' };
  }
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'village-handed-over', ...request, ...effect, villages },
  };
}

function villagesAt({ villages }: EditedPlan, place: Position): VillageId[] {
  return villages.flatMap(({ id, location }) => (location && isSamePlace(location, place) ? [id] : []));
}

/** The part of the giver's ground around a village; undefined where the giver does not cover the village. */
function surroundingsOf(
  { territories, villages }: EditedPlan,
  { at, from, ground }: { at: Position; from: AssociationId; ground: MultiPolygon },
): Polygon | undefined {
  const claims = claimsOn(territories.filter(({ association }) => association === from));
  if (claims(at).length === 0) return undefined;
  const others = villages.flatMap(({ location }) =>
    location && claims(location).length > 0 ? [location] : [],
  );
  const { minX, minY, maxX, maxY } = boxOf(ground.coordinates.flat(3));
  const cell = villageCell(at, others, [
    [minX, minY],
    [maxX, maxY],
  ]);
  const map = createCoverageMap({
    boundary: null,
    territories: shapesAsTerritories([ground, { type: 'MultiPolygon', coordinates: [[cell]] }]),
    steps: POSITION_STEPS,
  });
  const parts = map.outlineOf((place) => isInShape(place, 0) && isInShape(place, 1));
  return polygonAt(polygonsIn(parts), at);
}

function partsOf(territories: EditedPlan['territories'], association: AssociationId): number {
  const own = territories.filter((one) => one.association === association);
  return own.reduce((sum, { geometry }) => sum + geometry.coordinates.length, 0);
}

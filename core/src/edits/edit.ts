import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';

/** What an edit is made on: one territory at most for each association, all having passed `checkTerritory`. */
export interface EditedPlan {
  /** Null: gaps are then the holes that the territories enclose. */
  readonly boundary: MultiPolygon | null;
  readonly territories: readonly Territory[];
  readonly villages: readonly VillageLocation[];
}

/** What an edit did, in numbers and names. */
export interface EditEffect {
  /** Whose ground changed, in the order of the ids. */
  readonly shifts: readonly GroundShift[];
  /** Ground on which the set of claimants changed, m² on the ellipsoid. */
  readonly areaM2: number;
  readonly villages: readonly VillageShift[];
}

/** What one association won and lost, m² on the ellipsoid. */
export interface GroundShift {
  readonly association: AssociationId;
  readonly gainedM2: number;
  readonly lostM2: number;
}

/** A village whose claimants changed; both lists in the order of the ids. */
export interface VillageShift {
  readonly village: VillageId;
  readonly before: readonly AssociationId[];
  readonly after: readonly AssociationId[];
}

/** The territories that differ from those before; all others stay as they are. */
export interface PlanChange {
  /** Each passes `checkTerritory`; in the order of the ids. */
  readonly changed: readonly Territory[];
  /** Those of whose territory nothing is left. */
  readonly removed: readonly AssociationId[];
}

/** An edit that was made, with its description. */
export interface Edited<Description> extends PlanChange {
  readonly ok: true;
  readonly description: Description;
}

/** An edit that cannot be made, and why. */
export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

/** The plan after a change. */
export function withChange<P extends Pick<EditedPlan, 'territories'>>(
  plan: P,
  { changed, removed }: PlanChange,
): P {
  const anew = new Map(changed.map((territory) => [territory.association, territory]));
  const kept = plan.territories
    .filter(({ association }) => !removed.includes(association))
    .map((territory) => anew.get(territory.association) ?? territory);
  const known = new Set(plan.territories.map(({ association }) => association));
  return { ...plan, territories: [...kept, ...changed.filter(({ association }) => !known.has(association))] };
}

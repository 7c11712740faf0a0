import Flatbush from 'flatbush';
import { checkTerritory } from '../geometry/check-territory.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { cutPlan } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, PlanChange, Refused } from './edit.ts';
import { measureChange } from './measure-change.ts';
import { movedOutside } from './outside-area.ts';
import type { RedrawRefusal } from './redraw.ts';
import { reachBox, traceOutlines } from './trace-outlines.ts';
import { claimsOn } from './village-shifts.ts';
import { faultOf, type VillageFault, type VillageSites, villageSites } from './village-sites.ts';
import { voronoiCells } from './voronoi-cells.ts';

/** A village and the association that is to cover it. */
export interface VillageAssignment {
  readonly village: VillageId;
  readonly association: AssociationId;
}

export interface DividePlanRequest {
  /** Of a village that comes twice, the last counts. */
  readonly assignment: readonly VillageAssignment[];
}

export interface PlanDivided extends EditEffect {
  readonly kind: 'plan-divided';
  /** Who has a territory now, in the order of the ids. */
  readonly associations: readonly AssociationId[];
  /** Villages of the area that were not assigned, and with whom they went. */
  readonly followers: readonly VillageAssignment[];
}

/** `villages-too-close`: two villages of different associations lie at the same place or within centimetres. */
export type DividePlanRefusal = 'no-villages' | 'villages-too-close' | VillageFault | RedrawRefusal;

/**
 * Draws all territories afresh from an assignment of villages, without gap or overlap: each place of the area goes with
 * the village that is nearest to it. A village that is not assigned goes with the assigned village nearest to itself.
 * Who has no village has no territory afterwards. Errors: `TooManyCrossingsError`.
 */
export function dividePlan(
  plan: EditedPlan,
  { assignment }: DividePlanRequest,
): Edited<PlanDivided> | Refused<DividePlanRefusal> {
  if (assignment.length === 0) return { ok: false, reason: 'no-villages' };
  const sites = villageSites(plan);
  const fault = faultOf(
    plan,
    sites,
    assignment.map(({ village }) => village),
  );
  if (fault) return { ok: false, reason: fault };
  const assigned = ownersOfSites(sites, assignment);
  if (!assigned) return { ok: false, reason: 'villages-too-close' };
  const owners = withFollowers(sites, assigned);
  const territories = checked(territoriesOf(plan.boundary, sites, owners));
  if (!Array.isArray(territories)) return territories;
  const claims = claimsOn(territories);
  const areJust = sites.places.every((place, site) => claims(place).join() === owners[site]);
  if (!areJust) return { ok: false, reason: 'villages-too-close' };

  const change = changeTo(territories, plan.territories);
  const effect = measureChange(plan, change);
  if (effect.areaM2 === 0) return { ok: false, reason: 'nothing-changes' };
  const associations = territories.map(({ association }) => association);
  const followers = sites.villagesAt.flatMap((villages, site) => {
    const association = owners[site];
    if (assigned.has(site) || association === undefined) return [];
    return villages.map(({ id }) => ({ village: id, association }));
  });
  return { ok: true, ...change, description: { kind: 'plan-divided', associations, followers, ...effect } };
}

/** Who is to have each site, by its number; null where two want the same. */
function ownersOfSites(
  { siteOf }: VillageSites,
  assignment: readonly VillageAssignment[],
): Map<number, AssociationId> | null {
  const owners = new Map<number, AssociationId>();
  for (const [village, association] of new Map(assignment.map((one) => [one.village, one.association]))) {
    const site = siteOf.get(village);
    if (site === undefined) continue;
    if ((owners.get(site) ?? association) !== association) return null;
    owners.set(site, association);
  }
  return owners;
}

/** The owner of every site: where there is none, that of the nearest which has one. */
function withFollowers(
  { places, plane }: VillageSites,
  assigned: ReadonlyMap<number, AssociationId>,
): (AssociationId | undefined)[] {
  const known = [...assigned];
  const index = new Flatbush(known.length);
  for (const [site] of known) {
    const { x, y } = plane.toPlane(places[site] ?? [0, 0]);
    index.add(x, y);
  }
  index.finish();
  return places.map((place, site) => {
    const { x, y } = plane.toPlane(place);
    const [nearest = 0] = assigned.has(site) ? [] : index.neighbors(x, y, 1);
    return assigned.get(site) ?? known[nearest]?.[1];
  });
}

function territoriesOf(
  boundary: MultiPolygon | null,
  { places, box, plane }: VillageSites,
  owners: readonly (AssociationId | undefined)[],
): Territory[] {
  const voronoi = voronoiCells(places, { box, plane });
  const cells = new Map<AssociationId, MultiPolygon['coordinates']>();
  for (const [site, owner] of owners.entries()) {
    if (owner === undefined) continue;
    const own = cells.get(owner) ?? [];
    own.push([voronoi.ringOf(site)]);
    cells.set(owner, own);
  }
  const drawn = [...cells].map(([association, coordinates]): Territory => {
    return { association, geometry: { type: 'MultiPolygon', coordinates } };
  });
  const { map } = cutPlan({ boundary, territories: drawn });
  const reaches = drawn.map(({ association, geometry }) => ({ association, box: reachBox(geometry) }));
  // Rounding may turn a cell over in a corner of centimetres: the first has that.
  const outlines = traceOutlines(map, reaches, ({ isWithin, associations }) =>
    isWithin ? associations.slice(0, 1) : [],
  );
  const traced = [...outlines].map(([association, geometry]): Territory => ({ association, geometry }));
  return (boundary === null ? traced : movedOutside(boundary, traced, [])).sort((a, b) =>
    a.association < b.association ? -1 : 1,
  );
}

function checked(territories: readonly Territory[]): Territory[] | Refused<RedrawRefusal> {
  const clean: Territory[] = [];
  for (const { association, geometry } of territories) {
    const check = checkTerritory(geometry);
    if (!check.ok) {
      const isSmall = check.faults.every(({ code }) => code === 'area-too-small');
      return { ok: false, reason: isSmall ? 'territory-too-small' : 'territory-would-be-invalid' };
    }
    clean.push({ association, geometry: check.geometry });
  }
  return clean;
}

function changeTo(after: readonly Territory[], before: readonly Territory[]): PlanChange {
  const drawn = new Map(
    before.map(({ association, geometry }) => [association, String(geometry.coordinates)]),
  );
  const kept = new Set(after.map(({ association }) => association));
  return {
    changed: after.filter(
      ({ association, geometry }) => drawn.get(association) !== String(geometry.coordinates),
    ),
    removed: before.map(({ association }) => association).filter((association) => !kept.has(association)),
  };
}

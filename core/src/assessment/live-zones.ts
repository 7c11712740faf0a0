import type { MappedZone } from '../geometry/coverage-map/owners.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { PointCoverage } from '../geometry/territory-locator.ts';
import { widen } from '../geometry/widen.ts';
import type { Position } from '../model/geometry.ts';
import type { AssociationId, ZoneId } from '../model/ids.ts';
import type { SharedZone } from '../model/shared-zone.ts';

/** So many days before a zone ends it is raised again. */
export const DAYS_OF_NOTICE = 30;
/** What lies so close around a zone is of it: outlines of overlaps are rounded, which would leave splinters of overlap. */
const ROUNDING_STEPS = 3;
const DAY_MS = 86_400_000;

/** What a plan's associations agreed to share, and the day on which it is asked about. */
export interface Sharing {
  readonly zones: readonly ZoneOfPlan[];
  /** A day in the time zone of the area, as 2026-11-30. */
  readonly asOf: string;
}

export type ZoneOfPlan = SharedZone & { readonly id: ZoneId };

/** A zone whose end has not come. */
export interface LiveZone extends MappedZone {
  readonly terms: ZoneOfPlan;
  /** The lead, then the partners as they were agreed. */
  readonly named: readonly AssociationId[];
  readonly endsSoon: boolean;
}

export type ZoneStanding = 'agreed' | 'ends-soon' | 'ended';

/** How a zone stands on a day: it is raised again from thirty days before its end, and on that day it is over. */
export function zoneStanding({ endsOn }: Pick<SharedZone, 'endsOn'>, asOf: string): ZoneStanding {
  if (asOf >= endsOn) return 'ended';
  return daysBetween(asOf, endsOn) <= DAYS_OF_NOTICE ? 'ends-soon' : 'agreed';
}

/** The zones that hold on a day; where two of the same associations lie over each other, the one that ends last comes first. */
export function liveZones({ zones, asOf }: Sharing): LiveZone[] {
  return zones
    .filter((zone) => zoneStanding(zone, asOf) !== 'ended')
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : a.endsOn > b.endsOn ? -1 : a.id < b.id ? -1 : 1))
    .map((terms) => ({
      id: terms.id,
      terms,
      named: [terms.lead, ...terms.partners],
      associations: [terms.lead, ...terms.partners].sort(),
      geometry: widen(terms.geometry, ROUNDING_STEPS),
      endsSoon: zoneStanding(terms, asOf) === 'ends-soon',
    }));
}

/** The zone that a place is in, given who claims it; null where none holds. */
export function zoneAt(
  position: Position,
  claimants: readonly AssociationId[],
  zones: readonly LiveZone[],
): LiveZone | null {
  if (claimants.length < 2) return null;
  const parties = claimants.join(' ');
  return (
    zones.find(
      ({ associations, geometry }) =>
        associations.join(' ') === parties && pointInPolygon(position, geometry),
    ) ?? null
  );
}

/** Who covers a place where sharing is agreed: in a zone it is covered, and the lead is named first. */
export function agreedCoverage(
  position: Position,
  found: PointCoverage,
  zones: readonly LiveZone[],
): PointCoverage {
  const zone = found.status === 'overlap' ? zoneAt(position, found.associations, zones) : null;
  return zone === null ? found : { status: 'covered', associations: [...zone.named] };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

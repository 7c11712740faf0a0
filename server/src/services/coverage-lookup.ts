import {
  type AreaId,
  type AssociationId,
  agreedCoverage,
  authorize,
  bordersWithin,
  type CoverageAnswer,
  DomainError,
  dayAt,
  distanceBetweenM,
  instantOf,
  type LiveZone,
  liveZones,
  locateIn,
  nearestTerritory,
  type Person,
  type Plan,
  type PlanZone,
  type Position,
  readingOf,
  snapPosition,
  type Territory,
  type TerritoryLocator,
  type Village,
  type VillageId,
  zoneAt,
} from '@nitaq/core';
import { LRUCache } from 'lru-cache';
import type { Database } from '../database/open-database.ts';
import {
  type AreaVersion,
  areasAround,
  findArea,
  findAreaVersion,
  loadBoundary,
} from '../repositories/area-repository.ts';
import { associationNames } from '../repositories/association-repository.ts';
import { findPlanInForce } from '../repositories/plan-repository.ts';
import { listZones } from '../repositories/shared-zone-repository.ts';
import { drawnTerritories, listTerritories } from '../repositories/territory-repository.ts';
import {
  areasOfVillage,
  findVillage,
  listVillageLocations,
  villagesNear,
} from '../repositories/village-repository.ts';
import { refuseUnless } from './refuse-unless.ts';

/** Which associations cover a village. */
export type OwnersOf = (village: VillageId) => readonly AssociationId[];

const BORDER_WITHIN_M = 2_000;
const VILLAGE_WITHIN_M = 2_000;
const AREAS_IN_MEMORY = 200;

/** The area and the plan in force that a place is looked up in, ready for many positions. */
interface LoadedPlan {
  readonly area: AreaId;
  readonly plan: Plan | null;
  readonly territories: readonly Territory[];
  readonly locator: TerritoryLocator;
  readonly zones: readonly PlanZone[];
  readonly timeZone: string;
}

/** With the instant that was asked about; null: now. */
interface AskedPlan {
  readonly loaded: LoadedPlan;
  readonly at: Date | null;
}

/** Where a day begins and ends outside all areas. */
const NOWHERE = { timeZone: 'UTC' };

export interface LookupQuestion {
  /** The day or the instant asked about; null: now. */
  readonly at: string | null;
  readonly now: Date;
  readonly person: Person | null;
}

export interface CoverageLookup {
  /** Which associations cover a point. Errors: `sign-in-needed`, `not-allowed` where no plan is in force so far ahead. */
  atPoint(position: Position, question: LookupQuestion): Promise<CoverageAnswer>;
  /**
   * Which associations cover a village. Without an area the id must be the only one of its kind.
   * Errors: `village-not-found`, `village-ambiguous`, and as of a point.
   */
  ofVillage(village: VillageId, area: AreaId | null, question: LookupQuestion): Promise<CoverageAnswer>;
  /** Which associations cover each village of an area at an instant; of one without a location none. */
  ownersIn(area: AreaId, at: Date): Promise<OwnersOf>;
}

/**
 * Answers *which association covers …* from the plan in force.
 * What was in force never changes, so a loaded plan is kept; which plan that is, is asked of the database each time.
 */
export function createCoverageLookup(db: Database): CoverageLookup {
  const loaded = new LRUCache<string, LoadedPlan>({ max: AREAS_IN_MEMORY });

  async function load({ id: area, version }: AreaVersion, at: Date): Promise<LoadedPlan> {
    const plan = await findPlanInForce(db, area, at);
    const key = `${area} ${version} ${plan?.id} ${plan?.version} ${plan?.state}`;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const territories =
      plan === null ? [] : drawnTerritories(await listTerritories(db, { area, plan: plan.id }));
    const locator = locateIn(await loadBoundary(db, area), territories);
    const zones = plan === null ? [] : await listZones(db, { area, plan: plan.id });
    const timeZone = (await findArea(db, area))?.timeZone ?? 'UTC';
    const fresh = { area, plan, territories, locator, zones, timeZone };
    loaded.set(key, fresh);
    return fresh;
  }

  /** The first area that contains the position; areas that share a border do not share a point of it. */
  async function planAround(position: Position, question: LookupQuestion): Promise<AskedPlan | null> {
    for (const area of await areasAround(db, position)) {
      const at = instantIn(area, question);
      const loaded = await load(area, at ?? question.now);
      if (loaded.locator.locate(position).status !== 'outside') return { loaded, at };
    }
    return null;
  }

  return {
    async atPoint(asked, question) {
      const position = snapPosition(asked);
      const around = await planAround(position, question);
      if (around === null) return outside(answerTime(instantIn(NOWHERE, question), question.now, null));
      const { loaded, at } = around;
      refuseUnreadable(loaded, question);
      const village = await villageInReach(db, loaded.area, position);
      const time = answerTime(at, question.now, loaded.plan);
      return {
        ...(await answer(db, loaded, { position, at: at ?? question.now })),
        at: time,
        ...(village && { village }),
      };
    },

    async ownersIn(area, at) {
      const version = await findAreaVersion(db, area);
      if (version === null) throw new DomainError('area-not-found', { area });
      const { locator } = await load(version, at);
      const places = new Map(
        (await listVillageLocations(db, area)).map(({ id, location }) => [id, location]),
      );
      return (village) => {
        const place = places.get(village);
        return place ? locator.locate(place).associations : [];
      };
    },

    async ofVillage(id, asked, question) {
      const area = asked ?? (await onlyAreaOf(db, id));
      const version = await findAreaVersion(db, area);
      if (version === null) throw new DomainError('area-not-found', { area });
      const village = await findVillage(db, area, id);
      if (village === null) throw new DomainError('village-not-found', { village: id });
      const { now } = question;
      const at = instantIn(version, question);
      const inForce = await load(version, at ?? now);
      refuseUnreadable(inForce, question);
      const about = { at: answerTime(at, now, inForce.plan), village: villageAnswer(village) };
      if (village.location !== null) {
        const place = { position: village.location, at: at ?? now };
        return { ...(await answer(db, inForce, place)), ...about };
      }
      return { ...planOf(inForce), status: 'unlocated', associations: [], ...about };
    },
  };
}

function instantIn({ timeZone }: Pick<AreaVersion, 'timeZone'>, { at }: LookupQuestion): Date | null {
  return at === null ? null : instantOf(at, timeZone);
}

/** What is still to come into force is for those alone who may read it today. */
function refuseUnreadable({ area, plan }: LoadedPlan, { person, now }: LookupQuestion): void {
  const isToCome = plan?.state === 'in-force' && Date.parse(plan.inForceFrom) > now.getTime();
  if (isToCome) refuseUnless(authorize(person, readingOf('scheduled'), { area }));
}

async function answer(
  db: Database,
  loaded: LoadedPlan,
  { position, at }: { readonly position: Position; readonly at: Date },
): Promise<Omit<CoverageAnswer, 'at'>> {
  const live = zonesOn(loaded, at);
  const found = loaded.locator.locate(position);
  const { status, associations } = agreedCoverage(position, found, live);
  const zone = zoneAt(position, found.associations, live);
  const names = await associationNames(db, loaded.area, associations);
  const result = {
    ...planOf(loaded),
    status,
    associations: associations.map((id) => ({ id, name: names.get(id) ?? { ar: id, en: id } })),
    ...(zone !== null && { shared: sharedAnswer(zone) }),
  };
  switch (status) {
    case 'gap': {
      const nearest = nearestTerritory(loaded.territories, position);
      if (nearest === null) return result;
      return {
        ...result,
        nearest: { association: nearest.association, distanceKm: rounded(nearest.distanceM / 1000, 2) },
      };
    }
    case 'covered':
    case 'overlap': {
      const border = bordersWithin(loaded.territories, position, associations, BORDER_WITHIN_M);
      if (border === null) return result;
      return {
        ...result,
        border: { distanceM: rounded(border.distanceM, 0), association: border.association },
      };
    }
    case 'outside':
      return result;
  }
}

/** The zones that hold on the day of an instant. */
function zonesOn({ zones, timeZone }: LoadedPlan, at: Date): LiveZone[] {
  return zones.length === 0 ? [] : liveZones({ zones, asOf: dayAt(at.getTime(), timeZone) });
}

function sharedAnswer({ terms: { id, lead, partners, services, endsOn }, endsSoon }: LiveZone) {
  return { zone: id, lead, partners, services, endsOn, endsSoon };
}

function planOf({ area, plan }: LoadedPlan) {
  return { area, plan: plan?.id ?? null, version: plan?.version ?? null };
}

function outside(at: string): CoverageAnswer {
  return { status: 'outside', associations: [], area: null, plan: null, version: null, at };
}

/**
 * The instant the answer speaks of. An answer about now names the minute, so that equal answers are equal bytes for
 * caches; never an instant before the plan came into force.
 */
function answerTime(at: Date | null, now: Date, plan: Plan | null): string {
  if (at !== null) return at.toISOString();
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  const from = plan?.state === 'in-force' ? Date.parse(plan.inForceFrom) : minute;
  return new Date(Math.max(minute, from)).toISOString();
}

async function onlyAreaOf(db: Database, village: VillageId): Promise<AreaId> {
  const [area, another] = await areasOfVillage(db, village);
  if (area === undefined) throw new DomainError('village-not-found', { village });
  if (another !== undefined) throw new DomainError('village-ambiguous', { village });
  return area;
}

async function villageInReach(
  db: Database,
  area: AreaId,
  position: Position,
): Promise<ReturnType<typeof villageAnswer> | null> {
  const near = (await villagesNear(db, area, position)).flatMap((village) =>
    village.location === null ? [] : [{ village, distanceM: distanceBetweenM(position, village.location) }],
  );
  near.sort((a, b) => a.distanceM - b.distanceM);
  const [first] = near;
  return first === undefined || first.distanceM > VILLAGE_WITHIN_M ? null : villageAnswer(first.village);
}

function villageAnswer({ id, name, location }: Village) {
  return { id, name, lon: location?.[0] ?? null, lat: location?.[1] ?? null };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

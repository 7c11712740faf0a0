import {
  type AreaId,
  type AssociationId,
  agreedCoverage,
  authorize,
  type CoverageAnswer,
  DomainError,
  instantOf,
  type LiveZone,
  type Person,
  type Position,
  readingOf,
  snapPosition,
  type VillageId,
  zoneAt,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { EnactedPlan } from '../repositories/plan-repository.ts';
import type { NamedPlace } from '../repositories/village-repository.ts';
import { AreaDirectory, type KnownAreas } from './lookup/area-directory.ts';
import { boxHolds, type KnownArea, planAt } from './lookup/known-area.ts';
import { createPlanLoader, type LoadedPlan } from './lookup/loaded-plan.ts';
import { refuseUnless } from './refuse-unless.ts';

/** Which associations cover a village. */
export type OwnersOf = (village: VillageId) => readonly AssociationId[];

const BORDER_WITHIN_M = 2_000;
const VILLAGE_WITHIN_M = 2_000;

/** The area and the plan that a place is looked up in, and the instant that was asked about; null: now. */
interface AskedPlan {
  readonly area: KnownArea;
  readonly loaded: LoadedPlan;
  readonly at: Date | null;
}

/** Where a day begins and ends outside all areas. */
const NOWHERE = 'UTC';

export interface LookupQuestion {
  /** The day or the instant asked about; null: now. */
  readonly at: string | null;
  readonly now: Date;
  readonly person: Person | null;
}

/** An area with the plan that is in force in it, in memory. */
export interface AreaInForce {
  readonly area: KnownArea;
  readonly loaded: LoadedPlan;
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
  /** Every area with its plan in force at an instant, by id. */
  inForce(at: Date): Promise<AreaInForce[]>;
  close(): void;
}

/**
 * Answers *which association covers …* from memory: what was in force never changes, so a loaded plan is kept, and which
 * plan that is follows from the areas as the directory knows them.
 */
export function createCoverageLookup(
  db: Database,
  directory: AreaDirectory = new AreaDirectory(db, null),
): CoverageLookup {
  const plans = createPlanLoader(db);

  /** The first area that contains the position; areas that share a border do not share a point of it. */
  async function planAround(
    areas: KnownAreas,
    position: Position,
    question: LookupQuestion,
  ): Promise<AskedPlan | null> {
    for (const area of areas.values()) {
      if (!boxHolds(area, position)) continue;
      const asked = await planIn(area, question);
      if (asked.loaded.locator.locate(position).status !== 'outside') return asked;
    }
    return null;
  }

  async function planIn(area: KnownArea, { at: asOf, now }: LookupQuestion): Promise<AskedPlan> {
    const at = instantIn(area.stamp.timeZone, asOf);
    return { area, at, loaded: await plans.load(area, planAt(area, at ?? now)) };
  }

  return {
    async atPoint(given, question) {
      const position = snapPosition(given);
      const asked = await planAround(await directory.current(), position, question);
      if (asked === null) {
        return outside(answerTime(instantIn(NOWHERE, question.at), question.now, null));
      }
      const { area } = asked;
      refuseUnreadable(asked, question);
      const village = area.villages.nearest(position, VILLAGE_WITHIN_M);
      return {
        ...answer(asked, position, question.now),
        ...(village && { village: villageAnswer(village) }),
      };
    },

    async ownersIn(id, at) {
      const area = requireKnown(await directory.current(), id);
      const { locator } = await plans.load(area, planAt(area, at));
      return (village) => {
        const place = area.villages.find(village)?.location;
        return place ? locator.locate(place).associations : [];
      };
    },

    async ofVillage(id, given, question) {
      const areas = await directory.current();
      const area = given === null ? onlyAreaOf(areas, id) : requireKnown(areas, given);
      const village = area.villages.find(id);
      if (village === null) throw new DomainError('village-not-found', { village: id });
      const asked = await planIn(area, question);
      refuseUnreadable(asked, question);
      const found =
        village.location === null
          ? unlocated(asked, question.now)
          : answer(asked, village.location, question.now);
      return { ...found, village: villageAnswer(village) };
    },

    async inForce(at) {
      const areas = [...(await directory.current()).values()];
      return Promise.all(
        areas.map(async (area) => ({ area, loaded: await plans.load(area, planAt(area, at)) })),
      );
    },

    close: () => directory.close(),
  };
}

function instantIn(timeZone: string, at: string | null): Date | null {
  return at === null ? null : instantOf(at, timeZone);
}

/** What is still to come into force is for those alone who may read it today. */
function refuseUnreadable({ area, loaded: { plan } }: AskedPlan, { person, now }: LookupQuestion): void {
  const isToCome = plan !== null && plan.from > now;
  if (isToCome) refuseUnless(authorize(person, readingOf('scheduled'), { area: area.id }));
}

function answer({ area, loaded, at }: AskedPlan, position: Position, now: Date): CoverageAnswer {
  const live = loaded.zonesAt(at ?? now);
  const found = loaded.locator.locate(position);
  const { status, associations } = agreedCoverage(position, found, live);
  const zone = zoneAt(position, found.associations, live);
  return {
    status,
    associations: associations.map((id) => ({ id, name: area.names.get(id) ?? { ar: id, en: id } })),
    ...(zone !== null && { shared: sharedAnswer(zone) }),
    ...loaded.said,
    at: answerTime(at, now, loaded.plan),
    ...around(loaded, position, { status, associations }),
  };
}

/** Who is near where nobody covers a place, or where another's border is close. */
function around(
  { borders }: LoadedPlan,
  position: Position,
  { status, associations: covering }: ReturnType<typeof agreedCoverage>,
): Pick<CoverageAnswer, 'nearest' | 'border'> {
  switch (status) {
    case 'gap': {
      const nearest = borders.nearest(position);
      if (nearest === null) return {};
      const { association, distanceM } = nearest;
      return { nearest: { association, distanceKm: rounded(distanceM / 1000, 2) } };
    }
    case 'covered':
    case 'overlap': {
      const border = borders.within(position, { covering, limitM: BORDER_WITHIN_M });
      if (border === null) return {};
      return { border: { distanceM: rounded(border.distanceM, 0), association: border.association } };
    }
    case 'outside':
      return {};
  }
}

function sharedAnswer({ terms: { id, lead, partners, services, endsOn }, endsSoon }: LiveZone) {
  return { zone: id, lead, partners, services, endsOn, endsSoon };
}

function unlocated({ loaded, at }: AskedPlan, now: Date): CoverageAnswer {
  return {
    status: 'unlocated',
    associations: [],
    ...loaded.said,
    at: answerTime(at, now, loaded.plan),
  };
}

function outside(at: string): CoverageAnswer {
  return { status: 'outside', associations: [], area: null, plan: null, version: null, at };
}

/**
 * The instant the answer speaks of. An answer about now names the minute, so that equal answers are equal bytes for
 * caches; never an instant before the plan came into force.
 */
function answerTime(at: Date | null, now: Date, plan: EnactedPlan | null): string {
  if (at !== null) return at.toISOString();
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  return new Date(Math.max(minute, plan?.from.getTime() ?? minute)).toISOString();
}

/** Errors: `area-not-found`. */
function requireKnown(areas: KnownAreas, id: AreaId): KnownArea {
  const area = areas.get(id);
  if (area === undefined) throw new DomainError('area-not-found', { area: id });
  return area;
}

function onlyAreaOf(areas: KnownAreas, village: VillageId): KnownArea {
  const [area, another] = [...areas.values()].filter(({ villages }) => villages.find(village) !== null);
  if (area === undefined) throw new DomainError('village-not-found', { village });
  if (another !== undefined) throw new DomainError('village-ambiguous', { village });
  return area;
}

function villageAnswer({ id, name, location }: NamedPlace) {
  return { id, name, lon: location?.[0] ?? null, lat: location?.[1] ?? null };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

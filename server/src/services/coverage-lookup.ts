import {
  type AreaId,
  type AssociationId,
  authorize,
  type CoverageAnswer,
  DomainError,
  instantOf,
  type Person,
  type Position,
  readingOf,
  snapPosition,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { EnactedPlan } from '../repositories/plan-repository.ts';
import type { NamedPlace } from '../repositories/village-repository.ts';
import { AreaDirectory, type KnownAreas } from './lookup/area-directory.ts';
import { CommonAnswer } from './lookup/common-answers.ts';
import { boxHolds, type KnownArea, planAt } from './lookup/known-area.ts';
import { createPlanLoader, type LoadedPlan } from './lookup/loaded-plan.ts';
import { answerOf, type PlaceAnswer } from './lookup/place-answer.ts';
import { refuseUnless } from './refuse-unless.ts';

/** Which associations cover a village. */
export type OwnersOf = (village: VillageId) => readonly AssociationId[];

const BORDER_WITHIN_M = 2_000;
const VILLAGE_WITHIN_M = 2_000;

/** Where a day begins and ends outside all areas. */
const NOWHERE = 'UTC';
const OUTSIDE = new CommonAnswer({
  status: 'outside',
  associations: [],
  area: null,
  plan: null,
  version: null,
});

/** The area and the plan that a place is looked up in, and the instant that was asked about; null: now. */
interface AskedPlan {
  readonly area: KnownArea;
  readonly loaded: LoadedPlan;
  readonly at: Date | null;
}

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
  atPoint(position: Position, question: LookupQuestion): Promise<PlaceAnswer>;
  /** The same, now and for everybody; null where something has to be read for it first. */
  atPointNow(position: Position, now: Date): PlaceAnswer | null;
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

  /**
   * In the first area that contains the position; areas that share a border do not share a point of it. A promise: a plan has
   * to be read first.
   */
  function placeIn(
    areas: KnownAreas,
    position: Position,
    question: LookupQuestion,
  ): PlaceAnswer | Promise<LoadedPlan> {
    for (const area of areas.values()) {
      if (!boxHolds(area, position)) continue;
      const asked = planIn(area, question);
      if (asked instanceof Promise) return asked;
      const common = commonAt(asked, position, question.now);
      if (common.members.status === 'outside') continue;
      refuseUnreadable(asked, question);
      return {
        common,
        at: answerTime(asked.at, question.now, asked.loaded.plan),
        village: area.villages.nearest(position, VILLAGE_WITHIN_M),
        near: nearTo(asked.loaded, position, common),
      };
    }
    const at = answerTime(instantIn(NOWHERE, question.at), question.now, null);
    return { common: OUTSIDE, at, village: null, near: null };
  }

  function planIn(area: KnownArea, { at: asOf, now }: LookupQuestion): AskedPlan | Promise<LoadedPlan> {
    const at = instantIn(area.stamp.timeZone, asOf);
    const loaded = plans.load(area, planAt(area, at ?? now));
    return loaded instanceof Promise ? loaded : { area, loaded, at };
  }

  return {
    atPointNow(given, now) {
      const areas = directory.current();
      if (areas instanceof Promise) return null;
      const found = placeIn(areas, snapPosition(given), { at: null, now, person: null });
      return found instanceof Promise ? null : found;
    },

    async atPoint(given, question) {
      const position = snapPosition(given);
      const areas = await directory.current();
      let found = placeIn(areas, position, question);
      // Of each area around the position a plan may have to be read.
      while (found instanceof Promise) {
        await found;
        found = placeIn(areas, position, question);
      }
      return found;
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
      const at = instantIn(area.stamp.timeZone, question.at);
      const asked = { area, at, loaded: await plans.load(area, planAt(area, at ?? question.now)) };
      refuseUnreadable(asked, question);
      return answerOf(villageIn(asked, village, question.now));
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

function commonAt({ area, loaded, at }: AskedPlan, position: Position, now: Date): CommonAnswer {
  return loaded.answers.at(position, { names: area.names, zones: loaded.zonesAt(at ?? now) });
}

function villageIn(asked: AskedPlan, village: NamedPlace, now: Date): PlaceAnswer {
  const { loaded } = asked;
  const at = answerTime(asked.at, now, loaded.plan);
  const { location } = village;
  if (location === null) {
    const common = new CommonAnswer({ status: 'unlocated', associations: [], ...loaded.said });
    return { common, at, village, near: null };
  }
  const common = commonAt(asked, location, now);
  return { common, at, village, near: nearTo(loaded, location, common) };
}

/** Who is near where nobody covers a place, or where another's border is close. */
function nearTo(
  { borders }: LoadedPlan,
  position: Position,
  { members: { status }, covering }: CommonAnswer,
): PlaceAnswer['near'] {
  switch (status) {
    case 'gap': {
      const nearest = borders.nearest(position);
      if (nearest === null) return null;
      const { association, distanceM } = nearest;
      return { nearest: { association, distanceKm: rounded(distanceM / 1000, 2) } };
    }
    case 'covered':
    case 'overlap': {
      const border = borders.within(position, { covering, limitM: BORDER_WITHIN_M });
      if (border === null) return null;
      return { border: { distanceM: rounded(border.distanceM, 0), association: border.association } };
    }
    case 'outside':
    case 'unlocated':
      return null;
  }
}

/**
 * The instant the answer speaks of, in milliseconds. An answer about now names the minute, so that equal answers are equal
 * bytes for caches; never an instant before the plan came into force.
 */
function answerTime(at: Date | null, now: Date, plan: EnactedPlan | null): number {
  if (at !== null) return at.getTime();
  const minute = Math.floor(now.getTime() / 60_000) * 60_000;
  return Math.max(minute, plan?.from.getTime() ?? minute);
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

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

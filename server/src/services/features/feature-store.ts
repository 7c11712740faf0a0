import { type AreaId, dayAt, type PlanId } from '@nitaq/core';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../database/open-database.ts';
import { findArea } from '../../repositories/area-repository.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import type { EnactedPlan } from '../../repositories/plan-repository.ts';
import { listTerritories } from '../../repositories/territory-repository.ts';
import { listVillages } from '../../repositories/village-repository.ts';
import type { AreaDirectory, KnownAreas } from '../lookup/area-directory.ts';
import { type KnownArea, planAt } from '../lookup/known-area.ts';
import type { CoverageReporter } from '../report-coverage.ts';
import type { CollectionKind } from './collection-kinds.ts';
import type { Collection } from './collections.ts';
import type { MapFeature } from './feature.ts';
import { createListJoiner, FeatureList } from './feature-list.ts';
import {
  areaFeature,
  faceFeature,
  seatFeature,
  type ToldPlan,
  territoryFeature,
  villageFeature,
} from './make-features.ts';
import { type FeaturesQuestion, type PlanAsked, plansAsked } from './plans-asked.ts';
import { isPresent, presentOf } from './present.ts';

/** Lists of features of one area and one plan, of one kind each. */
const LISTS_IN_MEMORY = 500;
/** Of several areas or plans together, as of days that are asked about. */
const JOINED_FEATURES = 50_000;
const ALL = Number.MAX_SAFE_INTEGER;
const NOTHING = new FeatureList([]);

interface KeptList {
  /** The state of the area that it was made of. */
  readonly state: string;
  readonly features: Promise<FeatureList>;
}

export interface FeatureStore {
  /** What everybody may see of a kind now, at once unless it has to be read. Errors: the database's own. */
  present(kind: CollectionKind, now: Date): FeatureList | Promise<FeatureList>;
  /** All features of a collection at the time asked about; the same list as long as they are the same. */
  list(collection: Pick<Collection, 'kind' | 'of'>, question: FeaturesQuestion): Promise<FeatureList>;
  /** One feature of a collection whenever it was there; null: there is none, or not for this person. */
  find(collection: Collection, id: string, question: FeaturesQuestion): Promise<MapFeature | null>;
}

/** What features are made of. */
export interface FeatureSources {
  readonly db: Database;
  readonly directory: AreaDirectory;
  readonly report: CoverageReporter;
}

/**
 * The features of the service as GIS programs read them. What was made of one state of an area is kept; which state that
 * is, is known in memory, so that what is there now is answered without the database.
 */
export function createFeatureStore({ db, directory, report }: FeatureSources): FeatureStore {
  const lists = new LRUCache<string, KeptList>({ max: LISTS_IN_MEMORY });
  const joinLists = createListJoiner(JOINED_FEATURES);
  let latest = presentOf(new Map(), new Date(0));

  /** What was made of another state of the area gives way. */
  function kept(
    key: readonly unknown[],
    state: readonly unknown[],
    make: () => Promise<readonly MapFeature[]>,
  ) {
    const [name, asOf] = [JSON.stringify(key), JSON.stringify(state)];
    const found = lists.get(name);
    if (found?.state === asOf) return found.features;
    const fresh = { state: asOf, features: make().then((features) => new FeatureList(features)) };
    lists.set(name, fresh);
    fresh.features.catch(() => {
      if (lists.get(name) === fresh) lists.delete(name);
    });
    return fresh.features;
  }

  function territories({ id: area, ground }: KnownArea, plan: ToldPlan): Promise<FeatureList> {
    return kept(['territories', area, plan], [ground], async () => {
      const associations = new Map((await listAssociations(db, area)).map((one) => [one.id, one]));
      const drawn = await listTerritories(db, { area, plan: plan.id });
      return drawn.map((one) => territoryFeature({ area, plan }, one, associations.get(one.id)));
    });
  }

  function faces(kind: 'gaps' | 'overlaps', area: KnownArea, { plan, at }: PlanAsked): Promise<FeatureList> {
    const day = dayAt(at.getTime(), area.stamp.timeZone);
    return kept([kind, area.id, plan], [area.ground, day], async () => {
      const assessed = await report(area.id, plan, at);
      return assessed[kind].features.map((face) => faceFeature({ area: area.id, plan }, face));
    });
  }

  function villages(area: KnownArea, now: Date): Promise<FeatureList> {
    const plan = planAt(area, now);
    const day = dayAt(now.getTime(), area.stamp.timeZone);
    return kept(['villages', area.id], [area.ground, plan, day], async () => {
      const assessed = plan === null ? [] : (await report(area.id, plan, now)).villages;
      const coverage = new Map(assessed.map((one) => [one.id, one]));
      const all = await listVillages(db, area.id, { limit: ALL });
      return all.map((one) => villageFeature(area.id, one, coverage.get(one.id)));
    });
  }

  async function ofArea(
    kind: CollectionKind,
    area: KnownArea,
    question: FeaturesQuestion,
  ): Promise<FeatureList> {
    switch (kind) {
      case 'areas':
        return kept(['areas', area.id], [area.stamp.version], async () => {
          const found = await findArea(db, area.id);
          return found === null ? [] : [areaFeature(found)];
        });
      case 'villages':
        return villages(area, question.now);
      case 'seats':
        return kept(['seats', area.id], [area.ground], async () =>
          (await listAssociations(db, area.id)).map((one) => seatFeature(area.id, one)),
        );
      case 'territories':
      case 'gaps':
      case 'overlaps': {
        const ofPlans = plansAsked(area, question).map((one) =>
          kind === 'territories' ? territories(area, one.plan) : faces(kind, area, one),
        );
        return joinLists(await Promise.all(ofPlans));
      }
    }
  }

  async function ofAll(areas: KnownAreas, kind: CollectionKind, question: FeaturesQuestion) {
    return joinLists(await Promise.all([...areas.values()].map((area) => ofArea(kind, area, question))));
  }

  async function list(
    { kind, of }: Pick<Collection, 'kind' | 'of'>,
    question: FeaturesQuestion,
  ): Promise<FeatureList> {
    const areas = await directory.current();
    if (of === null) {
      return question.asked === null ? presentIn(areas, kind, question.now) : ofAll(areas, kind, question);
    }
    const area = areas.get(of.area);
    return area === undefined ? NOTHING : territories(area, of.plan);
  }

  function presentIn(areas: KnownAreas, kind: CollectionKind, now: Date) {
    if (!isPresent(latest, areas, now)) latest = presentOf(areas, now);
    const { lists: ofKinds } = latest;
    const known = ofKinds.get(kind);
    if (known !== undefined) return known;
    const fresh = ofAll(areas, kind, { asked: null, person: null, now });
    ofKinds.set(kind, fresh);
    fresh.then(
      (features) => ofKinds.set(kind, features),
      () => ofKinds.delete(kind),
    );
    return fresh;
  }

  /** The plan that an id names, if it was ever in force or will be. */
  async function planNamed(id: string): Promise<EnactedPlan | null> {
    const [area, plan] = id.split('.') as [AreaId?, PlanId?];
    const known = area === undefined ? undefined : (await directory.current()).get(area);
    return known?.plans.find((one) => one.id === plan) ?? null;
  }

  return {
    list,
    present(kind, now) {
      const areas = directory.current();
      return areas instanceof Promise
        ? areas.then((known) => presentIn(known, kind, now))
        : presentIn(areas, kind, now);
    },
    async find(collection, id, question) {
      const { kind, of } = collection;
      const isTemporal = of === null && (kind === 'territories' || kind === 'gaps' || kind === 'overlaps');
      const named = isTemporal ? await planNamed(id) : null;
      if (isTemporal && named === null) return null;
      const asked = named === null ? null : whileInForce(named, question.now);
      const features = await list(collection, { ...question, asked });
      return features.all.find((feature) => feature.id === id) ?? null;
    },
  };
}

/** An instant at which a plan was in force: the last, or now, or its first. */
function whileInForce({ from, to }: EnactedPlan, now: Date) {
  const end = to === null ? Infinity : to.getTime() - 1;
  const at = Math.max(from.getTime(), Math.min(end, now.getTime()));
  const instant = new Date(at).toISOString();
  return { as: 'span', from: instant, to: instant } as const;
}

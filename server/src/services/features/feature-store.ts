import { type AreaId, dayAt, type PlanId } from '@nitaq/core';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../database/open-database.ts';
import { findArea, type GroundState, listGroundStates } from '../../repositories/area-repository.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { findPlan } from '../../repositories/plan-repository.ts';
import { listTerritories } from '../../repositories/territory-repository.ts';
import { listVillages } from '../../repositories/village-repository.ts';
import type { CoverageReporter } from '../report-coverage.ts';
import type { CollectionKind } from './collection-kinds.ts';
import type { Collection } from './collections.ts';
import type { MapFeature } from './feature.ts';
import {
  type AreaPlan,
  areaFeature,
  faceFeature,
  seatFeature,
  territoryFeature,
  villageFeature,
} from './make-features.ts';
import { type FeaturesQuestion, type PlanAsked, plansAsked } from './plans-asked.ts';

/** Lists of features of one area and one plan; of one kind each. */
const LISTS_IN_MEMORY = 500;
const ALL = Number.MAX_SAFE_INTEGER;

interface KeptList {
  /** The state of the area that it was made of. */
  readonly state: string;
  readonly features: Promise<readonly MapFeature[]>;
}

export interface FeatureStore {
  /** All features of a collection at the time asked about, always in the same order. */
  list(collection: Collection, question: FeaturesQuestion): Promise<readonly MapFeature[]>;
  /** One feature of a collection whenever it was there; null: there is none, or not for this person. */
  find(collection: Collection, id: string, question: FeaturesQuestion): Promise<MapFeature | null>;
}

/**
 * The features of the service as GIS programs read them. What was made of one state of an area is kept; which state that
 * is, is asked of the database each time, so that every process answers alike.
 */
export function createFeatureStore(db: Database, report: CoverageReporter): FeatureStore {
  const lists = new LRUCache<string, KeptList>({ max: LISTS_IN_MEMORY });

  /** What was made of another state of the area gives way. */
  function kept(
    key: readonly unknown[],
    state: readonly unknown[],
    make: () => Promise<readonly MapFeature[]>,
  ) {
    const [name, asOf] = [JSON.stringify(key), JSON.stringify(state)];
    const found = lists.get(name);
    if (found?.state === asOf) return found.features;
    const fresh = { state: asOf, features: make() };
    lists.set(name, fresh);
    fresh.features.catch(() => {
      if (lists.get(name) === fresh) lists.delete(name);
    });
    return fresh.features;
  }

  async function territories(
    area: GroundState,
    { plan }: Pick<PlanAsked, 'plan'>,
  ): Promise<readonly MapFeature[]> {
    return kept(['territories', area.id, plan], [area], async () => {
      const associations = new Map((await listAssociations(db, area.id)).map((one) => [one.id, one]));
      const drawn = await listTerritories(db, { area: area.id, plan: plan.id });
      return drawn.map((one) => territoryFeature({ area: area.id, plan }, one, associations.get(one.id)));
    });
  }

  async function faces(kind: 'gaps' | 'overlaps', area: GroundState, { plan, at }: PlanAsked) {
    const day = dayAt(at.getTime(), area.timeZone);
    return kept([kind, area.id, plan], [area, day], async () => {
      const assessed = await report(area.id, plan, at);
      return assessed[kind].features.map((face) => faceFeature({ area: area.id, plan }, face));
    });
  }

  async function villages(area: GroundState, now: Date): Promise<readonly MapFeature[]> {
    const [inForce] = await plansAsked(db, area, { asked: null, person: null, now });
    const day = dayAt(now.getTime(), area.timeZone);
    return kept(['villages', area.id], [area, inForce?.plan ?? null, day], async () => {
      const assessed = inForce === undefined ? [] : (await report(area.id, inForce.plan, now)).villages;
      const coverage = new Map(assessed.map((one) => [one.id, one]));
      const all = await listVillages(db, area.id, { limit: ALL });
      return all.map((one) => villageFeature(area.id, one, coverage.get(one.id)));
    });
  }

  async function ofArea(kind: CollectionKind, area: GroundState, question: FeaturesQuestion) {
    switch (kind) {
      case 'areas':
        return kept(['areas', area.id], [area.version], async () => {
          const found = await findArea(db, area.id);
          return found === null ? [] : [areaFeature(found)];
        });
      case 'villages':
        return villages(area, question.now);
      case 'seats':
        return kept(['seats', area.id], [area], async () =>
          (await listAssociations(db, area.id)).map((one) => seatFeature(area.id, one)),
        );
      case 'territories':
      case 'gaps':
      case 'overlaps': {
        const plans = await plansAsked(db, area, question);
        const ofPlans = plans.map((one) =>
          kind === 'territories' ? territories(area, one) : faces(kind, area, one),
        );
        return (await Promise.all(ofPlans)).flat();
      }
    }
  }

  async function list(collection: Collection, question: FeaturesQuestion): Promise<readonly MapFeature[]> {
    const areas = await listGroundStates(db);
    const { of } = collection;
    if (of !== null) {
      const area = areas.find(({ id }) => id === of.area);
      return area === undefined ? [] : territories(area, of);
    }
    return (await Promise.all(areas.map((area) => ofArea(collection.kind, area, question)))).flat();
  }

  /** The plan that an id names, if it was ever in force and may be read by everybody or this person. */
  async function planNamed(id: string, question: FeaturesQuestion): Promise<AreaPlan | null> {
    const [area, plan] = id.split('.') as [AreaId?, PlanId?];
    if (area === undefined || plan === undefined) return null;
    const found = await findPlan(db, area, plan, question.now);
    return found === null || !('inForceFrom' in found) ? null : { area, plan: found };
  }

  return {
    list,
    async find(collection, id, question) {
      const { kind, of } = collection;
      const isTemporal = of === null && (kind === 'territories' || kind === 'gaps' || kind === 'overlaps');
      const named = isTemporal ? await planNamed(id, question) : null;
      if (isTemporal && named === null) return null;
      const asked =
        named !== null && 'inForceFrom' in named.plan ? whileInForce(named.plan, question.now) : null;
      const features = await list(collection, { ...question, asked });
      return features.find((feature) => feature.id === id) ?? null;
    },
  };
}

/** An instant at which a plan was in force: the last, or now, or its first. */
function whileInForce(plan: { readonly inForceFrom: string; readonly inForceTo?: string | null }, now: Date) {
  const end = plan.inForceTo ? Date.parse(plan.inForceTo) - 1 : Infinity;
  const at = Math.max(Date.parse(plan.inForceFrom), Math.min(end, now.getTime()));
  const instant = new Date(at).toISOString();
  return { as: 'span', from: instant, to: instant } as const;
}

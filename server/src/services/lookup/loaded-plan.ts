import {
  type AreaId,
  type BorderIndex,
  dayAt,
  indexBorders,
  type LiveZone,
  liveZones,
  locateIn,
  type PlanZone,
  type TerritoryLocator,
} from '@nitaq/core';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../database/open-database.ts';
import { loadBoundary } from '../../repositories/area-repository.ts';
import type { EnactedPlan } from '../../repositories/plan-repository.ts';
import { listZones } from '../../repositories/shared-zone-repository.ts';
import { drawnTerritories, listTerritories } from '../../repositories/territory-repository.ts';
import { CommonAnswers, type SaidOfPlan } from './common-answers.ts';
import type { KnownArea } from './known-area.ts';

/** The territories that were in force together in an area, ready for many positions. */
export interface LoadedPlan {
  readonly area: AreaId;
  readonly plan: EnactedPlan | null;
  /** What every answer says of it. */
  readonly said: SaidOfPlan;
  readonly locator: TerritoryLocator;
  readonly answers: CommonAnswers;
  readonly borders: BorderIndex;
  /** The shared zones that hold at an instant. */
  readonly zonesAt: (at: Date) => readonly LiveZone[];
}

export interface PlanLoader {
  /** What was in force never changes, so a loaded plan is kept; null is a time without a plan. */
  load(area: KnownArea, plan: EnactedPlan | null): LoadedPlan | Promise<LoadedPlan>;
}

const PLANS_IN_MEMORY = 200;
const NO_ZONES: readonly LiveZone[] = [];

export function createPlanLoader(db: Database): PlanLoader {
  const loaded = new LRUCache<string, LoadedPlan>({ max: PLANS_IN_MEMORY });
  const loading = new Map<string, Promise<LoadedPlan>>();
  /** What was loaded last of a state of an area: found without making a key. */
  const latest = new WeakMap<KnownArea, { readonly of: EnactedPlan | null; readonly plan: LoadedPlan }>();

  async function read({ id: area, stamp }: KnownArea, plan: EnactedPlan | null): Promise<LoadedPlan> {
    const territories =
      plan === null ? [] : drawnTerritories(await listTerritories(db, { area, plan: plan.id }));
    const zones = plan === null ? [] : await listZones(db, { area, plan: plan.id });
    const said = saidOf(area, plan);
    const locator = locateIn(await loadBoundary(db, area), territories);
    return {
      area,
      plan,
      said,
      locator,
      answers: new CommonAnswers(said, locator),
      borders: indexBorders(territories),
      zonesAt: zonesOf(zones, stamp.timeZone),
    };
  }

  return {
    load(area, plan) {
      const last = latest.get(area);
      if (last?.of === plan) return last.plan;
      const key = `${area.id} ${area.stamp.version} ${plan?.id} ${plan?.version}`;
      const known = loaded.get(key);
      if (known !== undefined) {
        latest.set(area, { of: plan, plan: known });
        return known;
      }
      const begun = loading.get(key);
      if (begun !== undefined) return begun;
      const reading = read(area, plan)
        .then((fresh) => {
          loaded.set(key, fresh);
          return fresh;
        })
        .finally(() => loading.delete(key));
      loading.set(key, reading);
      return reading;
    },
  };
}

function saidOf(area: AreaId, plan: EnactedPlan | null): SaidOfPlan {
  if (plan === null) return { area, plan: null, version: null };
  const { id, version, number, title, proposal, from } = plan;
  const since = from.toISOString();
  return { area, plan: id, version, since, decision: { plan: id, number, title, proposal } };
}

/** The zones that hold, worked out once for each day. */
function zonesOf(zones: readonly PlanZone[], timeZone: string): LoadedPlan['zonesAt'] {
  if (zones.length === 0) return () => NO_ZONES;
  const byDay = new LRUCache<string, readonly LiveZone[]>({ max: 10 });
  return (at) => {
    const asOf = dayAt(at.getTime(), timeZone);
    const known = byDay.get(asOf);
    if (known !== undefined) return known;
    const live = liveZones({ zones, asOf });
    byDay.set(asOf, live);
    return live;
  };
}

import {
  type AreaId,
  authorize,
  DomainError,
  type Person,
  type Plan,
  type PlanId,
  readingOf,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listGroundStates } from '../../repositories/area-repository.ts';
import { findPlan, listPlans } from '../../repositories/plan-repository.ts';
import { refuseUnless } from '../refuse-unless.ts';
import { type CollectionKind, KINDS } from './collection-kinds.ts';
import type { AreaPlan } from './make-features.ts';

/** A collection of features: of all areas, or the territories of one plan. */
export interface Collection {
  readonly id: string;
  readonly kind: CollectionKind;
  /** Null: what is in force, and what belongs to no plan. */
  readonly of: AreaPlan | null;
}

/** Who asks, and when. */
interface Asking {
  readonly person: Person | null;
  readonly now: Date;
}

const OF_PLAN = /^territories\.([a-z0-9-]{1,64})\.([a-z0-9-]{1,64})$/;

/** The collections that somebody may see. */
export async function listCollections(db: Database, { person, now }: Asking): Promise<Collection[]> {
  const general = KINDS.map((kind): Collection => ({ id: kind, kind, of: null }));
  const ofPlans: Collection[] = [];
  for (const { id: area } of await listGroundStates(db)) {
    for (const plan of await listPlans(db, area, now)) {
      if (mayRead(person, area, plan)) ofPlans.push(ofPlan(area, plan));
    }
  }
  return [...general, ...ofPlans];
}

/** A collection by id. Errors: `feature-collection-not-found`; `sign-in-needed`, `not-allowed` of a plan that is not for everybody. */
export async function requireCollection(
  db: Database,
  id: string,
  { person, now }: Asking,
): Promise<Collection> {
  const kind = KINDS.find((one) => one === id);
  if (kind !== undefined) return { id, kind, of: null };
  const [, area, plan] = (OF_PLAN.exec(id) ?? []) as [string?, AreaId?, PlanId?];
  if (area !== undefined && plan !== undefined) {
    const found = await findPlan(db, area, plan, now);
    if (found !== null && mayRead(person, area, found)) return ofPlan(area, found);
    // Whether there is such a plan is for those to know who may read it.
    if ((await listGroundStates(db)).some((one) => one.id === area))
      refuseUnless(authorize(person, 'plan.read', { area }));
  }
  throw new DomainError('feature-collection-not-found', { collection: id });
}

function ofPlan(area: AreaId, plan: Plan): Collection {
  return { id: `territories.${area}.${plan.id}`, kind: 'territories', of: { area, plan } };
}

function mayRead(person: Person | null, area: AreaId, { state }: Plan): boolean {
  return authorize(person, readingOf(state), { area }) === 'allowed';
}

import { type AreaId, areaKm2, type PlanId } from '@nitaq/core';
import type { AreaFolder } from '../area-folder/read-area-folder.ts';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { upsertArea } from '../repositories/area-repository.ts';
import { upsertAssociation } from '../repositories/association-repository.ts';
import { addDraft, findPlan, lockPlans, putIntoForce } from '../repositories/plan-repository.ts';
import {
  addMissingTerritories,
  addTerritories,
  fillTerritory,
} from '../repositories/territory-repository.ts';
import type { UpsertResult } from '../repositories/upsert-result.ts';
import { upsertVillage } from '../repositories/village-repository.ts';

type Tally = Record<UpsertResult, number>;

/** What an import did, by kind of record. */
export interface ImportSummary {
  readonly area: AreaId;
  readonly areas: Tally;
  readonly associations: Tally;
  readonly villages: Tally;
  readonly plans: Tally;
}

/**
 * Stores an area that was read and checked, all of it or nothing. Running it again brings in what the folder changed;
 * plans that exist stay as they are, and so does what was pinned by hand. Drafts get an empty territory for each new
 * association. Errors: the driver's own, with constraint `plan_one_in_force` where another plan is in force.
 */
export async function importArea(database: Database, folder: AreaFolder): Promise<ImportSummary> {
  const { area } = folder;
  return inTransaction(database, async (db) => {
    const areas = await upsertArea(db, { ...area, areaKm2: areaKm2(area.boundary) });
    await lockPlans(db, area.id);
    const associations: UpsertResult[] = [];
    for (const one of folder.associations) associations.push(await upsertAssociation(db, area.id, one));
    await addMissingTerritories(db, area.id);
    const villages: UpsertResult[] = [];
    for (const one of folder.villages) villages.push(await upsertVillage(db, area.id, one));
    const plans: UpsertResult[] = [];
    for (const one of byBase(folder.plans)) plans.push(await addPlan(db, area.id, one));
    return {
      area: area.id,
      areas: tally([areas]),
      associations: tally(associations),
      villages: tally(villages),
      plans: tally(plans),
    };
  });
}

type ImportedPlan = AreaFolder['plans'][number];

async function addPlan(db: Database, area: AreaId, plan: ImportedPlan): Promise<UpsertResult> {
  if ((await findPlan(db, area, plan.id)) !== null) return 'unchanged';
  await addDraft(db, {
    area,
    id: plan.id,
    title: plan.title,
    base: plan.base,
    example: plan.example,
    idempotency: null,
  });
  await addTerritories(db, { area, plan: plan.id }, null);
  for (const { association, geometry } of plan.territories) {
    await fillTerritory(db, { area, plan: plan.id, association }, geometry);
  }
  if (plan.state === 'in-force') await putIntoForce(db, area, plan.id, plan.inForceFrom);
  return 'added';
}

/** Plans in an order in which every base comes before what was made from it; the reader refuses circles. */
function byBase(plans: readonly ImportedPlan[]): ImportedPlan[] {
  const placed = new Set<PlanId>();
  const ordered: ImportedPlan[] = [];
  while (ordered.length < plans.length) {
    const next = plans.find(({ id, base }) => !placed.has(id) && (base === null || placed.has(base)));
    if (next === undefined) throw new Error('The plans of the folder are based on each other in a circle');
    placed.add(next.id);
    ordered.push(next);
  }
  return ordered;
}

function tally(results: readonly UpsertResult[]): Tally {
  const count: Tally = { added: 0, changed: 0, unchanged: 0 };
  for (const result of results) count[result]++;
  return count;
}

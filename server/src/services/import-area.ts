import { isDeepStrictEqual } from 'node:util';
import {
  type AreaId,
  type AssociationId,
  areaKm2,
  canonicalContent,
  type Plan,
  type PlanId,
  type VillageId,
} from '@nitaq/core';
import type { AreaFolder } from '../area-folder/read-area-folder.ts';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { addedAliases } from '../repositories/added-village-repository.ts';
import { lockThing } from '../repositories/advisory-lock.ts';
import { upsertArea } from '../repositories/area-repository.ts';
import { listAssociations, upsertAssociation } from '../repositories/association-repository.ts';
import { listDeletedPlans } from '../repositories/deleted-plan-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { addDraft, findPlan, lockPlans, putIntoForce } from '../repositories/plan-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import {
  addMissingTerritories,
  addTerritories,
  drawnTerritories,
  fillTerritory,
  listTerritories,
} from '../repositories/territory-repository.ts';
import type { UpsertResult } from '../repositories/upsert-result.ts';
import { listVillageLocations, upsertVillage } from '../repositories/village-repository.ts';
import { sha256 } from '../sha256.ts';

type Tally = Record<UpsertResult, number>;

/** What an import did, by kind of record. */
export interface ImportSummary {
  readonly area: AreaId;
  readonly areas: Tally;
  readonly associations: Tally;
  readonly villages: Tally;
  readonly plans: Tally;
  readonly leftAlone: LeftAlone;
}

/** Where the folder and the database differ after an import, because an import changes no plan and deletes nothing. */
export interface LeftAlone {
  /** Plans that existed and are not as in the folder. */
  readonly plans: readonly PlanId[];
  /** Associations and villages that are not in the folder. */
  readonly associations: readonly AssociationId[];
  readonly villages: readonly VillageId[];
}

/**
 * Stores an area that was read and checked, all of it or nothing. Running it again brings in what is new, and what the
 * folder changed of the area, its associations and its villages. Plans that exist stay as they are, so does what was
 * pinned or named by hand; nothing is deleted, and a plan that was deleted stays so; the summary names what it left. Drafts get an empty territory for each new
 * association. Errors: the driver's own, with constraint `plan_one_in_force` where another plan is in force.
 */
export async function importArea(database: Database, folder: AreaFolder): Promise<ImportSummary> {
  const { area } = folder;
  return inTransaction(database, async (db) => {
    const areas = await upsertArea(db, { ...area, areaKm2: areaKm2(area.boundary) });
    await lockPlans(db, area.id);
    await lockThing(db, `villages ${area.id}`);
    const associations: UpsertResult[] = [];
    for (const one of folder.associations) associations.push(await upsertAssociation(db, area.id, one));
    await addMissingTerritories(db, area.id);
    const villages: UpsertResult[] = [];
    const added = await addedAliases(db, area.id);
    for (const one of folder.villages) {
      const aliases = [...new Set([...one.aliases, ...(added.get(one.id) ?? [])])];
      villages.push(await upsertVillage(db, area.id, { ...one, aliases }));
    }
    const ordered = withoutDeleted(byBase(folder.plans), await listDeletedPlans(db, area.id));
    const plans: UpsertResult[] = [];
    for (const one of ordered) plans.push(await addPlan(db, area.id, one));
    const leftAlone = await findLeftAlone(db, folder, ordered);
    const results = [areas, ...associations, ...villages, ...plans];
    if (results.some((result) => result !== 'unchanged')) {
      for (const [i, plan] of ordered.entries())
        if (plans[i] === 'added') await recordPlan(db, area.id, plan);
      await appendToRecord(db, {
        area: area.id,
        actor: null,
        act: 'area-imported',
        subject: { kind: 'area', id: area.id },
        data: { associations: tally(associations), villages: tally(villages), plans: tally(plans) },
      });
    }
    // Too much at once to tell one by one; of a new area nobody has anything yet.
    if (areas !== 'added' && results.some((result) => result !== 'unchanged')) {
      await appendEvent(db, { kind: 'reset', data: { area: area.id } });
    }
    return {
      area: area.id,
      areas: tally([areas]),
      associations: tally(associations),
      villages: tally(villages),
      plans: tally(plans),
      leftAlone,
    };
  });
}

async function findLeftAlone(
  db: Database,
  folder: AreaFolder,
  standing: readonly ImportedPlan[],
): Promise<LeftAlone> {
  const area = folder.area.id;
  const plans: PlanId[] = [];
  for (const plan of folder.plans) {
    const wanted = standing.find(({ id }) => id === plan.id);
    if (wanted === undefined || (await differs(db, area, wanted))) plans.push(plan.id);
  }
  return {
    plans,
    associations: missingIn(folder.associations, await listAssociations(db, area)),
    villages: missingIn(folder.villages, await listVillageLocations(db, area)),
  };
}

/** The ids of what is stored and not in the folder. */
function missingIn<Id>(imported: readonly { id: Id }[], stored: readonly { id: Id }[]): Id[] {
  const ids = new Set(imported.map(({ id }) => id));
  return stored.map(({ id }) => id).filter((id) => !ids.has(id));
}

type ImportedPlan = AreaFolder['plans'][number];

/** True where the stored plan is not what the folder says, whether the folder changed or the plan did. */
async function differs(db: Database, area: AreaId, imported: ImportedPlan): Promise<boolean> {
  // As it stood when it came into force: that another has taken its place since is no change of it.
  const at = new Date(imported.inForceFrom ?? 0);
  const stored = await findPlan(db, area, imported.id, at);
  if (stored === null) return true;
  const drawn = drawnTerritories(await listTerritories(db, { area, plan: imported.id }));
  return !isDeepStrictEqual(contentOf({ ...stored, territories: drawn }), contentOf(imported));
}

function contentOf(plan: (Plan & Pick<ImportedPlan, 'territories'>) | ImportedPlan) {
  const { title, example, base, state, territories } = plan;
  const inForceFrom = 'inForceFrom' in plan ? plan.inForceFrom : null;
  const geometries = new Map(territories.map(({ association, geometry }) => [association, geometry]));
  return { title, example, base, state, inForceFrom, geometries };
}

/** What is made from a deleted plan counts as made from its base. */
function withoutDeleted(plans: readonly ImportedPlan[], deleted: ReadonlySet<PlanId>): ImportedPlan[] {
  const bases = new Map(plans.map(({ id, base }) => [id, base]));
  const standing = (base: PlanId | null): PlanId | null =>
    base !== null && deleted.has(base) ? standing(bases.get(base) ?? null) : base;
  return plans.filter(({ id }) => !deleted.has(id)).map((plan) => ({ ...plan, base: standing(plan.base) }));
}

async function addPlan(db: Database, area: AreaId, plan: ImportedPlan): Promise<UpsertResult> {
  if ((await findPlan(db, area, plan.id, new Date(0))) !== null) return 'unchanged';
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

/** Records a new plan, with the hash of what is in it. */
async function recordPlan(db: Database, area: AreaId, plan: ImportedPlan): Promise<void> {
  const { id, title, state, territories } = plan;
  await appendToRecord(db, {
    area,
    actor: null,
    act: 'plan-imported',
    subject: { kind: 'plan', id },
    data: {
      title,
      state,
      contentHash: sha256(canonicalContent({ area, territories, zones: [], reasons: [] })),
    },
  });
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

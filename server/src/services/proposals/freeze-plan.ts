import { randomUUID } from 'node:crypto';
import type { AreaId, LocalizedText, PlanId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { addDraft, setPlanState } from '../../repositories/plan-repository.ts';
import { addCopies, copyReasons } from '../../repositories/reason-repository.ts';
import { addZone, copyZones } from '../../repositories/shared-zone-repository.ts';
import { addTerritories, fillTerritory } from '../../repositories/territory-repository.ts';
import type { PlanContent } from './plan-content.ts';

/** What a plan that is made of a draft or a content is to be. The caller holds `lockPlans`. */
export interface PlanToFreeze {
  readonly area: AreaId;
  readonly title: LocalizedText;
  readonly base: PlanId | null;
  readonly example: boolean;
  /** The draft whose content it has from now on, whatever becomes of the draft; or the content itself. */
  readonly from: PlanId | PlanContent;
}

/** Makes a plan that never changes. */
export async function freezePlan(db: Database, fields: PlanToFreeze): Promise<PlanId> {
  const plan = await draftOf(db, fields);
  await setPlanState(db, fields.area, plan, 'proposed');
  return plan;
}

/** Makes a draft of a content. The caller holds `lockPlans`. */
export async function draftOf(db: Database, { from, ...fields }: PlanToFreeze): Promise<PlanId> {
  const { area } = fields;
  const plan = randomUUID() as PlanId;
  await addDraft(db, { ...fields, id: plan, idempotency: null });
  if (typeof from === 'string') {
    await addTerritories(db, { area, plan }, from);
    await copyReasons(db, { area, plan }, from);
    await copyZones(db, { area, plan }, from);
  } else {
    await addTerritories(db, { area, plan }, null);
    await fill(db, plan, from);
  }
  return plan;
}

async function fill(
  db: Database,
  plan: PlanId,
  { area, territories, zones, reasons }: PlanContent,
): Promise<void> {
  for (const { association, geometry } of territories) {
    if (geometry !== null) await fillTerritory(db, { area, plan, association }, geometry);
  }
  for (const zone of withFreeIds(zones)) await addZone(db, { area, plan, id: zone.id }, zone);
  const copies = withFreeIds(reasons).map(({ id, line, associations, text }) => ({
    id,
    input: { line, associations, text },
  }));
  await addCopies(db, { area, plan }, copies);
}

/** Two may have been one before both sides rewrote it: then the second gets an id of its own. */
function withFreeIds<Id extends string, T extends { readonly id: Id }>(items: readonly T[]): T[] {
  const taken = new Set<Id>();
  return items.map((item) => {
    const id = taken.has(item.id) ? (randomUUID() as Id) : item.id;
    taken.add(id);
    return { ...item, id };
  });
}

import {
  type AreaId,
  type AssociationId,
  checkAgainstArea,
  checkTerritory,
  DomainError,
  type GeometryFault,
  type PlanId,
  type TerritoryFeature,
  type TerritoryInput,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { loadBoundary } from '../repositories/area-repository.ts';
import { listAssociations } from '../repositories/association-repository.ts';
import { countContentChange, lockPlan } from '../repositories/plan-repository.ts';
import { findTerritory, replaceTerritory } from '../repositories/territory-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { etagOf } from './etag.ts';
import { GeometryRefusal } from './geometry-refusal.ts';
import { MemberRefusal } from './member-refusal.ts';

export interface TerritoryChange {
  readonly area: AreaId;
  readonly plan: PlanId;
  readonly association: AssociationId;
  readonly input: TerritoryInput;
  /** The version the change was made on. */
  readonly version: VersionMatch;
}

/**
 * Replaces the territory of one association in a draft of an area that exists.
 * Errors: `GeometryRefusal`, `territory-of-another`, `plan-not-found`, `plan-not-a-draft`, `association-not-found`, `changed-since`.
 */
export async function saveTerritory(database: Database, change: TerritoryChange): Promise<TerritoryFeature> {
  const { area, plan, association, input, version } = change;
  const isFeature = input.type === 'Feature';
  if (isFeature) await refuseAnothersTerritory(database, change, input.id);
  const checked = checkTerritory(isFeature ? input.geometry : input);
  if (!checked.ok) throw new GeometryRefusal(checked.faults.map((fault) => below(isFeature, fault)));
  const misplaced = checkAgainstArea(checked.geometry, await loadBoundary(database, area));
  if (misplaced !== null) throw new GeometryRefusal([below(isFeature, misplaced)]);

  return inTransaction(database, async (db) => {
    const state = await lockPlan(db, area, plan);
    if (state === null) throw new DomainError('plan-not-found', { plan, area });
    if (state !== 'draft') throw new DomainError('plan-not-a-draft', { plan });
    const saved = await replaceTerritory(db, { area, plan, association, version }, checked.geometry);
    if (saved === null) {
      const present = await findTerritory(db, { area, plan }, association);
      if (present === null) throw new DomainError('association-not-found', { association, area });
      throw new DomainError('changed-since', { etag: etagOf(present.properties.version) });
    }
    await countContentChange(db, area, plan);
    return saved;
  });
}

/** Programs number their features as they like; only the id of another association shows that this was not meant. */
async function refuseAnothersTerritory(
  db: Database,
  { area, association }: TerritoryChange,
  given: string | number | undefined,
): Promise<void> {
  if (given === undefined || given === association) return;
  const associations = await listAssociations(db, area);
  if (!associations.some(({ id }) => id === given)) return;
  throw new MemberRefusal('/id', 'territory-of-another', { given, association });
}

function below(isFeature: boolean, fault: GeometryFault): GeometryFault {
  return isFeature ? { ...fault, pointer: `/geometry${fault.pointer}` } : fault;
}

import {
  type AreaId,
  type AssociationId,
  DomainError,
  type TerritoryFeature,
  type TerritoryInput,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { listAssociations } from '../repositories/association-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { etagOf } from './etag.ts';
import { MemberRefusal } from './member-refusal.ts';
import { replaceTerritories } from './replace-territories.ts';
import type { DraftKey } from './require-draft.ts';

export interface TerritoryChange extends DraftKey {
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
  const { area, association, input, version } = change;
  const isFeature = input.type === 'Feature';
  if (isFeature) await refuseAnothersTerritory(database, { area, association, given: input.id });
  const replacement = isFeature
    ? { geometry: input.geometry, pointer: '/geometry' }
    : { geometry: input, pointer: '' };
  const outcome = await replaceTerritories(database, change, [{ association, version, ...replacement }]);
  switch (outcome.kind) {
    case 'saved':
      return only(outcome.features);
    case 'unknown':
      throw new DomainError('association-not-found', { association, area });
    case 'changed':
      throw new DomainError('changed-since', { etag: etagOf(only(outcome.changed).version) });
  }
}

/** Programs number their features as they like; only the id of another association shows that this was not meant. */
async function refuseAnothersTerritory(
  db: Database,
  { area, association, given }: { area: AreaId; association: AssociationId; given: unknown },
): Promise<void> {
  if (typeof given !== 'string' || given === association) return;
  const associations = await listAssociations(db, area);
  if (!associations.some(({ id }) => id === given)) return;
  throw new MemberRefusal('/id', 'territory-of-another', { given, association });
}

/** What came of one replacement. */
function only<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('A replacement had no outcome');
  return one;
}

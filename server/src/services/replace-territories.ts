import {
  type AreaId,
  type AssociationId,
  canonicalTerritory,
  checkAgainstArea,
  checkTerritory,
  type GeometryFault,
  type MultiPolygon,
  type Polygonal,
  type TerritoryFeature,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { loadBoundary } from '../repositories/area-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { countContentChange } from '../repositories/plan-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import { replaceTerritory, territoriesChanged } from '../repositories/territory-repository.ts';
import type { VersionMatch } from '../repositories/version-match.ts';
import { sha256 } from '../sha256.ts';
import type { ChangedTerritory } from './changed-refusal.ts';
import { GeometryRefusal } from './geometry-refusal.ts';
import { type DraftKey, requireDraft } from './require-draft.ts';

export interface Replacement {
  readonly association: AssociationId;
  /** The version the change was made on. */
  readonly version: VersionMatch;
  /** Null empties the territory. */
  readonly geometry: Polygonal | null;
  /** Where the geometry stands in the request, as a JSON pointer. */
  readonly pointer: string;
}

export type ReplacementOutcome =
  | { readonly kind: 'saved'; readonly version: number; readonly features: TerritoryFeature[] }
  | { readonly kind: 'unknown'; readonly association: AssociationId }
  | { readonly kind: 'changed'; readonly changed: readonly ChangedTerritory[] };

/**
 * Replaces territories of a draft of an area that exists: all of them, as one change of the plan, or none.
 * Errors: `GeometryRefusal`, `plan-not-found`, `plan-not-a-draft`.
 */
export async function replaceTerritories(
  database: Database,
  { area, plan, client, actor }: DraftKey,
  replacements: readonly Replacement[],
): Promise<ReplacementOutcome> {
  const geometries = await checkGeometries(database, area, replacements);
  return inTransaction(database, async (db): Promise<ReplacementOutcome> => {
    await requireDraft(db, area, plan);
    const changed: ChangedTerritory[] = [];
    for (const { association, version } of await territoriesChanged(db, { area, plan }, replacements)) {
      if (version === null) return { kind: 'unknown', association };
      changed.push({ association, version });
    }
    if (changed.length > 0) return { kind: 'changed', changed };
    const features: TerritoryFeature[] = [];
    for (const [i, { association }] of replacements.entries()) {
      features.push(await replaceTerritory(db, { area, plan, association }, geometries[i] ?? null));
    }
    const version = await countContentChange(db, area, plan);
    await appendToRecord(db, {
      area,
      actor,
      act: 'territories-saved',
      subject: { kind: 'plan', id: plan },
      data: { version, territories: hashesOf(features) },
    });
    const associations = features.map(({ id, properties }) => ({ id, version: properties.version }));
    await appendEvent(db, { kind: 'territories', data: { area, plan, version, associations, client } });
    return { kind: 'saved', version, features };
  });
}

/** What was saved, by association, as far as the record tells it. */
function hashesOf(features: readonly TerritoryFeature[]): Record<AssociationId, string> {
  return Object.fromEntries(features.map(({ id, geometry }) => [id, sha256(canonicalTerritory(geometry))]));
}

/** The geometries as they are stored, null for each that empties its territory. Errors: `GeometryRefusal`. */
async function checkGeometries(
  db: Database,
  area: AreaId,
  replacements: readonly Replacement[],
): Promise<(MultiPolygon | null)[]> {
  const faults: GeometryFault[] = [];
  const boundary = replacements.some(({ geometry }) => geometry !== null)
    ? await loadBoundary(db, area)
    : null;
  const checked = replacements.map(({ geometry, pointer }) => {
    if (geometry === null || boundary === null) return null;
    const { faults: found, sound } = check(geometry, boundary);
    faults.push(...found.map((fault) => ({ ...fault, pointer: `${pointer}${fault.pointer}` })));
    return sound;
  });
  if (faults.length > 0) throw new GeometryRefusal(faults);
  return checked;
}

function check(geometry: Polygonal, boundary: MultiPolygon) {
  const checked = checkTerritory(geometry);
  if (!checked.ok) return { faults: checked.faults, sound: null };
  const misplaced = checkAgainstArea(checked.geometry, boundary);
  return { faults: misplaced === null ? [] : [misplaced], sound: checked.geometry };
}

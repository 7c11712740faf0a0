import {
  type AreaId,
  canonicalContent,
  type PlanId,
  type PlanZone,
  type Reason,
  type SignedContent,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { loadBoundary } from '../../repositories/area-repository.ts';
import { listReasons } from '../../repositories/reason-repository.ts';
import { listZones } from '../../repositories/shared-zone-repository.ts';
import { listTerritories } from '../../repositories/territory-repository.ts';
import { listVillageLocations } from '../../repositories/village-repository.ts';
import { sha256 } from '../../sha256.ts';

/** What is in a plan, as far as it is signed. */
export interface PlanContent extends SignedContent {
  readonly zones: readonly PlanZone[];
  readonly reasons: readonly Reason[];
}

/** The content of a plan; null: of no plan, nothing. */
export async function loadContent(db: Database, area: AreaId, plan: PlanId | null): Promise<PlanContent> {
  if (plan === null) return { area, territories: [], zones: [], reasons: [] };
  const features = await listTerritories(db, { area, plan });
  return {
    area,
    territories: features.map(({ id, geometry }) => ({ association: id, geometry })),
    zones: await listZones(db, { area, plan }),
    reasons: await listReasons(db, { area, plan }),
  };
}

/** What is signed: the SHA-256 of the canonical form. */
export function contentHashOf(content: SignedContent): string {
  return sha256(canonicalContent(content));
}

/** The ground that contents are compared on. */
export async function loadGround(db: Database, area: AreaId) {
  return { boundary: await loadBoundary(db, area), villages: await listVillageLocations(db, area) };
}

import { createHash } from 'node:crypto';
import {
  type AreaId,
  type CoverageAssessment,
  type CoverageReport,
  DEFAULT_SLIVER_THRESHOLDS,
  type Plan,
} from '@nitaq/core';
import { LRUCache } from 'lru-cache';
import type { Analyser } from '../analysis/analyser.ts';
import type { Database } from '../database/open-database.ts';
import { loadBoundary } from '../repositories/area-repository.ts';
import { listZones } from '../repositories/shared-zone-repository.ts';
import { drawnTerritories, listTerritories } from '../repositories/territory-repository.ts';
import { listVillageLocations } from '../repositories/village-repository.ts';
import { dayInArea } from './day-in-area.ts';

const REPORTS_IN_MEMORY = 20;

export type CoverageReporter = (
  area: AreaId,
  plan: Pick<Plan, 'id' | 'version'>,
  now: Date,
) => Promise<CoverageReport>;

/** Reports gaps, overlaps, what is shared, totals and each village's status of a plan; keeps what it assessed last. */
export function createCoverageReporter(db: Database, analyser: Analyser): CoverageReporter {
  const assessments = new LRUCache<string, Promise<CoverageAssessment>>({ max: REPORTS_IN_MEMORY });
  return async (area, plan, now) => {
    const zones = await listZones(db, { area, plan: plan.id });
    const input = {
      boundary: await loadBoundary(db, area),
      territories: drawnTerritories(await listTerritories(db, { area, plan: plan.id })),
      villages: await listVillageLocations(db, area),
      thresholds: DEFAULT_SLIVER_THRESHOLDS,
      ...(zones.length > 0 && { sharing: { zones, asOf: await dayInArea(db, area, now) } }),
    };
    const key = createHash('sha256').update(JSON.stringify(input)).digest('base64');
    const assessment = assessments.get(key) ?? analyser.assess(input);
    assessments.set(key, assessment);
    assessment.catch(() => assessments.delete(key));
    return {
      area,
      plan: plan.id,
      version: plan.version,
      thresholds: DEFAULT_SLIVER_THRESHOLDS,
      ...(await assessment),
    };
  };
}

import type { Api } from '../api/api.ts';
import type { Answer } from '../api/problem.ts';
import type { AreaData, PlanData } from './app-state.ts';

/** The plan, its territories, what is shared and what they leave open, all of one version. */
export async function fetchPlan(
  api: Api,
  { area, plans }: AreaData,
  id: string,
): Promise<Answer<PlanData | null>> {
  const plan = plans.find((candidate) => candidate.id === id);
  if (!plan) return { ok: true, value: null };
  const [territories, coverage, zones] = await Promise.all([
    api.territories(area.id, plan.id),
    api.coverage(area.id, plan.id),
    api.zones(area.id, plan.id),
  ]);
  if (!territories.ok) return territories;
  if (!coverage.ok) return coverage;
  if (!zones.ok) return zones;
  const value = { plan, territories: territories.value, coverage: coverage.value, zones: zones.value };
  return { ok: true, value };
}

import type { Plan, Territory } from '@nitaq/core';
import type { Api } from '../../api/api.ts';
import type { Answer } from '../../api/problem.ts';

/** Makes a draft of some territories; where that fails half-way, an empty draft may be left. */
export async function newDraftOf(
  api: Api,
  area: string,
  { title, territories }: { readonly title: Plan['title']; readonly territories: readonly Territory[] },
): Promise<Answer<Plan>> {
  const made = await api.createPlan(area, { title });
  if (!made.ok) return made;
  const empty = await api.territories(area, made.value.id);
  if (!empty.ok) return empty;
  const versions = new Map(empty.value.features.map((one) => [one.id, one.properties.version]));
  const drawings = territories.flatMap(({ association, geometry }) => {
    const version = versions.get(association);
    return version === undefined ? [] : [{ association, version, geometry }];
  });
  const saved = await api.saveTerritories(area, made.value.id, drawings);
  return saved.ok ? made : saved;
}

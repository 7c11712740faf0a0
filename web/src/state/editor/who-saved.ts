import type { AssociationId, RecordEntry } from '@nitaq/core';
import type { Api } from '../../api/api.ts';

/** Who saved territories of a draft last, by name, each once; nobody where the service does not say. */
export async function whoSaved(
  api: Api,
  {
    area,
    plan,
    associations,
  }: { readonly area: string; readonly plan: string; readonly associations: readonly AssociationId[] },
): Promise<string[]> {
  const [entries, people] = await Promise.all([api.recordOfPlan(area, plan), api.people(area)]);
  if (!entries.ok || !people.ok) return [];
  const names = associations.flatMap((association) => {
    const person = entries.value.find((entry) => hasSaved(entry, association))?.person;
    return people.value.find(({ id }) => id === person)?.name ?? [];
  });
  return [...new Set(names)];
}

function hasSaved({ act, data }: RecordEntry, association: AssociationId): boolean {
  const { territories } = data;
  if (act !== 'territories-saved' || typeof territories !== 'object' || territories === null) return false;
  return association in territories;
}

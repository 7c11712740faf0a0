import type { TerritoriesEdit, TerritoryCollection } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { ChangedRefusal } from './changed-refusal.ts';
import { MemberRefusal } from './member-refusal.ts';
import { replaceTerritories } from './replace-territories.ts';
import type { DraftKey } from './require-draft.ts';

/**
 * Saves one edit of several territories in a draft of an area that exists, as a whole or not at all; returns those.
 * Errors: `GeometryRefusal`, `territory-repeated`, `plan-not-found`, `plan-not-a-draft`, `association-not-found`, `ChangedRefusal`.
 */
export async function saveTerritories(
  database: Database,
  key: DraftKey,
  { territories }: TerritoriesEdit,
): Promise<TerritoryCollection> {
  refuseRepeated({ territories });
  const replacements = territories.map(({ association, version, geometry }, i) => ({
    association,
    version: [version],
    geometry,
    pointer: `/territories/${i}/geometry`,
  }));
  const outcome = await replaceTerritories(database, key, replacements);
  switch (outcome.kind) {
    case 'saved': {
      const { version, features } = outcome;
      return { type: 'FeatureCollection', plan: key.plan, version, features };
    }
    case 'unknown': {
      const { association } = outcome;
      const at = territories.findIndex((territory) => territory.association === association);
      const values = { association, area: key.area };
      throw new MemberRefusal(`/territories/${at}/association`, 'association-not-found', values);
    }
    case 'changed':
      throw new ChangedRefusal(outcome.changed);
  }
}

function refuseRepeated({ territories }: TerritoriesEdit): void {
  const seen = new Set<string>();
  for (const [i, { association }] of territories.entries()) {
    if (seen.has(association)) {
      throw new MemberRefusal(`/territories/${i}/association`, 'territory-repeated', { association });
    }
    seen.add(association);
  }
}

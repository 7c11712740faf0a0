import type { Initiative } from '@nitaq/core';
import type { AppState } from './app-state.ts';

const NONE: readonly Initiative[] = [];

/** The initiatives whose villages and areas the map shows: the one that is read, or all that have not ended where one asks. */
export function initiativesOnMap({
  initiatives,
  shownInitiative,
  initiativeForm,
  areInitiativesOnMap,
}: Pick<
  AppState,
  'initiatives' | 'shownInitiative' | 'initiativeForm' | 'areInitiativesOnMap'
>): readonly Initiative[] {
  const read = initiativeForm?.initiative ?? shownInitiative?.initiative ?? null;
  if (read !== null) return onlyOne(read);
  return areInitiativesOnMap && initiatives !== null ? going(initiatives) : NONE;
}

const alone = new WeakMap<Initiative, readonly Initiative[]>();
const ongoing = new WeakMap<readonly Initiative[], readonly Initiative[]>();

/** The same list each time: the map draws anew what is another object. */
function onlyOne(initiative: Initiative): readonly Initiative[] {
  const list = alone.get(initiative) ?? [initiative];
  alone.set(initiative, list);
  return list;
}

function going(initiatives: readonly Initiative[]): readonly Initiative[] {
  const list =
    ongoing.get(initiatives) ?? initiatives.filter(({ state }) => state !== 'done' && state !== 'stopped');
  ongoing.set(initiatives, list);
  return list;
}

import { hasEnded, type Initiative, type MultiPolygon, type VillageId } from '@nitaq/core';
import type { AppState } from './app-state.ts';

/** What the map draws of an initiative: for which villages and which area it is. */
export interface Targeted {
  readonly title: string;
  readonly villages: readonly VillageId[];
  readonly place: MultiPolygon | null;
}

type Shown = Pick<AppState, 'initiatives' | 'shownInitiative' | 'initiativeForm' | 'areInitiativesOnMap'>;

const NONE: readonly Targeted[] = [];

/** The initiatives that the map shows: the one that is written or read, or all that have not ended where one asks. */
export function initiativesOnMap(state: Shown): readonly Targeted[] {
  const one = state.initiativeForm?.draft ?? state.shownInitiative?.initiative.content;
  if (one) return alone(one);
  return state.areInitiativesOnMap && state.initiatives ? going(state.initiatives) : NONE;
}

const lists = new WeakMap<object, readonly Targeted[]>();

/** The same list each time: the map draws anew what is another object. */
function alone(one: Targeted): readonly Targeted[] {
  const list = lists.get(one) ?? [one];
  lists.set(one, list);
  return list;
}

function going(initiatives: readonly Initiative[]): readonly Targeted[] {
  const list =
    lists.get(initiatives) ??
    initiatives.filter(({ state }) => !hasEnded(state)).map(({ content }) => content);
  lists.set(initiatives, list);
  return list;
}

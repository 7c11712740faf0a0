import {
  borderEdges,
  nearestOnBorder,
  type Position,
  type Reason,
  type Territory,
  traceBorder,
} from '@nitaq/core';
import type { AppState } from './app-state.ts';
import { drawnTerritories } from './editor/draft-territories.ts';

/** A reason where its border runs now. */
export interface ShownReason {
  readonly reason: Reason;
  readonly line: readonly Position[];
  /** Where its sign stands: in the middle of the line. */
  readonly at: Position;
}

const NONE: readonly ShownReason[] = [];
const known = new WeakMap<object, WeakMap<object, readonly ShownReason[]>>();

/** The reasons of the plan shown, each on the border of its associations as it is now; the same list while nothing changes. */
export function shownReasons({ reasons, plan }: Pick<AppState, 'reasons' | 'plan'>): readonly ShownReason[] {
  if (reasons.status !== 'ready' || plan.status !== 'ready' || !reasons.value || !plan.value) return NONE;
  const { items } = reasons.value;
  const { territories } = plan.value;
  if (reasons.value.plan !== plan.value.plan.id || items.length === 0) return NONE;
  const ofItems = known.get(items) ?? new WeakMap<object, readonly ShownReason[]>();
  known.set(items, ofItems);
  const shown = ofItems.get(territories) ?? placed(items, drawnTerritories(territories));
  ofItems.set(territories, shown);
  return shown;
}

function placed(reasons: readonly Reason[], territories: readonly Territory[]): ShownReason[] {
  const borders = new Map<string, ReturnType<typeof borderEdges>>();
  return reasons.flatMap((reason) => {
    const { associations } = reason;
    const name = associations.join(' ');
    const edges = borders.get(name) ?? borderEdges(territories, associations);
    borders.set(name, edges);
    const own = territories.filter(({ association }) => associations.includes(association));
    // Where none of its territories is drawn any more, it stays where it was.
    const line = alongBorder(
      own,
      reason.line.map((position) => nearestOnBorder(edges, position) ?? position),
    );
    const at = line[Math.floor(line.length / 2)];
    return at ? [{ reason, line, at }] : [];
  });
}

/** The way along the border through some places on it; straight where no border has both. */
function alongBorder(territories: readonly Territory[], places: readonly Position[]): Position[] {
  return places.flatMap((to, i) => {
    const from = places[i - 1];
    if (!from) return [to];
    const traced = traceBorder({ boundary: null, territories }, { from, to });
    if (traced.ok) return traced.positions.slice(1);
    return traced.reason === 'same-place' ? [] : [to];
  });
}

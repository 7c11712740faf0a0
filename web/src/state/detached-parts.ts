import {
  type Association,
  type DetachedPart,
  detachedParts,
  type MultiPolygon,
  type Village,
} from '@nitaq/core';
import type { AppState } from './app-state.ts';

type Known = Pick<AppState, 'area' | 'plan'>;

interface Parts {
  readonly seat: Association['seat']['location'];
  readonly villages: readonly Village[];
  readonly parts: readonly DetachedPart[];
}

// Most territories stay as they are while one is drawn.
const known = new WeakMap<MultiPolygon, Parts>();

/** All parts of territories of the plan on the screen that lie apart from where their seats are. */
export function partsNow({ area, plan }: Known): readonly DetachedPart[] {
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return [];
  const { associations, villages } = area.value;
  const { boundary } = area.value.area;
  return plan.value.territories.features.flatMap(({ id: association, geometry }) => {
    if (geometry === null) return [];
    const seat = associations.find(({ id }) => id === association)?.seat.location ?? null;
    const found = known.get(geometry);
    if (found && found.seat === seat && found.villages === villages) return found.parts;
    const parts = detachedParts({ boundary, territory: { association, geometry }, seat, villages });
    known.set(geometry, { seat, villages, parts });
    return parts;
  });
}

/** A part by its id, while it is there. */
export function partNow(state: Known, id: string): DetachedPart | null {
  return partsNow(state).find((part) => partId(part) === id) ?? null;
}

/** Whose part it is and a place on its border: as long as it is drawn so. */
export function partId({ association, geometry }: DetachedPart): string {
  return `${association}@${geometry.coordinates[0]?.[0]?.[0]?.join(',') ?? ''}`;
}

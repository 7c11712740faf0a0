import {
  type AreaId,
  type AreaSummary,
  type Association,
  type Initiative,
  type LocalizedText,
  nameIn,
  type Village,
} from '@nitaq/core';
import type { Loadable } from './loadable.ts';

/** Another area of the service, with whose associations one may work; ids are as they read in the open area. */
export interface Neighbour {
  readonly area: AreaSummary;
  readonly things: Loadable<NeighbourThings>;
}

interface NeighbourThings {
  readonly associations: readonly Association[];
  readonly villages: readonly Village[];
}

export interface NeighboursSlice {
  /** Those that were looked at. */
  readonly neighbours: readonly Neighbour[];
  /** Looks at one, also again where that failed. */
  loadNeighbour(area: string): Promise<void>;
}

const NOTHING: NeighbourThings = { associations: [], villages: [] };

/** What there is of a neighbour, as far as it is known. */
export function thingsOf({ things }: Neighbour): NeighbourThings {
  return things.status === 'ready' ? things.value : NOTHING;
}

/** What belongs to another area as it is named in the open one. */
export function ofNeighbour<T extends { readonly id: string }>(
  { id: area }: { readonly id: AreaId },
  here: AreaId,
  things: readonly T[],
): T[] {
  return things.map((one) => ({ ...one, id: nameIn<T['id']>(here, { area, id: one.id }) }));
}

interface CalledElsewhere {
  readonly name: LocalizedText;
  readonly area: LocalizedText;
}

/** What something of another area is called, by what initiatives and neighbours tell; null: nobody told. */
export function calledElsewhere(
  kind: 'associations' | 'villages',
  id: string,
  known: {
    readonly neighbours: readonly Neighbour[];
    readonly initiatives: readonly Pick<Initiative, 'elsewhere'>[];
  },
): CalledElsewhere | null {
  for (const { elsewhere } of known.initiatives) {
    const found = elsewhere[kind].find((one) => one.id === id);
    if (found) return { name: found.name, area: found.area.name };
  }
  for (const neighbour of known.neighbours) {
    const things: readonly { readonly id: string; readonly name: LocalizedText }[] =
      thingsOf(neighbour)[kind];
    const found = things.find((one) => one.id === id);
    if (found) return { name: found.name, area: neighbour.area.name };
  }
  return null;
}

import type { LocalizedText } from '@nitaq/core';
import { calledElsewhere } from '../state/neighbours.ts';
import { useApp, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

const NONE = [] as const;

/** What an association is called by its id; one of another area with its area. */
export function useAssociationName(): (id: string) => string {
  const associations = useArea()?.associations ?? NONE;
  return useNames('associations', associations);
}

/** What a village is called by its id; one of another area with its area. */
export function useVillageName(): (id: string) => string {
  const villages = useArea()?.villages ?? NONE;
  return useNames('villages', villages);
}

function useNames(
  kind: 'associations' | 'villages',
  own: readonly { readonly id: string; readonly name: LocalizedText }[],
): (id: string) => string {
  const { name } = useWords();
  const neighbours = useApp((state) => state.neighbours);
  const initiatives = useApp((state) => state.initiatives) ?? NONE;
  const shown = useApp((state) => state.shownInitiative?.initiative);
  return (id) => {
    const found = own.find((one) => one.id === id);
    if (found) return name(found.name);
    const known = { neighbours, initiatives: shown ? [shown, ...initiatives] : initiatives };
    const elsewhere = calledElsewhere(kind, id, known);
    // Without marks of direction inside: a sentence that isolates the whole would find no letter in it to go by.
    return elsewhere ? `${name(elsewhere.name)} (${name(elsewhere.area)})` : id;
  };
}

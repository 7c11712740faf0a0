import type { LocalizedText } from '@nitaq/core';
import { useContext } from 'react';
import { calledElsewhere } from '../state/neighbours.ts';
import { CommonContext, useArea } from './use-app.ts';
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
  const known = useContext(CommonContext);
  return (id) => {
    const found = own.find((one) => one.id === id);
    if (found) return name(found.name);
    const elsewhere = calledElsewhere(kind, id, known);
    // Without marks of direction inside: a sentence that isolates the whole would find no letter in it to go by.
    return elsewhere ? `${name(elsewhere.name)} (${name(elsewhere.area)})` : id;
  };
}

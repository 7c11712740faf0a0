import { type AssociationId, LOAD_LIMITS } from '@nitaq/core';
import { useState } from 'react';
import { overloaded } from '../../state/overloaded.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import { useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { LongEntry } from './text-entry.tsx';

const ISOLATES = /[\u2066-\u2069]/g;

/** Why associations shall carry more than they can, as far as that has to be said of the draft that is shown. */
export interface LoadReasons {
  /** Those of whom it has to be said. */
  readonly associations: readonly AssociationId[];
  readonly texts: ReadonlyMap<AssociationId, string>;
  readonly isComplete: boolean;
  change(association: AssociationId, text: string): void;
  /** All of it as it stands in a proposal, a paragraph for each; empty where nothing has to be said. */
  said(): string;
}

export function useLoadReasons(): LoadReasons {
  const words = useWords();
  const area = useArea();
  const store = useAppStore();
  // Of the draft as it was when the dialog was opened.
  const [associations] = useState(() => overloaded(store.getState()));
  const [texts, setTexts] = useState<ReadonlyMap<AssociationId, string>>(new Map());
  const textOf = (id: AssociationId) => texts.get(id)?.trim() ?? '';
  return {
    associations,
    texts,
    isComplete: associations.every((id) => textOf(id) !== ''),
    change: (association, text) => setTexts(new Map([...texts, [association, text]])),
    said: () =>
      associations
        .map((id) =>
          words.t('propose.load.said', {
            association: area ? seatNames([id], area, words) : id,
            reason: textOf(id),
          }),
        )
        .join('\n')
        // What is stored goes to other programs too: signs that keep words in their order belong to the screen.
        .replace(ISOLATES, ''),
  };
}

/** Asks for them, one by one. */
export function LoadReasonEntries({ reasons }: { reasons: LoadReasons }) {
  const words = useWords();
  const area = useArea();
  if (!area || reasons.associations.length === 0) return null;
  return (
    <>
      <p className="quiet">{words.t('propose.load', { limit: words.number(LOAD_LIMITS.reason) })}</p>
      {reasons.associations.map((id) => (
        <LongEntry
          key={id}
          label={words.t('propose.load.field', { association: seatNames([id], area, words) })}
          value={reasons.texts.get(id) ?? ''}
          onChange={(text) => reasons.change(id, text)}
        />
      ))}
    </>
  );
}

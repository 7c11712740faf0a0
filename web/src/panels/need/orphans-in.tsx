import type { VillageId } from '@nitaq/core';
import { useMemo } from 'react';
import { countedVillages, orphansIn } from '../../state/known-need.ts';
import { useApp } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { orphansSentence } from './need-words.ts';

/** How many orphans are in some villages, as far as one may know it; nothing where none of them is counted. */
export function OrphansIn({ villages }: { villages: readonly VillageId[] }) {
  const words = useWords();
  const counted = useApp(countedVillages);
  const sentence = useMemo(
    () => orphansSentence(orphansIn(villages, counted), words),
    [villages, counted, words],
  );
  return sentence === null ? null : <span>{sentence}</span>;
}

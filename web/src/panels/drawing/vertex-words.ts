import { useMemo } from 'react';
import { isolate } from '../../messages/formats.ts';
import { placeOfVertex } from '../../state/editor/border-runs.ts';
import { directionOf } from '../../state/preferences.ts';
import { positionText } from '../places/position-words.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { seatNames } from './drawing-words.ts';

/** Which point of which border is chosen: «Point 3 of 41 of the border between A and B, 20.31° N, 40.44° E»; empty: none. */
export function useVertexSentence(): string {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const vertex = useApp((state) => state.editing?.vertex ?? null);
  const association = useApp((state) => state.editing?.association ?? null);
  return useMemo(() => {
    // The border is looked at only when another of its points is chosen: it may be long.
    const place = vertex && association !== null ? placeOfVertex(store.getState()) : null;
    if (!area || !place) return '';
    const { number, count, associations, at } = place;
    return words.t(associations.length > 1 ? 'draw.vertex.between' : 'draw.vertex.of', {
      number: words.number(number),
      count: words.number(count),
      associations: seatNames(associations, area, words),
      // It begins with a digit, which says nothing of how it runs.
      position: isolate(positionText(at, words), directionOf(words.language)),
    });
  }, [words, store, area, vertex, association]);
}

import type { AssociationId } from '@nitaq/core';
import { type DrawnArea, seatNames } from '../drawing/drawing-words.ts';
import type { Words } from '../words.tsx';

/** Whose border a stretch is: of one territory, or between two. */
export function reasonBorder(
  { associations }: { readonly associations: readonly AssociationId[] },
  area: DrawnArea,
  words: Words,
): string {
  const key = associations.length > 1 ? 'reasons.border.between' : 'reasons.border.of';
  return words.t(key, { associations: seatNames(associations, area, words) });
}

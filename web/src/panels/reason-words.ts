import type { Reason } from '@nitaq/core';
import { type DrawnArea, seatNames } from './drawing-words.ts';
import type { Words } from './words.tsx';

/** Whose border a reason is about: of one territory, or between two. */
export function reasonBorder(
  { associations }: Pick<Reason, 'associations'>,
  area: DrawnArea,
  words: Words,
): string {
  const key = associations.length > 1 ? 'reasons.border.between' : 'reasons.border.of';
  return words.t(key, { associations: seatNames(associations, area, words) });
}

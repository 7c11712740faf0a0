import type { LocalizedText } from '@nitaq/core';

/** Two columns as one text in both languages. */
export function localized(ar: string, en: string): LocalizedText {
  return { ar, en };
}

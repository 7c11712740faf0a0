import type { Language } from '@nitaq/core';

/** One text, or one for each form in which a language counts: Arabic has six. */
export type CountedText =
  | string
  | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });

export type WordTexts = Readonly<Record<string, Readonly<Record<Language, CountedText>>>>;

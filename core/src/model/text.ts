import { type Static, Type } from 'typebox';

/** The languages every text exists in; the first is the one the product thinks in. */
export const LANGUAGES = ['ar', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LocalizedTextSchema = Type.Object(
  { ar: Type.String({ minLength: 1, maxLength: 500 }), en: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false, description: 'The same text in Arabic and in English' },
);
export type LocalizedText = Static<typeof LocalizedTextSchema>;

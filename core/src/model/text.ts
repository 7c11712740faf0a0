import { type Static, Type } from 'typebox';

export const LocalizedTextSchema = Type.Object(
  { ar: Type.String({ minLength: 1, maxLength: 500 }), en: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false, description: 'The same text in Arabic and in English' },
);
export type LocalizedText = Static<typeof LocalizedTextSchema>;

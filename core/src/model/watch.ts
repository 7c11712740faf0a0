import { type Static, Type } from 'typebox';
import { VillageIdSchema } from './ids.ts';
import { LANGUAGES } from './language.ts';

/** What `POST …/watches` takes: who wants to know when the association of a village changes. */
export const NewWatchSchema = Type.Object(
  {
    village: VillageIdSchema,
    email: Type.String({ format: 'email', maxLength: 254 }),
    language: Type.Unsafe<(typeof LANGUAGES)[number]>(
      Type.Union(
        LANGUAGES.map((language) => Type.Literal(language)),
        { description: 'Of the e-mail' },
      ),
    ),
  },
  { additionalProperties: false },
);
export type NewWatch = Static<typeof NewWatchSchema>;

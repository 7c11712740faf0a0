import { type Static, Type } from 'typebox';
import { ApiKeyIdSchema, type AreaId, AreaIdSchema } from './ids.ts';

/** What a program may ask with a key: who covers a place, the same for a list of places, villages by name. */
export const API_KEY_ADDRESSES = ['coverage', 'batch', 'villages'] as const;
export type ApiKeyAddress = (typeof API_KEY_ADDRESSES)[number];

const fields = {
  title: Type.String({
    minLength: 1,
    maxLength: 60,
    pattern: '\\S',
    description: 'What it is for, to tell it from others',
  }),
  addresses: Type.Unsafe<ApiKeyAddress[]>(
    Type.Array(Type.Union(API_KEY_ADDRESSES.map((one) => Type.Literal(one))), {
      minItems: 1,
      uniqueItems: true,
      description: 'What may be asked with it',
    }),
  ),
  areas: Type.Unsafe<AreaId[] | null>(
    Type.Union([Type.Array(AreaIdSchema, { minItems: 1, maxItems: 100, uniqueItems: true }), Type.Null()], {
      description: 'The areas that may be asked about; null: all',
    }),
  ),
};

/** What `POST …/api-keys` takes. */
export const ApiKeyInputSchema = Type.Object(fields, { additionalProperties: false });
export type ApiKeyInput = Static<typeof ApiKeyInputSchema>;

/** A key with which a program of an association asks; without its secret, which is not stored. */
export const ApiKeySchema = Type.Object(
  {
    id: ApiKeyIdSchema,
    ...fields,
    createdAt: Type.String({ format: 'date-time', description: 'UTC' }),
    lastUsedOn: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
      description: 'The day (UTC) on which it was used last; null: never',
    }),
  },
  { title: 'ApiKey' },
);
export type ApiKey = Static<typeof ApiKeySchema>;

/** A key that was just made: the only time that its secret is told. */
export const MadeApiKeySchema = Type.Object(
  { key: ApiKeySchema, secret: Type.String({ description: 'Sent as `Authorization: Bearer …`' }) },
  { title: 'MadeApiKey' },
);
export type MadeApiKey = Static<typeof MadeApiKeySchema>;

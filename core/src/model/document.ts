import { type Static, Type } from 'typebox';
import { AssociationIdSchema, DocumentIdSchema } from './ids.ts';

/** What a file on the shelf may be, told by what is in it and never by its name. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'text'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** The largest file, in bytes. */
export const MOST_FILE_BYTES = 10 * 2 ** 20;

export const LINK_KINDS = ['village', 'initiative', 'meeting'] as const;
export const LinkKindSchema = Type.Unsafe<(typeof LINK_KINDS)[number]>(
  Type.Union(LINK_KINDS.map((kind) => Type.Literal(kind))),
);

/** What a document is about. */
export const DocumentLinkSchema = Type.Object(
  { kind: LinkKindSchema, id: Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9-]+$' }) },
  { additionalProperties: false },
);
export type DocumentLink = Static<typeof DocumentLinkSchema>;

const Tag = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });

const content = {
  title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  text: Type.String({
    minLength: 1,
    maxLength: 20_000,
    pattern: '\\S',
    description: 'The lesson itself, or what the file holds; in the language it was written in',
  }),
  tags: Type.Array(Tag, { maxItems: 20, uniqueItems: true }),
  links: Type.Array(DocumentLinkSchema, { maxItems: 50, description: 'What it is about' }),
};

/** What `POST …/documents` and `PUT …/documents/{document}` take. */
export const DocumentInputSchema = Type.Object(content, { additionalProperties: false });
export type DocumentInput = Static<typeof DocumentInputSchema>;

const Instant = Type.String({ format: 'date-time', description: 'UTC' });

/** A document or a short lesson on the shelf of an area. */
export const DocumentSchema = Type.Object(
  {
    id: DocumentIdSchema,
    ...content,
    file: Type.Union([
      Type.Object({
        name: Type.String(),
        kind: Type.Unsafe<FileKind>(Type.Union(FILE_KINDS.map((kind) => Type.Literal(kind)))),
        bytes: Type.Integer(),
      }),
      Type.Null(),
    ]),
    association: Type.Union([AssociationIdSchema, Type.Null()], {
      description: 'For whom it was added; null: for the whole area',
    }),
    by: Type.Object({ person: Type.String(), name: Type.String() }),
    addedAt: Instant,
    changedAt: Instant,
    version: Type.Integer({ description: 'Grows with every change; the ETag' }),
  },
  { title: 'Document' },
);
export type ShelfDocument = Static<typeof DocumentSchema>;

import type {
  AreaId,
  AssociationId,
  DocumentId,
  DocumentInput,
  DocumentLink,
  ShelfDocument,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

export interface DocumentKey {
  readonly area: AreaId;
  readonly document: DocumentId;
}

function documents(db: Database, area: AreaId) {
  return db
    .selectFrom('document')
    .leftJoin('document_file as file', (join) =>
      join
        .onRef('file.area_id', '=', 'document.area_id')
        .onRef('file.document_id', '=', 'document.document_id'),
    )
    .select([
      'document.document_id',
      'title',
      'text',
      'tags',
      'association_id',
      'made_by',
      'made_by_name',
      'made_at',
      'changed_at',
      'version',
      'file.name as file_name',
      'file.kind as file_kind',
    ])
    .select(sql<number | null>`octet_length(file.bytes)`.as('file_bytes'))
    .where('document.area_id', '=', area);
}

type DocumentRow = Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number];

export interface ShelfQuestion {
  /** Each must be somewhere in it; as `wordsAsked` gives them. */
  readonly words: readonly string[];
  readonly tag: string | null;
  readonly link: DocumentLink | null;
  readonly limit: number;
  readonly offset: number;
}

/** Documents of an area: where words are asked for those that have them in the title first, then the newest. */
export async function listDocuments(
  db: Database,
  area: AreaId,
  { words, tag, link, limit, offset }: ShelfQuestion,
): Promise<ShelfDocument[]> {
  let query = documents(db, area);
  for (const word of words) query = query.where('search_text', 'like', `%${word}%`);
  if (tag !== null) query = query.where(sql<boolean>`${tag} = any (tags)`);
  if (link !== null) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('document_link as link')
          .select('link.thing_id')
          .whereRef('link.area_id', '=', 'document.area_id')
          .whereRef('link.document_id', '=', 'document.document_id')
          .where('link.kind', '=', link.kind)
          .where('link.thing_id', '=', link.id),
      ),
    );
  }
  // What is found begins with the title.
  for (const word of words.slice(0, 1)) query = query.orderBy(sql`position(${word} in search_text)`);
  const rows = await query
    .orderBy('made_at', 'desc')
    .orderBy('document.document_id')
    .limit(limit)
    .offset(offset)
    .execute();
  return withLinks(db, area, rows);
}

/** One document, or null. */
export async function findDocument(
  db: Database,
  { area, document }: DocumentKey,
): Promise<ShelfDocument | null> {
  const rows = await documents(db, area).where('document.document_id', '=', document).execute();
  return (await withLinks(db, area, rows))[0] ?? null;
}

async function withLinks(db: Database, area: AreaId, rows: readonly DocumentRow[]): Promise<ShelfDocument[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.document_id);
  const links = await db
    .selectFrom('document_link')
    .select(['document_id', 'kind', 'thing_id'])
    .where('area_id', '=', area)
    .where('document_id', 'in', ids)
    .orderBy('kind')
    .orderBy('thing_id')
    .execute();
  return rows.map((row) => ({
    id: row.document_id as DocumentId,
    title: row.title,
    text: row.text,
    tags: row.tags,
    links: links
      .filter((link) => link.document_id === row.document_id)
      .map(({ kind, thing_id: id }) => ({ kind, id })),
    file: fileOf(row),
    association: row.association_id as AssociationId | null,
    by: { person: row.made_by, name: row.made_by_name },
    addedAt: row.made_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    version: row.version,
  }));
}

function fileOf({ file_name: name, file_kind: kind, file_bytes: bytes }: DocumentRow): ShelfDocument['file'] {
  return name === null || kind === null || bytes === null ? null : { name, kind, bytes };
}

export interface DocumentRowInput extends DocumentKey {
  readonly input: DocumentInput;
  readonly searchText: string;
  readonly at: Date;
}

/** Adds a document without links and file. */
export async function addDocument(
  db: Database,
  {
    area,
    document,
    input,
    searchText,
    at,
    by,
    association,
  }: DocumentRowInput & {
    readonly by: ShelfDocument['by'];
    readonly association: AssociationId | null;
  },
): Promise<void> {
  await db
    .insertInto('document')
    .values({
      area_id: area,
      document_id: document,
      title: input.title,
      text: input.text,
      tags: sql`${[...input.tags]}::text[]`,
      search_text: searchText,
      association_id: association,
      made_by: by.person,
      made_by_name: by.name,
      made_at: at,
      changed_at: at,
    })
    .execute();
}

/** Rewrites a document that the caller has locked. */
export async function replaceDocument(
  db: Database,
  { area, document, input, searchText, at }: DocumentRowInput,
): Promise<void> {
  await db
    .updateTable('document')
    .set({
      title: input.title,
      text: input.text,
      tags: sql`${[...input.tags]}::text[]`,
      search_text: searchText,
      changed_at: at,
      version: sql`version + 1`,
    })
    .where('area_id', '=', area)
    .where('document_id', '=', document)
    .execute();
}

/** Counts another change of a document. */
export async function touchDocument(db: Database, { area, document }: DocumentKey, at: Date): Promise<void> {
  await db
    .updateTable('document')
    .set({ changed_at: at, version: sql`version + 1` })
    .where('area_id', '=', area)
    .where('document_id', '=', document)
    .execute();
}

/** Locks a document until the transaction ends, for those who may change it. */
export async function lockDocument(db: Database, { area, document }: DocumentKey): Promise<void> {
  await db
    .selectFrom('document')
    .select('document_id')
    .where('area_id', '=', area)
    .where('document_id', '=', document)
    .forUpdate()
    .execute();
}

/** What a document is about, in the place of what it was. */
export async function replaceLinks(
  db: Database,
  { area, document }: DocumentKey,
  links: readonly DocumentLink[],
): Promise<void> {
  await db
    .deleteFrom('document_link')
    .where('area_id', '=', area)
    .where('document_id', '=', document)
    .execute();
  if (links.length === 0) return;
  await db
    .insertInto('document_link')
    .values(links.map(({ kind, id }) => ({ area_id: area, document_id: document, kind, thing_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a document off the shelf, with its file. */
export async function deleteDocument(db: Database, { area, document }: DocumentKey): Promise<void> {
  for (const table of ['document_link', 'document_file', 'document'] as const) {
    await db.deleteFrom(table).where('area_id', '=', area).where('document_id', '=', document).execute();
  }
}

import type { FileKind } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { DocumentKey } from './document-repository.ts';

export interface StoredFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
}

/** Puts a file with a document, in the place of an earlier one. */
export async function putFile(
  db: Database,
  { area, document }: DocumentKey,
  { name, kind, bytes }: StoredFile,
): Promise<void> {
  // As text in base64: the embedded engine takes bytes as they are some thirty times more slowly.
  const text = Buffer.from(bytes).toString('base64');
  await db
    .insertInto('document_file')
    .values({
      area_id: area,
      document_id: document,
      name,
      kind,
      bytes: sql`decode(${text}::text, 'base64')`,
    })
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'document_id']).doUpdateSet(({ ref }) => ({
        name,
        kind,
        bytes: sql`${ref('excluded.bytes')}`,
      })),
    )
    .execute();
}

/** How many bytes the files of an area have together, without the one of this document. */
export async function bytesOfOthers(db: Database, { area, document }: DocumentKey): Promise<number> {
  const { bytes } = await db
    .selectFrom('document_file')
    .select(sql<string>`coalesce(sum(octet_length(bytes)), 0)::text`.as('bytes'))
    .where('area_id', '=', area)
    .where('document_id', '!=', document)
    .executeTakeFirstOrThrow();
  return Number(bytes);
}

/** The file of a document, or null. */
export async function findFile(db: Database, { area, document }: DocumentKey): Promise<StoredFile | null> {
  const row = await db
    .selectFrom('document_file')
    .select(['name', 'kind'])
    .select(sql<string>`encode(bytes, 'base64')`.as('text'))
    .where('area_id', '=', area)
    .where('document_id', '=', document)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { name: row.name, kind: row.kind, bytes: Buffer.from(row.text, 'base64') };
}

import type { FileKind } from '@nitaq/core';
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
  await db
    .insertInto('document_file')
    .values({ area_id: area, document_id: document, name, kind, bytes })
    .onConflict((conflict) => conflict.columns(['area_id', 'document_id']).doUpdateSet({ name, kind, bytes }))
    .execute();
}

/** The file of a document, or null. */
export async function findFile(db: Database, { area, document }: DocumentKey): Promise<StoredFile | null> {
  const row = await db
    .selectFrom('document_file')
    .select(['name', 'kind', 'bytes'])
    .where('area_id', '=', area)
    .where('document_id', '=', document)
    .executeTakeFirst();
  return row ?? null;
}

import { DomainError, fileKindOf, MOST_FILE_BYTES, type ShelfDocument } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import {
  bytesOfOthers,
  findFile,
  putFile,
  type StoredFile,
} from '../../repositories/document-file-repository.ts';
import { type DocumentKey, lockDocument, touchDocument } from '../../repositories/document-repository.ts';
import { refuseOthers, requireDocument } from './find-document.ts';
import type { Shelving } from './shelve-document.ts';
import { tell } from './tell.ts';

const LONGEST_NAME = 120;
/** What no name of a file holds: ways to other folders, and characters that are not seen or that turn the reading around. */
const UNSAFE = /[\p{C}/\\:*?"<>|]/gu;
const EXTENSION = {
  pdf: '.pdf',
  png: '.png',
  jpeg: '.jpg',
  docx: '.docx',
  xlsx: '.xlsx',
  text: '.txt',
} as const;
const MEGABYTE = 2 ** 20;

export type FileAdding = Pick<Shelving, 'actor' | 'client' | 'now'> &
  DocumentKey & {
    readonly name: string;
    readonly bytes: Uint8Array;
    /** Of all files of an area; those that are put at the same moment may go past it by their own sizes. */
    readonly shelfBytes: number;
  };

/**
 * Puts a file with a document, in the place of an earlier one; its kind is told by what is in it. Errors:
 * `document-not-found`, `not-allowed`, `file-kind-refused`, `file-too-large`, `shelf-full`.
 */
export async function addFile(database: Database, adding: FileAdding): Promise<ShelfDocument> {
  const { area, document, bytes, shelfBytes, actor, now } = adding;
  refuseOthers(actor, await requireDocument(database, { area, document }));
  if (bytes.length > MOST_FILE_BYTES)
    throw new DomainError('file-too-large', { limit: MOST_FILE_BYTES / MEGABYTE });
  const kind = fileKindOf(bytes);
  if (kind === null) throw new DomainError('file-kind-refused');
  return inTransaction(database, async (db) => {
    await lockDocument(db, { area, document });
    refuseOthers(actor, await requireDocument(db, { area, document }));
    if ((await bytesOfOthers(db, { area, document })) + bytes.length > shelfBytes)
      throw new DomainError('shelf-full', { limit: shelfBytes / MEGABYTE });
    await putFile(db, { area, document }, { name: safeName(adding.name, kind), kind, bytes });
    await touchDocument(db, { area, document }, now);
    const changed = await requireDocument(db, { area, document });
    return tell(db, adding, { act: 'document-file-added', change: 'changed', document: changed });
  });
}

/** The file of a document. Errors: `document-not-found`, `document-without-file`. */
export async function requireFile(db: Database, key: DocumentKey): Promise<StoredFile> {
  await requireDocument(db, key);
  const file = await findFile(db, key);
  if (file === null) throw new DomainError('document-without-file', { document: key.document });
  return file;
}

/** A name under which a file can be saved anywhere, with the extension of what it is. */
function safeName(name: string, kind: keyof typeof EXTENSION): string {
  const stem = name
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  return `${Array.from(stem).slice(0, LONGEST_NAME).join('') || 'file'}${EXTENSION[kind]}`;
}

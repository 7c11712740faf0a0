import type { DocumentInput, ShelfDocument } from '@nitaq/core';
import type { ShelfQuestion } from '../api/documents-client.ts';
import type { Problem } from '../api/problem.ts';

/** What of the shelf is shown. */
export interface Shelf {
  readonly asked: Pick<ShelfQuestion, 'text' | 'tag'>;
  readonly items: readonly ShelfDocument[];
  /** Where more are to be had; null: these are all. */
  readonly next: string | null;
}

export interface DocumentsSlice {
  /** Null: not for whoever is signed in, or not asked yet. */
  readonly shelf: Shelf | null;
  readonly shelfProblem: Problem | null;
  /** What is on the shelf; with words or a tag only what has them. */
  searchShelf(asked: Shelf['asked']): Promise<void>;
  loadShelf(): Promise<void>;
  showMoreOfShelf(): Promise<void>;
  /** Puts a document on the shelf, and its file with it; true where the service took both. */
  addDocument(input: DocumentInput, file: File | null, key: string): Promise<boolean>;
  /**
   * Rewrites a document as it was when its form was opened, and puts a file in the place of its own (null: it stays). Null:
   * both were taken; else what the next try rewrites, which is newer only where it was shown that another was faster.
   */
  changeDocument(
    opened: ShelfDocument,
    input: DocumentInput,
    file: File | null,
  ): Promise<ShelfDocument | null>;
  removeDocument(document: ShelfDocument): Promise<void>;
}

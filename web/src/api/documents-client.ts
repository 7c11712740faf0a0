import type { DocumentInput, DocumentLink, ShelfDocument } from '@nitaq/core';
import { answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** What is looked for on the shelf. */
export interface ShelfQuestion {
  readonly text: string;
  readonly tag: string | null;
  readonly link: DocumentLink | null;
}

export interface ShelfPage {
  readonly items: readonly ShelfDocument[];
  readonly next: string | null;
}

/** A document as one version of it. */
export interface DocumentAt {
  readonly area: string;
  readonly id: string;
  readonly version: number;
}

/** The shelf of an area. */
export interface DocumentsApi {
  documents(area: string, asked: ShelfQuestion, cursor: string | null): Promise<Answer<ShelfPage>>;
  /** Repeated with the same key it makes nothing new. */
  addDocument(area: string, input: DocumentInput, key: string): Promise<Answer<ShelfDocument>>;
  changeDocument(at: DocumentAt, input: DocumentInput): Promise<Answer<ShelfDocument>>;
  putFile(area: string, id: string, file: File): Promise<Answer<ShelfDocument>>;
  removeDocument(at: DocumentAt): Promise<Answer<unknown>>;
}

const ALL = '/api/v1/areas/{area}/documents';
const ONE = `${ALL}/{document}` as const;
const A_PAGE = 20;

/** The shelf of the service as the web app uses it. */
export function createDocumentsApi(http: HttpClient): DocumentsApi {
  return {
    documents: (area, { text, tag, link }, cursor) => {
      const query = {
        limit: A_PAGE,
        ...(text.trim() === '' ? {} : { q: text.trim() }),
        ...(tag === null ? {} : { tag }),
        ...(link === null ? {} : link),
        ...(cursor === null ? {} : { cursor }),
      };
      return answerOf(http.GET(ALL, { params: { path: { area }, query } }));
    },
    addDocument: (area, body, key) =>
      answerOf(http.POST(ALL, { params: { path: { area }, header: { 'idempotency-key': key } }, body })),
    changeDocument: ({ area, id, version }, body) =>
      answerOf(
        http.PUT(ONE, {
          params: { path: { area, document: id }, header: { 'if-match': `"${version}"` } },
          body,
        }),
      ),
    putFile: (area, document, file) =>
      answerOf(
        http.PUT(`${ONE}/file`, {
          params: { path: { area, document }, query: { name: file.name } },
          headers: { 'content-type': 'application/octet-stream' },
          body: file,
          // As it is: the service looks at what is in it.
          bodySerializer: (bytes: unknown) => bytes as File,
        }),
      ),
    removeDocument: ({ area, id, version }) =>
      answerOf(
        http.DELETE(ONE, {
          params: { path: { area, document: id }, header: { 'if-match': `"${version}"` } },
        }),
      ),
  };
}

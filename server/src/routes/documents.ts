import {
  DocumentInputSchema,
  DocumentSchema,
  DomainError,
  LinkKindSchema,
  MOST_FILE_BYTES,
  type ShelfDocument,
  wordsAsked,
} from '@nitaq/core';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listDocuments } from '../repositories/document-repository.ts';
import { addFile, requireFile } from '../services/documents/document-file.ts';
import { requireDocument } from '../services/documents/find-document.ts';
import { removeDocument, rewriteDocument, shelveDocument } from '../services/documents/shelve-document.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import type { App, Context } from './context.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import {
  AreaParams,
  CreationHeaders,
  DocumentParams,
  done,
  IfMatchHeaders,
  pageOf,
  problems,
  WriteHeaders,
} from './schemas.ts';

const DEFAULT_PAGE = 50;
const MOST = 200;
const MOST_SHELF_BYTES = 2 ** 30;
/** How many come before a page. */
const Offset = Type.String({ pattern: '^\\d{1,6}$' });

const ShelfQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Words, each of which it holds, however their letters are written',
    }),
  ),
  tag: Type.Optional(Type.String({ maxLength: 40 })),
  kind: Type.Optional(LinkKindSchema),
  id: Type.Optional(Type.String({ maxLength: 64, description: 'With `kind`: only what is about this' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: DEFAULT_PAGE })),
  cursor: Type.Optional(Type.String()),
});

/** The shelf: documents and short lessons of an area. */
export async function registerDocuments(
  app: App,
  { db, now }: Context,
  shelfBytes = MOST_SHELF_BYTES,
): Promise<void> {
  const tags = ['documents'];

  app.get(
    '/areas/:area/documents',
    {
      config: { action: 'documents.read' },
      schema: {
        tags,
        summary: 'The shelf: what has the words in its title first, then the newest',
        params: AreaParams,
        querystring: ShelfQuery,
        response: { 200: pageOf(DocumentSchema), ...problems },
      },
    },
    async ({ params: { area }, query: { q = '', tag, kind, id, limit = DEFAULT_PAGE, cursor } }) => {
      await requireArea(db, area);
      const offset = cursor === undefined ? 0 : Number(decodeCursor(cursor, Offset));
      const found = await listDocuments(db, area, {
        words: wordsAsked(q),
        tag: tag ?? null,
        link: kind === undefined || id === undefined ? null : { kind, id },
        limit: limit + 1,
        offset,
      });
      return cutPage(found, limit, () => String(offset + limit));
    },
  );

  app.post(
    '/areas/:area/documents',
    {
      config: { action: 'document.add' },
      schema: {
        tags,
        summary: 'Put a document or a short lesson on the shelf; a file may follow',
        params: AreaParams,
        headers: CreationHeaders,
        body: DocumentInputSchema,
        response: { 201: DocumentSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const made = await shelveDocument(db, {
        area,
        input: request.body,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      });
      reply.header('location', `/api/v1/areas/${area}/documents/${made.id}`);
      return tagged(reply.status(201), made);
    },
  );

  app.get(
    '/areas/:area/documents/:document',
    {
      config: { action: 'documents.read' },
      schema: {
        tags,
        summary: 'One document of the shelf',
        params: DocumentParams,
        response: { 200: DocumentSchema, ...problems },
      },
    },
    async ({ params }, reply) => tagged(reply, await requireDocument(db, params)),
  );

  app.put(
    '/areas/:area/documents/:document',
    {
      config: { action: 'document.change' },
      schema: {
        tags,
        summary: 'Rewrite a document; by whoever added it, their coordinators, or the council',
        params: DocumentParams,
        headers: IfMatchHeaders,
        body: DocumentInputSchema,
        response: { 200: DocumentSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area } = request.params;
      const change = { ...request.params, version, client: clientOf(request), now: now() };
      const actor = requireActor(request, area);
      return tagged(reply, await rewriteDocument(db, { ...change, actor, input: request.body }));
    },
  );

  app.delete(
    '/areas/:area/documents/:document',
    {
      config: { action: 'document.change' },
      schema: {
        tags,
        summary: 'Take a document off the shelf, with its file',
        params: DocumentParams,
        headers: IfMatchHeaders,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area } = request.params;
      const change = { ...request.params, version, client: clientOf(request), now: now() };
      await removeDocument(db, { ...change, actor: requireActor(request, area) });
      return reply.status(204).send(null);
    },
  );

  await registerFiles(app, { db, now, shelfBytes });
}

const BINARY = 'application/octet-stream';
const MEDIA_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  text: 'text/plain; charset=utf-8',
} as const;
/** Should a browser show it after all: as nothing that can do anything. */
const DOWNLOAD_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";
const FILES_A_MINUTE = 30;
const DOWNLOADS_A_MINUTE = 60;

interface FilesContext extends Pick<Context, 'db' | 'now'> {
  readonly shelfBytes: number;
}

async function registerFiles(app: App, { db, now, shelfBytes }: FilesContext): Promise<void> {
  const tags = ['documents'];

  await app.register(async (files: App) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser(
      BINARY,
      { parseAs: 'buffer' },
      async (_request: unknown, bytes: Buffer) => bytes,
    );

    files.put(
      '/areas/:area/documents/:document/file',
      {
        config: { action: 'document.change', rateLimit: { max: FILES_A_MINUTE, timeWindow: '1 minute' } },
        // One more than a file may have, so that the refusal says what the limit is.
        bodyLimit: MOST_FILE_BYTES + 1,
        schema: {
          tags,
          summary: 'Put a file with a document, in the place of an earlier one',
          description:
            'PDF, PNG, JPEG, Word and Excel without macros, and text in UTF-8, told by what is in it and never by its ' +
            'name; 10 MiB at most, and 1 GiB for all files of an area (`shelf-full`). It is only ever given out as a download.',
          params: DocumentParams,
          headers: WriteHeaders,
          consumes: [BINARY],
          querystring: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }),
          body: Type.Unsafe<Buffer>({}),
          response: { 200: DocumentSchema, ...problems },
        },
      },
      async (request, reply) => {
        const { area, document } = request.params;
        const bytes = request.body;
        if (!Buffer.isBuffer(bytes)) throw new DomainError('file-kind-refused');
        return tagged(
          reply,
          await addFile(db, {
            area,
            document,
            name: request.query.name,
            bytes,
            shelfBytes,
            actor: requireActor(request, area),
            client: clientOf(request),
            now: now(),
          }),
        );
      },
    );
  });

  app.get(
    '/areas/:area/documents/:document/file',
    {
      config: { action: 'documents.read', rateLimit: { max: DOWNLOADS_A_MINUTE, timeWindow: '1 minute' } },
      compress: false,
      schema: {
        tags,
        summary: 'The file of a document, to be saved',
        params: DocumentParams,
        response: {
          200: {
            description: 'The file',
            content: { [BINARY]: { schema: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) } },
          },
          ...problems,
        },
      },
    },
    async ({ params }, reply) => {
      const { name, kind, bytes } = await requireFile(db, params);
      reply
        .header('content-type', MEDIA_TYPES[kind])
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', DOWNLOAD_POLICY)
        .header('cache-control', 'private, no-store');
      return reply.send(bytes);
    },
  );
}

/** As RFC 8187 writes it. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function tagged(reply: FastifyReply, document: ShelfDocument): ShelfDocument {
  reply.header('etag', etagOf(document.version));
  return document;
}

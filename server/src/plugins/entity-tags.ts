import { hash } from 'node:crypto';
import etag from '@fastify/etag';
import type { FastifyInstance } from 'fastify';

/** A strong ETag of the bytes of each answer that has none; who has them already is not sent them again. */
export async function registerEntityTags(app: FastifyInstance): Promise<void> {
  await app.register(etag, { hashFn: (body: string | Buffer) => hash('sha1', body, 'base64') });
}

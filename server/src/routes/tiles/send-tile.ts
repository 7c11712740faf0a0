import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { PUBLIC } from '../../plugins/caching.ts';
import type { EncodedTile } from '../../services/tiles/encoded-tile.ts';

export const MVT_TYPE = 'application/vnd.mapbox-vector-tile';

/** Sends a tile past what Fastify does with answers, for all of it is worked out beforehand. */
export function sendTile({ headers, raw }: FastifyRequest, reply: FastifyReply, tile: EncodedTile): void {
  const isZipped = headers['accept-encoding'] !== undefined && prefersGzip(raw);
  const { text, etag } = isZipped ? tile.gzip : tile.plain;
  const known = headers['if-none-match'];
  const isKnown = known !== undefined && (known === '*' || known.includes(etag));
  const head = ['cache-control', PUBLIC, 'vary', 'accept-encoding', 'etag', etag];
  for (const [name, value] of Object.entries(reply.getHeaders())) head.push(name, String(value));
  reply.hijack();
  if (tile.isEmpty || isKnown) {
    reply.raw.writeHead(isKnown ? 304 : 204, head).end();
    return;
  }
  head.push('content-type', MVT_TYPE, 'content-length', String(text.length));
  if (isZipped) head.push('content-encoding', 'gzip');
  reply.raw.writeHead(200, head).end(text, 'latin1');
}

function prefersGzip(request: FastifyRequest['raw']): boolean {
  return new Negotiator(request).encoding(['gzip', 'identity']) === 'gzip';
}

import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { PUBLIC } from '../../plugins/caching.ts';
import type { ReadyAnswer } from '../../plugins/short-way.ts';
import type { EncodedTile } from '../../services/tiles/encoded-tile.ts';

export const MVT_TYPE = 'application/vnd.mapbox-vector-tile';

/** How a tile is answered to a request with such headers, compressed or not, or as one that is known already. */
export function readyTile(headers: IncomingHttpHeaders, tile: EncodedTile): ReadyAnswer {
  const accepted = headers['accept-encoding'];
  const isZipped = accepted !== undefined && prefersGzip(accepted);
  const { text, etag } = isZipped ? tile.gzip : tile.plain;
  const known = headers['if-none-match'];
  const isKnown = known !== undefined && (known === '*' || known.includes(etag));
  const head = ['cache-control', PUBLIC, 'vary', 'accept-encoding', 'etag', etag];
  if (tile.isEmpty || isKnown) return { status: isKnown ? 304 : 204, head, body: '' };
  head.push('content-type', MVT_TYPE, 'content-length', String(text.length));
  if (isZipped) head.push('content-encoding', 'gzip');
  return { status: 200, head, body: text };
}

/** Browsers send a few such headers, the same with every tile. */
const preferences = new LRUCache<string, boolean>({ max: 100 });

function prefersGzip(accepted: string): boolean {
  const known = preferences.get(accepted);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const isPreferred = negotiator.encoding(['gzip', 'identity']) === 'gzip';
  preferences.set(accepted, isPreferred);
  return isPreferred;
}

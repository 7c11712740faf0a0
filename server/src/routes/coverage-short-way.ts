import { PUBLIC } from '../plugins/caching.ts';
import type { ShortWay } from '../plugins/short-way.ts';
import { etagOf, textOf } from '../services/lookup/place-answer.ts';
import type { Context } from './context.ts';
import { plainNumber } from './plain-number.ts';

const PREFIX = '/api/v1/coverage?';
const NAME = 'lon='.length;

/** *Which association covers this point now?*, asked as programs ask it. */
export function coverageShortWay({
  lookup,
  lookupsAMinute,
  now,
}: Pick<Context, 'lookup' | 'lookupsAMinute' | 'now'>): ShortWay {
  return {
    prefix: PREFIX,
    route: '/api/v1/coverage',
    aMinute: lookupsAMinute,
    keyOf: (address) => address,
    answer(url, headers) {
      const position = headers['if-none-match'] === undefined ? positionIn(url) : null;
      const found = position === null ? null : lookup.atPointNow(position, now());
      if (found === null) return null;
      const body = textOf(found);
      return {
        status: 200,
        head: [
          'etag',
          etagOf(found),
          'cache-control',
          PUBLIC,
          'content-type',
          'application/json; charset=utf-8',
          'content-length',
          String(body.length),
        ],
        body,
      };
    },
  };
}

/** Longitude and latitude where an address has nothing else, written so that there is no doubt what they are; else null. */
function positionIn(url: string): [number, number] | null {
  const first = PREFIX.length;
  const second = url.indexOf('&', first) + 1;
  if (second === 0) return null;
  const isSwapped = url.startsWith('lat=', first) && url.startsWith('lon=', second);
  if (!isSwapped && !(url.startsWith('lon=', first) && url.startsWith('lat=', second))) return null;
  const one = plainNumber(url, first + NAME, second - 1);
  const other = plainNumber(url, second + NAME, url.length);
  const lon = isSwapped ? other : one;
  const lat = isSwapped ? one : other;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

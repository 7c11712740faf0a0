import { PUBLIC } from '../plugins/caching.ts';
import type { ShortWay } from '../plugins/short-way.ts';
import { etagOf, textOf } from '../services/lookup/place-answer.ts';
import type { Context } from './context.ts';

const PREFIX = '/api/v1/coverage?';
const DEGREES = '(-?\\d{1,3}(?:\\.\\d{1,15})?)';
/** Longitude and latitude in either order, and nothing else. */
const PLACE = new RegExp(
  `^/api/v1/coverage\\?(?:lon=${DEGREES}&lat=${DEGREES}|lat=${DEGREES}&lon=${DEGREES})$`,
);

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

/** The place that an address names, where there is no doubt what it is; else null. */
function positionIn(url: string): [number, number] | null {
  const found = PLACE.exec(url);
  if (found === null) return null;
  const [, lonFirst, latSecond, latFirst, lonSecond] = found;
  const [lon, lat] = [Number(lonFirst ?? lonSecond), Number(latSecond ?? latFirst)];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

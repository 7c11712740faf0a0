import { PUBLIC } from '../plugins/caching.ts';
import type { ShortWay } from '../plugins/short-way.ts';
import { etagOf, textOf } from '../services/lookup/place-answer.ts';
import type { Context } from './context.ts';

const PREFIX = '/api/v1/coverage?';
const DEGREES = '(-?\\d{1,3}(?:\\.\\d{1,15})?)';
const LON_LAT = new RegExp(`^lon=${DEGREES}&lat=${DEGREES}$`);
const LAT_LON = new RegExp(`^lat=${DEGREES}&lon=${DEGREES}$`);

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
  const query = url.slice(PREFIX.length);
  const [, lon, lat] = LON_LAT.exec(query) ?? swapped(LAT_LON.exec(query));
  const position: [number, number] = [Number(lon), Number(lat)];
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90 ? position : null;
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match === null ? [] : [match[0], match[2], match[1]];
}

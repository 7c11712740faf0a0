import type { Position } from '@nitaq/core';
import type { Words } from '../words.tsx';

const DECIMALS = 4;

/** A position as people read it, latitude first: `20.3164° N, 40.4473° E`; about ten metres fine. */
export function positionText(
  [longitude, latitude]: Position,
  { t, number }: Pick<Words, 't' | 'number'>,
): string {
  return t('status.position', {
    latitude: number(Math.abs(latitude), DECIMALS),
    northSouth: t(latitude < 0 ? 'status.south' : 'status.north'),
    longitude: number(Math.abs(longitude), DECIMALS),
    eastWest: t(longitude < 0 ? 'status.west' : 'status.east'),
  });
}

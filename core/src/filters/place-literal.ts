import { FilterError, type Place } from './filter.ts';

/** A box of four numbers, or of six with heights, which nothing here has; one that runs over the 180th meridian is two. */
export function boxPlace(numbers: readonly number[], at: number | string): Place {
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  const [lowX, lowY, highX, highY] = flat;
  if (
    flat.length !== 4 ||
    lowX === undefined ||
    lowY === undefined ||
    highX === undefined ||
    highY === undefined
  ) {
    throw new FilterError('syntax', at);
  }
  return spans(lowX, highX).flatMap(([west, east]) =>
    spans(lowY, highY).map(([south, north]) => [west, south, east, north] as const),
  );
}

/** A point; a height is dropped. */
export function pointPlace(numbers: readonly number[], at: number | string): Place {
  const [x, y] = numbers;
  if (x === undefined || y === undefined || numbers.length > 3) throw new FilterError('syntax', at);
  return [[x, y, x, y]];
}

function spans(low: number, high: number): (readonly [number, number])[] {
  if (low <= high) return [[low, high]];
  return [
    [low, 180],
    [-180, high],
  ];
}

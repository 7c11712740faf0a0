import type { KnownCount } from '../model/need.ts';
import type { ReportLoad } from './coverage-report.ts';
import { percentOf } from './rounded.ts';

/** A need in percent of a capacity; null: the capacity is not stated, or 0. */
export function loadOf({ least, most }: KnownCount, capacity: number | null): ReportLoad | null {
  if (capacity === null || capacity === 0) return null;
  return { least: percentOf(least, capacity), most: most === null ? null : percentOf(most, capacity) };
}

import { startOfDay } from './start-of-day.ts';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The instant that is meant by one, or by a day (2026-11-30) in a time zone: of a day the last millisecond. */
export function instantOf(asOf: string, timeZone: string): Date {
  if (!DAY.test(asOf)) return new Date(asOf);
  const next = new Date(Date.parse(`${asOf}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return new Date(startOfDay(next, timeZone).getTime() - 1);
}

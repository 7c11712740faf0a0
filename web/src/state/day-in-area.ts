import { dayAt, startOfDay } from '@nitaq/core';

const DAY_MS = 86_400_000;

/** The day, as 2026-11-30, so many days after another one. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant at which a day is over in a time zone. */
export function endOfDay(day: string, timeZone: string): Date {
  return startOfDay(dayAfter(day), timeZone);
}

/** Today in a time zone. */
export function today(timeZone: string): string {
  return dayAt(Date.now(), timeZone);
}

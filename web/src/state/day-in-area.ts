import { dayAt, startOfDay } from '@nitaq/core';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day, as 2026-11-30, so many days after another one. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant at which a day is over in a time zone; null where it is no day. */
export function endOfDay(day: string, timeZone: string): string | null {
  if (!DAY.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
  return startOfDay(dayAfter(day), timeZone).toISOString();
}

/** Today in a time zone. */
export function today(timeZone: string): string {
  return dayAt(Date.now(), timeZone);
}

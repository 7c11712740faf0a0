import { dayAt, startOfDay } from '../negotiation/start-of-day.ts';

/** Before the day's work begins, and after the night. */
const MORNING_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The next morning, after an instant, at which the notices of a day go out together in a time zone. */
export function nextDigest(after: Date, timeZone: string): Date {
  const today = dayAt(after.getTime(), timeZone);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  const mornings = [today, tomorrow].map((day) => new Date(startOfDay(day, timeZone).getTime() + MORNING_MS));
  const [first, second] = mornings as [Date, Date];
  return first > after ? first : second;
}

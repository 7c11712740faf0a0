const DAY_MS = 24 * 60 * 60 * 1000;

/** The instant at which a day, `2026-12-31`, is over in a time zone; null where it is no day. */
export function endOfDay(day: string, timeZone: string): string | null {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(start)) return null;
  const wall = start + DAY_MS;
  // Once more from there: the clock may be put forward or back in between.
  const near = wall - aheadOfUtc(wall, timeZone);
  return new Date(wall - aheadOfUtc(near, timeZone)).toISOString();
}

/** The day that it is at an instant in a time zone, `2026-12-31`. */
export function dayAt(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + aheadOfUtc(instant.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** How far the clocks of a time zone are ahead of UTC, ms. */
function aheadOfUtc(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

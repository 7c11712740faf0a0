/**
 * The first instant of a day, written as 2026-11-26, in a time zone. Where clocks are put forward at midnight that is when
 * the day begins there.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // What the offset is depends on the instant that is looked for: one of those around it is right.
  const offsets = [-HALF_DAY_MS, HALF_DAY_MS].map((around) => offsetAt(midnight + around, timeZone));
  const candidates = offsets.map((offset) => midnight - offset).filter((at) => dayAt(at, timeZone) === day);
  return new Date(Math.min(...(candidates.length > 0 ? candidates : [midnight - Math.max(...offsets)])));
}

const HALF_DAY_MS = 12 * 3_600_000;

/**
 * The instant at which clocks in a time zone show a time (10:00) on a day. Where they are put back over it the first time;
 * where they are put forward over it as much later as they were put forward.
 */
export function instantAt(day: string, time: string, timeZone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const offsets = [-HALF_DAY_MS, HALF_DAY_MS].map((around) => offsetAt(shown + around, timeZone));
  const candidates = offsets
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(at, timeZone) === shown);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : shown - Math.min(...offsets));
}

/** The day in a time zone on which an instant lies. */
export function dayAt(instant: number, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/** Milliseconds that clocks in a time zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? Number.NaN);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

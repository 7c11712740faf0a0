const ISOLATES = { rtl: '\u2067', ltr: '\u2066', byFirstLetter: '\u2068' };
const POP_ISOLATE = '\u2069';

/** Text within a sentence, kept from reordering what stands around it; of unknown direction unless that is given. */
export function isolate(text: string, direction: keyof typeof ISOLATES = 'byFirstLetter'): string {
  return `${ISOLATES[direction]}${text}${POP_ISOLATE}`;
}

/** What a formatted number is, before its unit is put beside it. */
export interface Quantity {
  readonly unit: 'unit.km2' | 'unit.km2.less' | 'unit.km' | 'unit.m';
  readonly value: number;
  readonly fractionDigits: number;
}

const LEAST_KM2 = 0.1;

/** An area as people say it: whole km² from 10 up, one decimal below, and never a false zero. */
export function areaQuantity(km2: number): Quantity {
  if (km2 > 0 && km2 < LEAST_KM2 / 2) return { unit: 'unit.km2.less', value: LEAST_KM2, fractionDigits: 1 };
  return { unit: 'unit.km2', value: km2, fractionDigits: km2 < 10 && km2 > 0 ? 1 : 0 };
}

/** A distance as people say it: metres to the nearest ten below 1 km, then km, with one decimal up to 100. */
export function distanceQuantity(metres: number): Quantity {
  if (metres < 995) return { unit: 'unit.m', value: Math.round(metres / 10) * 10, fractionDigits: 0 };
  const km = metres / 1000;
  const isWhole = Math.round(km * 10) % 10 === 0;
  return { unit: 'unit.km', value: km, fractionDigits: km >= 100 || isWhole ? 0 : 1 };
}

/** A number in a date stays in one line with what it counts, «١٤٤٨ هـ», and the year at its end with its month. */
function unbroken(date: string): string {
  return date.replace(/(?<=\p{Nd}) (?=\p{L})|(?<=\p{L}) (?=\p{Nd}+$)/gu, '\u00a0');
}

/** A day in both calendars, Umm al-Qura first in Arabic: `١٢ جمادى الآخرة ١٤٤٨ هـ — ٢٢ نوفمبر ٢٠٢٦`. */
export function formatDay(instant: string, locale: string, timeZone: string): string {
  const date = new Date(instant);
  const format = (calendar: string, weekday: boolean) =>
    unbroken(
      new Intl.DateTimeFormat(`${locale}-ca-${calendar}`, {
        ...(weekday ? { weekday: 'long' } : {}),
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone,
      }).format(date),
    );
  const gregorianFirst = !locale.startsWith('ar');
  const days = gregorianFirst
    ? [format('gregory', true), format('islamic-umalqura', false)]
    : [format('islamic-umalqura', true), format('gregory', false)];
  return isolate(days.join(' — '), gregorianFirst ? 'ltr' : 'rtl');
}

/** A day in the calendar first in the language, as short as it can be understood: `22 Nov 2026`. */
export function formatShortDay(instant: string, locale: string, timeZone: string): string {
  const calendar = locale.startsWith('ar') ? 'islamic-umalqura' : 'gregory';
  const format = new Intl.DateTimeFormat(`${locale}-ca-${calendar}`, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  });
  return unbroken(format.format(new Date(instant)));
}

/** A survey round, `2026-11` or `2026`, as the month or the year it names; rounds are counted in the Gregorian calendar. */
export function formatRound(round: string, locale: string): string {
  const [year = '', month] = round.split('-');
  const format = new Intl.DateTimeFormat(`${locale}-ca-gregory`, {
    ...(month === undefined ? {} : { month: 'long' }),
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(Date.UTC(Number(year), Number(month ?? 1) - 1));
}

/** Whether a number would be written as «٠» alone, which is read as a dot. */
export function isDotLikeZero(value: number, fractionDigits: number, locale: string): boolean {
  return fractionDigits === 0 && Math.round(value) === 0 && locale.endsWith('-u-nu-arab');
}

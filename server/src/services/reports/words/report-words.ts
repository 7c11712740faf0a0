import { fillIn, type KnownCount, type Language, type LocalizedText } from '@nitaq/core';
import { AGREEMENT_TEXTS } from './agreement-texts.ts';
import { CARD_TEXTS } from './card-texts.ts';
import { MAP_TEXTS } from './map-texts.ts';
import { MINUTES_TEXTS } from './minutes-texts.ts';
import { PRINT_TEXTS } from './print-texts.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { CountedText } from './word-text.ts';

export type WordKey =
  | keyof typeof MAP_TEXTS
  | keyof typeof REPORT_TEXTS
  | keyof typeof PRINT_TEXTS
  | keyof typeof CARD_TEXTS
  | keyof typeof AGREEMENT_TEXTS
  | keyof typeof MINUTES_TEXTS;
const TEXTS: Readonly<Record<WordKey, Readonly<Record<Language, CountedText>>>> = {
  ...MAP_TEXTS,
  ...REPORT_TEXTS,
  ...CARD_TEXTS,
  ...PRINT_TEXTS,
  ...AGREEMENT_TEXTS,
  ...MINUTES_TEXTS,
};
export type Digits = 'arab' | 'latn';

/** For whom a report is written. */
export interface ReportReader {
  readonly language: Language;
  /** Left out: Arabic-Indic in Arabic, Latin in English. */
  readonly digits?: Digits | undefined;
  readonly timeZone: string;
}

/** Everything that a report needs to say something in the language and the digits of its reader. */
export interface ReportWords {
  readonly language: Language;
  readonly rightToLeft: boolean;
  /** A text; `count` chooses its plural. Texts that are put into it are kept from reordering it. */
  say(key: WordKey, values?: Readonly<Record<string, string | number>>): string;
  name(text: LocalizedText): string;
  number(value: number, fractionDigits?: number): string;
  /** Of a number of percent. */
  percent(value: number): string;
  /** A count as closely as it is known; null: not at all. */
  count(known: KnownCount | null): string;
  /** A day in both calendars: that of an instant in the time zone of the area, or a date, which is the same everywhere. */
  day(at: string): string;
  /** A day in the calendar first in the language, of the same. */
  shortDay(at: string): string;
  /** By the clocks of the area. */
  time(instant: string): string;
  list(names: readonly string[]): string;
}

const UNKNOWN = '—';
const DATE = /^\d{4}-\d\d-\d\d$/;

export function reportWords({ language, digits, timeZone }: ReportReader): ReportWords {
  const isArabic = language === 'ar';
  const locale = `${isArabic ? 'ar-SA' : 'en'}-u-nu-${digits ?? (isArabic ? 'arab' : 'latn')}`;
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  // Made once for each: making one takes far longer than using it.
  const figures = new Map<number, Intl.NumberFormat>();
  const number = (value: number, fractionDigits = 0) => {
    const shown =
      figures.get(fractionDigits) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      });
    figures.set(fractionDigits, shown);
    return shown.format(value);
  };
  const date = (calendar: string, month: 'long' | 'short') => {
    const within = (zone: string) =>
      new Intl.DateTimeFormat(`${locale}-ca-${calendar}`, {
        ...{ day: 'numeric', month, year: 'numeric' },
        timeZone: zone,
      });
    const [ofInstants, ofDates] = [within(timeZone), within('UTC')];
    return (at: string) => (DATE.test(at) ? ofDates : ofInstants).format(new Date(at));
  };
  const inBoth = (isArabic ? ['islamic-umalqura', 'gregory'] : ['gregory', 'islamic-umalqura']).map(
    (calendar) => date(calendar, 'long'),
  );
  // A day begins with a digit, which says nothing of its direction.
  const directed = (text: string) => `${isArabic ? '\u2067' : '\u2066'}${text}\u2069`;
  const short = date(isArabic ? 'islamic-umalqura' : 'gregory', 'short');
  const percents = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
  return {
    language,
    rightToLeft: isArabic,
    number,
    say: (key, values = {}) => {
      const text: CountedText = TEXTS[key][language];
      const { count } = values;
      const chosen =
        typeof text === 'string'
          ? text
          : (typeof count === 'number' && text[plurals.select(count)]) || text.other;
      const written = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? number(value) : isolated(value),
      ]);
      return fillIn(chosen, Object.fromEntries(written));
    },
    name: (text) => text[language],
    percent: (value) => percents.format(value / 100),
    count: (known) => {
      if (known === null) return UNKNOWN;
      const { least, most } = known;
      if (most === null) return `${number(least)}+`;
      return least === most ? number(least) : isolated(`${number(least)}–${number(most)}`);
    },
    day: (at) => directed(inBoth.map((inOne) => inOne(at)).join(' — ')),
    shortDay: (at) => directed(short(at)),
    time: (instant) => directed(clock.format(new Date(instant))),
    list: (names) => lists.format(names.map(isolated)),
  };
}

/** Text of another script within a sentence, kept from reordering what stands around it. */
function isolated(text: string): string {
  return /^[\u2066-\u2068]/.test(text) ? text : `\u2068${text}\u2069`;
}

import type { MeetingCalendar, MeetingSeries, SeriesRule } from '../model/meeting-series.ts';
import { instantAt } from '../negotiation/start-of-day.ts';

const DAY_MS = 86_400_000;
/** Further ahead nothing is planned; no rule leaves more than a year between two days. */
const MOST_DAYS = 366 * 12;

/** One meeting of a series: the day it is for, and when it begins. */
export interface SeriesDate {
  readonly day: string;
  readonly startsAt: Date;
}

type Terms = Pick<MeetingSeries, 'rule' | 'startsOn' | 'time'>;

/** The next days of a series, from one on (2026-11-26) and but for some, in the time zone of its area. */
export function seriesDates(
  { rule, startsOn, time }: Terms,
  {
    from,
    count,
    timeZone,
    except,
  }: {
    readonly from: string;
    readonly count: number;
    readonly timeZone: string;
    readonly except?: ReadonlySet<string>;
  },
): SeriesDate[] {
  const dates: SeriesDate[] = [];
  const first = from > startsOn ? from : startsOn;
  const isMeetingDay = dayTest(rule, startsOn);
  for (let i = 0; i < MOST_DAYS && dates.length < count; i += 1) {
    const day = dayAfter(first, i);
    if (isMeetingDay(day) && !except?.has(day)) dates.push({ day, startsAt: instantAt(day, time, timeZone) });
  }
  return dates;
}

/** Whether a series meets on a day. */
function dayTest(rule: SeriesRule, startsOn: string): (day: string) => boolean {
  switch (rule.kind) {
    case 'weekly': {
      const weekOf = (day: string) => Math.floor((daysOf(day) - daysOf(startsOn)) / 7);
      return (day) => weekdayOf(day) === rule.weekday && weekOf(day) % rule.every === 0;
    }
    case 'month-weekday': {
      const isItsMonth = monthTest(rule, startsOn);
      return (day) => weekdayOf(day) === rule.weekday && isItsMonth(day) && isItsWeek(rule, day);
    }
    case 'month-day': {
      const isItsMonth = monthTest(rule, startsOn);
      return (day) => isItsMonth(day) && isItsDay(rule, day);
    }
  }
}

type Monthly = Exclude<SeriesRule, { kind: 'weekly' }>;

function monthTest({ calendar, every }: Monthly, startsOn: string): (day: string) => boolean {
  const first = monthOf(startsOn, calendar).month;
  return (day) => (monthOf(day, calendar).month - first) % every === 0;
}

function isItsWeek({ calendar, week }: Extract<Monthly, { kind: 'month-weekday' }>, day: string): boolean {
  if (week === -1) return monthOf(dayAfter(day, 7), calendar).month !== monthOf(day, calendar).month;
  return Math.ceil(monthOf(day, calendar).day / 7) === week;
}

function isItsDay({ calendar, day: wanted }: Extract<Monthly, { kind: 'month-day' }>, day: string): boolean {
  const present = monthOf(day, calendar);
  if (present.day === wanted) return true;
  return present.day < wanted && monthOf(dayAfter(day, 1), calendar).month !== present.month;
}

const FORMATS: Readonly<Record<MeetingCalendar, Intl.DateTimeFormat>> = {
  gregory: formatOf('gregory'),
  umalqura: formatOf('islamic-umalqura'),
};

function formatOf(calendar: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    calendar,
    numberingSystem: 'latn',
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
}

/** The month in which a day lies, counted on over the years, and which of its days it is. */
function monthOf(day: string, calendar: MeetingCalendar): { readonly month: number; readonly day: number } {
  const parts = FORMATS[calendar].formatToParts(Date.parse(`${day}T00:00:00Z`));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value ?? Number.NaN);
  return { month: part('year') * 12 + part('month'), day: part('day') };
}

function daysOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Sunday is 0. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dayAfter(day: string, days: number): string {
  return new Date((daysOf(day) + days) * DAY_MS).toISOString().slice(0, 10);
}

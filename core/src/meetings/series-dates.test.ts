import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeriesRule } from '../model/meeting-series.ts';
import { instantAt } from '../negotiation/start-of-day.ts';
import { seriesDates } from './series-dates.ts';

const RIYADH = 'Asia/Riyadh';
const SUNDAY = 0;

function daysOf(rule: SeriesRule, startsOn: string, count = 4, from = startsOn): string[] {
  return seriesDates({ rule, startsOn, time: '10:00' }, { from, count, timeZone: RIYADH }).map(
    ({ day }) => day,
  );
}

/** As people read it: 1/9/1448. */
function hijri(day: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part('day')}/${part('month')}/${part('year')}`;
}

describe('the days of a series', () => {
  test('are every second month on its first Sunday', () => {
    const rule: SeriesRule = {
      kind: 'month-weekday',
      every: 2,
      calendar: 'gregory',
      weekday: SUNDAY,
      week: 1,
    };
    expect(daysOf(rule, '2026-12-01')).toEqual(['2026-12-06', '2027-02-07', '2027-04-04', '2027-06-06']);
  });

  test('go on from any day with the months counted from the first', () => {
    const rule: SeriesRule = {
      kind: 'month-weekday',
      every: 2,
      calendar: 'gregory',
      weekday: SUNDAY,
      week: 1,
    };
    expect(daysOf(rule, '2026-12-01', 2, '2027-01-01')).toEqual(['2027-02-07', '2027-04-04']);
  });

  test('are the last Thursday of a month, whether it has four or five', () => {
    const rule: SeriesRule = { kind: 'month-weekday', every: 1, calendar: 'gregory', weekday: 4, week: -1 };
    expect(daysOf(rule, '2026-11-01', 3)).toEqual(['2026-11-26', '2026-12-31', '2027-01-28']);
  });

  test('are the last day of a month that is too short', () => {
    const rule: SeriesRule = { kind: 'month-day', every: 1, calendar: 'gregory', day: 31 };
    expect(daysOf(rule, '2027-01-15')).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  test('are counted in months of Umm al-Qura across the Hijri year', () => {
    const rule: SeriesRule = { kind: 'month-day', every: 2, calendar: 'umalqura', day: 1 };
    const days = daysOf(rule, '2027-04-01', 4);
    // From Dhu al-Qadah 1448 over Muharram 1449.
    expect(days.map(hijri)).toEqual(['1/12/1448', '1/2/1449', '1/4/1449', '1/6/1449']);
  });

  test('are the first Sunday of each Hijri month across the year', () => {
    const rule: SeriesRule = {
      kind: 'month-weekday',
      every: 1,
      calendar: 'umalqura',
      weekday: SUNDAY,
      week: 1,
    };
    const days = daysOf(rule, '2027-05-08', 3);
    expect(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay())).toEqual([0, 0, 0]);
    expect(days.map((day) => hijri(day).split('/').slice(1).join('/'))).toEqual([
      '12/1448',
      '1/1449',
      '2/1449',
    ]);
    expect(days.every((day) => Number(hijri(day).split('/')[0]) <= 7)).toBe(true);
  });

  test('are every second week, counted from the first', () => {
    const rule: SeriesRule = { kind: 'weekly', every: 2, weekday: 1 };
    expect(daysOf(rule, '2026-12-01', 3)).toEqual(['2026-12-07', '2026-12-21', '2027-01-04']);
  });

  test('begin at the same time by the clocks of the area, whatever these are put to', () => {
    const rule: SeriesRule = { kind: 'month-day', every: 1, calendar: 'gregory', day: 1 };
    const dates = seriesDates(
      { rule, startsOn: '2027-03-01', time: '10:00' },
      { from: '2027-03-01', count: 3, timeZone: 'Europe/Berlin' },
    );
    expect(dates.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2027-03-01T09:00:00.000Z',
      '2027-04-01T08:00:00.000Z',
      '2027-05-01T08:00:00.000Z',
    ]);
  });

  test('follow each other, each once, whatever the rule and from whichever day one asks', () => {
    const every = fc.integer({ min: 1, max: 6 });
    const calendar = fc.constantFrom('gregory' as const, 'umalqura' as const);
    const weekday = fc.nat(6);
    const rules: fc.Arbitrary<SeriesRule> = fc.oneof(
      fc.record({ kind: fc.constant('weekly' as const), every, weekday }),
      fc.record({
        kind: fc.constant('month-weekday' as const),
        every,
        calendar,
        weekday,
        week: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
      }),
      fc.record({
        kind: fc.constant('month-day' as const),
        every,
        calendar,
        day: fc.integer({ min: 1, max: 31 }),
      }),
    );
    const start = fc
      .integer({ min: 0, max: 3_000 })
      .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(rules, start, (rule, startsOn) => {
        const days = daysOf(rule, startsOn, 5);
        expect(days).toHaveLength(5);
        expect(days.toSorted()).toEqual(days);
        expect(new Set(days).size).toBe(5);
        // Asked from any of its days on, a series says the same.
        expect(daysOf(rule, startsOn, 3, days[2])).toEqual(days.slice(2));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a time on a day', () => {
  test('is the first of two where clocks are put back over it', () => {
    expect(instantAt('2026-10-25', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('is as much later as clocks are put forward over it', () => {
    expect(instantAt('2027-03-28', '02:30', 'Europe/Berlin').toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  test('is three hours behind UTC in Riyadh all year', () => {
    expect(instantAt('2027-07-04', '10:00', RIYADH).toISOString()).toBe('2027-07-04T07:00:00.000Z');
  });
});

test('a day that is left out is nobody’s, and the next takes its place', () => {
  const terms = {
    rule: { kind: 'weekly', every: 1, weekday: 0 },
    startsOn: '2026-12-01',
    time: '10:00',
  } as const;
  const asked = { from: '2026-12-01', count: 3, timeZone: 'Asia/Riyadh', except: new Set(['2026-12-13']) };
  expect(seriesDates(terms, asked).map(({ day }) => day)).toEqual(['2026-12-06', '2026-12-20', '2026-12-27']);
});

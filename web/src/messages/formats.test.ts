import { expect, test } from 'vitest';
import { areaQuantity, distanceQuantity, formatDay, formatRound, isDotLikeZero } from './formats.ts';

test('a day is said in both calendars, the reader’s own first', () => {
  const noon = '2026-11-22T09:00:00Z';
  expect(formatDay(noon, 'ar-SA-u-nu-arab', 'Asia/Riyadh')).toContain(
    'الأحد، ١٢\u00a0جمادى الآخرة ١٤٤٨\u00a0هـ — ٢٢\u00a0نوفمبر\u00a0٢٠٢٦',
  );
  expect(formatDay(noon, 'ar-SA-u-nu-latn', 'Asia/Riyadh')).toContain(
    '12\u00a0جمادى الآخرة 1448\u00a0هـ — 22\u00a0نوفمبر\u00a02026',
  );
  expect(formatDay(noon, 'en-GB-u-nu-latn', 'Asia/Riyadh')).toContain(
    '22\u00a0November\u00a02026 — 12\u00a0Jumada II 1448\u00a0AH',
  );
});

test('a day is that of the area, not that of the reader', () => {
  expect(formatDay('2026-11-22T22:00:00Z', 'en-GB-u-nu-latn', 'Asia/Riyadh')).toContain('23\u00a0November');
});

test('a survey round is said as its month or its year', () => {
  const rounds = ['2026-11', '2024'];
  expect(rounds.map((round) => formatRound(round, 'ar-SA-u-nu-arab'))).toEqual(['نوفمبر ٢٠٢٦', '٢٠٢٤']);
  expect(rounds.map((round) => formatRound(round, 'en-GB-u-nu-latn'))).toEqual(['November 2026', '2024']);
});

test('areas are whole from 10 km² up, and never rounded to nothing', () => {
  expect(areaQuantity(1234.5)).toMatchObject({ value: 1234.5, fractionDigits: 0 });
  expect(areaQuantity(2.36)).toMatchObject({ fractionDigits: 1 });
  expect(areaQuantity(0.004).unit).toBe('unit.km2.less');
  expect(areaQuantity(0)).toEqual({ unit: 'unit.km2', value: 0, fractionDigits: 0 });
});

test('distances are metres to the nearest ten, then kilometres', () => {
  expect(distanceQuantity(604)).toEqual({ unit: 'unit.m', value: 600, fractionDigits: 0 });
  expect(distanceQuantity(12_400)).toEqual({ unit: 'unit.km', value: 12.4, fractionDigits: 1 });
  expect(distanceQuantity(20_000)).toMatchObject({ value: 20, fractionDigits: 0 });
  expect(distanceQuantity(999)).toMatchObject({ unit: 'unit.km', fractionDigits: 0 });
});

test('a zero alone is a word where its digit would be read as a dot', () => {
  expect(isDotLikeZero(0, 0, 'ar-SA-u-nu-arab')).toBe(true);
  expect(isDotLikeZero(0.2, 0, 'ar-SA-u-nu-arab')).toBe(true);
  expect(isDotLikeZero(0, 1, 'ar-SA-u-nu-arab')).toBe(false);
  expect(isDotLikeZero(10, 0, 'ar-SA-u-nu-arab')).toBe(false);
  expect(isDotLikeZero(0, 0, 'en-GB-u-nu-latn')).toBe(false);
});

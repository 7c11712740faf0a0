import { expect, test } from 'vitest';
import { parseCount, parseNeed } from './need-entry.ts';

test('counts may be typed in Arabic-Indic digits', () => {
  expect(parseNeed({ round: '٢٠٢٦-١١', orphans: '٣', widows: ' 12', families: '٥٧' })).toEqual({
    round: '2026-11',
    orphans: 3,
    widows: 12,
    families: 57,
  });
});

test('what is no whole number from nought to a million is no count', () => {
  expect(['', '-1', '1.5', 'three', '1000001'].map(parseCount)).toEqual([null, null, null, null, null]);
  expect(['0', '1000000'].map(parseCount)).toEqual([0, 1_000_000]);
});

test('a round is a year, or a year and one of its months', () => {
  const typed = (round: string) => parseNeed({ round, orphans: '0', widows: '0', families: '0' })?.round;
  expect(['2026', '2026-01', '2026-13', '26', ''].map(typed)).toEqual([
    '2026',
    '2026-01',
    undefined,
    undefined,
    undefined,
  ]);
});

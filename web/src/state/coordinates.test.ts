import { expect, test } from 'vitest';
import { isPasted, parseAngle, parsePair, parsePosition, splitPair } from './coordinates.ts';

test.each([
  ['20.5', 20.5],
  ['٢٠٫٥', 20.5],
  ['۲۰٫۵', 20.5],
  ['20.5°', 20.5],
  ['-20.5', -20.5],
  ['20.5 S', -20.5],
  ['20.5° شمالًا', 20.5],
  ['40.5 غربًا', -40.5],
  ["20°30'", 20.5],
  ['20°30\'36"N', 20.51],
])('%s is %d degrees', (text, degrees) => {
  expect(parseAngle(text)).toBeCloseTo(degrees, 9);
});

test.each(['', 'twenty', '20.5.5', "20°75'", '20,5'])('%s is no angle', (text) => {
  expect(parseAngle(text)).toBeNull();
});

test('a position is longitude first, and within the world', () => {
  expect(parsePosition('20.25', '40.5')).toEqual([40.5, 20.25]);
  expect(parsePosition('100', '40.5')).toBeNull();
  expect(parsePosition('20', '')).toBeNull();
});

test.each([
  '20.25, 40.5',
  '20.25،40.5',
  '٢٠٫٢٥، ٤٠٫٥',
  '20.25\t40.5',
  '٢٠٫٢٥ ٤٠٫٥',
  '20.25 N 40.5 E',
  "20°15' 40°30'",
])('a pasted pair %s is split', (text) => {
  expect(parsePair(text)).toEqual([40.5, 20.25]);
});

test('a single number is not a pair', () => {
  expect(splitPair('20.25')).toBeNull();
});

test.each(["20 18'", '20° 18\' 59"', '20.5 N', '1 2 3'])('%s is not a pair', (text) => {
  expect(splitPair(text)).toBeNull();
});

test('a pair being typed is left where it is until it is whole', () => {
  expect(isPasted('20.5, ', '20.5, 4')).toBe(false);
  expect(isPasted('', '20.5, 40.4')).toBe(true);
});

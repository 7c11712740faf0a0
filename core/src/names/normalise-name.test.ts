import { expect, test } from 'vitest';
import { articlesIn, normaliseName } from './normalise-name.ts';

test.each([
  ['أَلْوَسْقَة', 'وسقه'],
  ['الوسقة', 'وسقه'],
  ['إلى آل ٱلشاقة', 'الي ال شاقه'],
  ['غُمَيقــة', 'غميقه'],
  ['مؤمن', 'مومن'],
  ['بئر', 'بير'],
  ['ماء', 'ما'],
  ['کی', 'كي'],
  ['قرية ١٢ و۳', 'قريه 12 و3'],
  ['وادي-الليث، (الشرقية)', 'وادي ليث شرقيه'],
])('writes the Arabic name %s as %s', (name, key) => {
  expect(normaliseName(name)).toBe(key);
});

test.each([
  ['Al-Līth', 'lith'],
  ['AL LITH', 'lith'],
  ['Ash-Shāqah', 'shaqah'],
  ['ash Shaqah', 'shaqah'],
  ['Ar Rass', 'rass'],
  ['ʿAfaf', 'afaf'],
  ["'Afaf", 'afaf'],
  ['Banī Yazīd', 'bani yazid'],
  ['Alaq', 'alaq'],
  ['Ar Shamal', 'ar shamal'],
  ['Al', 'al'],
])('writes the Latin name %s as %s', (name, key) => {
  expect(normaliseName(name)).toBe(key);
});

test('gives the same key for all spellings of Ghumayqah with marks, tatweel, and control characters', () => {
  const keys = ['غميقة', 'غُمَيْقَة', 'غميقه', '\u200fغميـقة '].map(normaliseName);
  expect(new Set(keys)).toEqual(new Set(['غميقه']));
});

test('gives an empty key for a text without letters and digits', () => {
  expect(normaliseName(' -- ’ ')).toBe('');
});

test.each([
  ['غميقة', 0],
  ['الليث', 1],
  ['Ash Shaqah', 1],
  ['el-Lith', 1],
  ['وادي السعوس', 1],
  ['Al Wadi Al Abyad', 2],
  ['Aliyah', 0],
])('%s has %i articles', (name, articles) => {
  expect(articlesIn(name)).toBe(articles);
});

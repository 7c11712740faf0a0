import { expect, test } from 'vitest';
import { FIRST_VISIT, localeOf, parsePreferences, themeOf } from './preferences.ts';

test('a first visit is in Arabic, with Arabic digits and the theme of the device', () => {
  expect(parsePreferences(null)).toEqual(FIRST_VISIT);
  expect(localeOf(FIRST_VISIT)).toBe('ar-SA-u-nu-arab');
  expect(themeOf(FIRST_VISIT.theme, true)).toBe('dark');
});

test('what storage holds and nobody understands is as on a first visit', () => {
  expect(parsePreferences('not JSON')).toEqual(FIRST_VISIT);
  expect(parsePreferences('[1]')).toEqual(FIRST_VISIT);
  expect(parsePreferences('{"language":"fr","digits":"roman","theme":"pink"}')).toEqual(FIRST_VISIT);
});

test('chosen digits hold in both languages; unchosen ones follow the language', () => {
  expect(localeOf({ language: 'en', theme: 'light', digits: null, knowsDrawing: false })).toBe(
    'en-GB-u-nu-latn',
  );
  expect(localeOf({ language: 'en', theme: 'light', digits: 'arab', knowsDrawing: false })).toBe(
    'en-GB-u-nu-arab',
  );
  expect(localeOf({ language: 'ar', theme: 'light', digits: 'latn', knowsDrawing: false })).toBe(
    'ar-SA-u-nu-latn',
  );
});

test('a chosen theme holds against the device', () => {
  expect(themeOf('light', true)).toBe('light');
});

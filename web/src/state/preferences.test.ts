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
  expect(localeOf({ ...FIRST_VISIT, language: 'en', digits: null })).toBe('en-GB-u-nu-latn');
  expect(localeOf({ ...FIRST_VISIT, language: 'en', digits: 'arab' })).toBe('en-GB-u-nu-arab');
  expect(localeOf({ ...FIRST_VISIT, language: 'ar', digits: 'latn' })).toBe('ar-SA-u-nu-latn');
});

test('a chosen theme holds against the device', () => {
  expect(themeOf('light', true)).toBe('light');
});

test('how the hand sticks to borders is kept; a reach that is not offered is as on a first visit', () => {
  expect(parsePreferences('{"snaps":false,"snapReachPx":24}')).toMatchObject({
    snaps: false,
    snapReachPx: 24,
  });
  expect(parsePreferences('{"snaps":"no","snapReachPx":7}')).toMatchObject({ snaps: true, snapReachPx: 12 });
});

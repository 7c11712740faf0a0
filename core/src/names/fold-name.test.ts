import { expect, test } from 'vitest';
import { closeKeys, furtherKeys, keptKeys, nameKeys } from './fold-name.ts';

test.each([
  ['غميقة', 'Ghumayqah', 'kmk'],
  ['عفف', 'ʿAfaf', 'ff'],
  ['الشاقة', 'Ash-Shāqah', 'ck'],
  ['وادي الليث', 'Wadi al-Lith', 'dlt'],
  ['المجيرمة', 'Al Mujayrimah', 'mjrm'],
  ['خثعم', 'Khathʿam', 'xtm'],
])('%s and %s have the consonants %s', (arabic, latin, consonants) => {
  expect(nameKeys(arabic).consonants).toBe(consonants);
  expect(nameKeys(latin).consonants).toBe(consonants);
});

test('romanisations of one name sound the same', () => {
  const sounds = ['Ghumayqah', 'Ghomaiqa', 'Gumaiga', 'Ghoumaygah', 'GHUMAYQAH'].map(
    (name) => nameKeys(name).sound,
  );
  expect(new Set(sounds)).toEqual(new Set(['kumaika']));
});

test('a letter that is doubled in Latin letters is heard once', () => {
  expect(nameKeys('Al-Qunfuddhah').sound).toBe(nameKeys('Al Qunfudhah').sound);
});

test('digits that stand for letters in chats are read as these, and digits alone as digits', () => {
  expect(nameKeys('3afaf').sound).toBe('afaf');
  expect(nameKeys('7ali').sound).toBe(nameKeys('Hali').sound);
  expect(nameKeys('قرية ١٢').sound).toBe('kri 12');
});

test('a name without letters or digits has empty keys', () => {
  expect(nameKeys(' - ')).toEqual({ spelling: '', sound: '', consonants: '' });
});

test.each([
  ['swapped', 'غيمقة'],
  ['missing', 'غمقة'],
  ['another', 'غميفة'],
  ['added', 'غميرقة'],
])('a name with a letter %s is close to it', (_, written) => {
  const kept = keptKeys(nameKeys('غميقة'));
  expect(closeKeys(nameKeys(written)).some((key) => kept.includes(key))).toBe(true);
});

test('a name is close to what is left of it without its first word', () => {
  const kept = keptKeys(nameKeys('وادي غميقة'));
  expect(closeKeys(nameKeys('Ghomeqa')).some((key) => kept.includes(key))).toBe(true);
});

test.each([
  ['a letter and the vowels changed', 'Ghamifah', 'غميقة'],
  ['a word before it', 'Wadi Ghumayqah', 'غميقة'],
])('a name with %s is further from it', (_, written, name) => {
  const kept = keptKeys(nameKeys(name));
  expect(closeKeys(nameKeys(written)).some((key) => kept.includes(key))).toBe(false);
  expect(furtherKeys(nameKeys(written)).some((key) => kept.includes(key))).toBe(true);
});

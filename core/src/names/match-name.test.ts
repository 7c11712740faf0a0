import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedNames } from './asked-names.ts';
import { nameKeys } from './fold-name.ts';
import { matchName } from './match-name.ts';
import { nameDistance } from './name-distance.ts';

const match = (asked: string, name: string) =>
  askedNames(asked)
    .map((keys) => matchName(keys, nameKeys(name)))
    .reduce((best, one) => ((one?.score ?? 0) > (best?.score ?? 0) ? one : best), null);

test.each([
  ['غميقه', 'غميقة', 'exact'],
  ['Al Lith', 'al-Līth', 'exact'],
  ['Ghum', 'Ghumayqah', 'beginning'],
  ['ليث', 'وادي الليث', 'word'],
  ['Gumaiga', 'Ghumayqah', 'sound'],
  ['Ghumalqah', 'Ghumayqah', 'similar'],
])('%s finds %s: %s', (asked, name, reason) => {
  expect(match(asked, name)?.reason).toBe(reason);
});

test.each([
  ['Allith', 'Al Lith'],
  ['Ashshaqah', 'Ash Shaqah'],
  ['ach-Chaqah', 'Ash Shaqah'],
  ['ال ليث', 'الليث'],
  ['قرية غميقة', 'غميقة'],
  ['غمي قة', 'غميقة'],
])('%s finds %s as if it were written so', (asked, name) => {
  expect(match(asked, name)?.score).toBeGreaterThan(0.9);
});

test('a name is found from its first letter on, also after its article', () => {
  for (const typed of ['ص', 'الص', 'الصد', 'الصدية'])
    expect(match(typed, 'الصدية')?.score).toBeGreaterThan(0.7);
});

test('what is not alike is no answer', () => {
  expect(match('Ghumayqah', 'Al Barid')).toBeNull();
  expect(match(' - ', 'Al Barid')).toBeNull();
});

const name = fc.stringMatching(/^[abcdfhijklmnrstuxz]{1,12}$/);

test('a name is no way from itself, and is found by its beginning rather than by another one', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(nameDistance(one, one)).toBe(0);
      expect(nameDistance(one, one + other)).toBeLessThanOrEqual(0.1 * other.length + 1e-9);
      expect(nameDistance(one, other)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('no score leaves 0 to 1, and only the same spelling scores 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (asked, other) => {
      const found = matchName(nameKeys(asked), nameKeys(other));
      if (found === null) return;
      expect(found.score).toBeGreaterThan(0);
      expect(found.score).toBeLessThanOrEqual(1);
      expect(found.score === 1).toBe(nameKeys(asked).spelling === nameKeys(other).spelling);
    }),
  );
});

import { oneOf, type Random, wholeBetween } from './seeded-random.ts';

/** Another way in which somebody may write a name; null where the name has nothing to change that way. */
type Misspelling = (name: string, random: Random) => string | null;

const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name);
const LETTER = /\p{L}/u;

/** The habits and slips that a search has to forgive, by what they are. */
export const MISSPELLINGS: Readonly<Record<string, Misspelling>> = {
  hamza: inArabic((name, random) =>
    replaceOne(name, random, /[اأإآ]/gu, () => oneOf(random, [...'اأإآ']) ?? 'ا'),
  ),
  'ta marbuta': inArabic((name) => swapEnd(name, 'ة', 'ه')),
  'alif maqsura': inArabic((name) => swapEnd(name, 'ي', 'ى')),
  'article in Arabic': inArabic((name) => (name.startsWith('ال') ? name.slice(2) : `ال${name}`)),
  'tatweel and marks': inArabic((name, random) =>
    replaceOne(
      name,
      random,
      /[\u0621-\u064a](?=[\u0621-\u064a])/gu,
      (letter) => letter + (oneOf(random, [...'ـَُِّْ']) ?? 'ـ'),
    ),
  ),
  'Persian letters': inArabic((name, random) =>
    replaceOne(
      name,
      random,
      /[كيهة]/gu,
      (letter) => ({ ك: 'ک', ي: 'ی' })[letter] ?? oneOf(random, ['ہ', 'ە']) ?? 'ہ',
    ),
  ),
  'article in Latin': inLatin((name, random) => {
    const rest = name.replace(/^(?:al|ar|as|ash|at|az|ad|adh|an|ath)[ -]/iu, '');
    const first = rest.match(/^(?:sh|th|dh|[sdrntz])/iu)?.[0].toLowerCase();
    return `${oneOf(random, ['', 'al-', 'al ', 'Al', 'el ', 'El-', ...(first ? [`a${first}-`, `a${first} `] : [])]) ?? ''}${rest}`;
  }),
  'signs left out': inLatin((name) => name.normalize('NFD').replace(/[\p{M}ʿʾ’'‘]/gu, '')),
  romanisation: inLatin(romanised),
  'spaces and hyphens': (name, random) =>
    / |-/u.test(name)
      ? name.replace(/[ -]/u, oneOf(random, ['', ' ', '-', '  ']) ?? ' ')
      : withinWord(name, random, (before, after) => `${before} ${after}`),
  swapped: (name, random) => withinWord(name, random, (before, after) => swapLast(before, after)),
  missing: (name, random) => withinWord(name, random, (before, after) => before + after.slice(1)),
  doubled: (name, random) => withinWord(name, random, (before, after) => before + after.slice(0, 1) + after),
};

/** Pairs that people write for each other in Latin letters. */
const HABITS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/q/giu, ['g', 'k', 'gh']],
  [/gh/giu, ['g', 'q']],
  [/kh/giu, ['x', 'kh']],
  [/ay/giu, ['ai', 'ei', 'ey', 'e']],
  [/aw/giu, ['au', 'ow', 'o']],
  [/ah$/giu, ['a', 'eh', 'e']],
  [/ī|i/giu, ['ee', 'e', 'y']],
  [/ū|u/giu, ['oo', 'ou', 'o']],
  [/ā|a/giu, ['aa', 'e', 'a']],
  [/sh/giu, ['ch', 'sch']],
  [/dh/giu, ['d', 'th', 'z']],
  [/th/giu, ['t', 's']],
  [/y/giu, ['i']],
  [/w/giu, ['u', 'ou']],
  [/ʿ/giu, ["'", '3', '']],
  [/j/giu, ['dj', 'g']],
];

function romanised(name: string, random: Random): string | null {
  let written = name;
  for (let habits = wholeBetween(random, 1, 3); habits > 0; habits--) {
    const fitting = HABITS.filter(([letters]) => written.search(letters) >= 0);
    const [letters, ways] = oneOf(random, fitting) ?? [];
    if (letters === undefined || ways === undefined) return null;
    written = replaceOne(written, random, letters, () => oneOf(random, ways) ?? '') ?? written;
  }
  return written;
}

function inArabic(misspell: Misspelling): Misspelling {
  return (name, random) => (isArabic(name) ? misspell(name, random) : null);
}

function inLatin(misspell: Misspelling): Misspelling {
  return (name, random) => (isArabic(name) ? null : misspell(name, random));
}

function replaceOne(
  name: string,
  random: Random,
  letters: RegExp,
  by: (letter: string) => string,
): string | null {
  const match = oneOf(random, [...name.matchAll(letters)]);
  return match === undefined
    ? null
    : name.slice(0, match.index) + by(match[0]) + name.slice(match.index + match[0].length);
}

function swapEnd(name: string, one: string, other: string): string | null {
  if (name.endsWith(one)) return name.slice(0, -1) + other;
  return name.endsWith(other) ? name.slice(0, -1) + one : null;
}

/** Between two letters of a word, not within its article. */
function withinWord(
  name: string,
  random: Random,
  join: (before: string, after: string) => string,
): string | null {
  const article = name.match(/^(?:ال|[Aa][a-z]{1,2}[ -])/u)?.[0].length ?? 0;
  const places = Array.from({ length: name.length }, (_, at) => at).filter(
    (at) => at > article && LETTER.test(name[at - 1] ?? '') && LETTER.test(name[at] ?? ''),
  );
  const at = oneOf(random, places);
  return at === undefined ? null : join(name.slice(0, at), name.slice(at));
}

function swapLast(before: string, after: string): string {
  return before.slice(0, -1) + after.slice(0, 1) + before.slice(-1) + after.slice(1);
}

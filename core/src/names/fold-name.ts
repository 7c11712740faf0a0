import { normaliseName } from './normalise-name.ts';

/**
 * What a letter of a normalised Arabic name sounds like, in the alphabet of `foldName`: letters that people and
 * romanisations take for each other fall together. ʿAyn and hamza are not heard by all, so they have no letter.
 */
const ARABIC_SOUNDS: ReadonlyMap<string, string> = new Map([
  ...lettersAs('ا', 'a'),
  ...lettersAs('و', 'u'),
  ...lettersAs('ي', 'i'),
  ...lettersAs('بپ', 'b'),
  ...lettersAs('تطث', 't'),
  ...lettersAs('جچ', 'j'),
  ...lettersAs('حه', 'h'),
  ...lettersAs('خ', 'x'),
  ...lettersAs('دذضظ', 'd'),
  ...lettersAs('ر', 'r'),
  ...lettersAs('ز', 'z'),
  ...lettersAs('سص', 's'),
  ...lettersAs('ش', 'c'),
  ...lettersAs('ع', ''),
  ...lettersAs('غقكگ', 'k'),
  ...lettersAs('ف', 'f'),
  ...lettersAs('ل', 'l'),
  ...lettersAs('م', 'm'),
  ...lettersAs('ن', 'n'),
]);

/** Latin letters, and pairs of them, that stand for one sound; the longest that fits is taken. */
const LATIN_SOUNDS: ReadonlyMap<string, string> = new Map([
  ['sch', 'c'],
  ['tch', 'c'],
  ['sh', 'c'],
  ['ch', 'c'],
  ['kh', 'x'],
  ['gh', 'k'],
  ['ck', 'k'],
  ['dh', 'd'],
  ['th', 't'],
  ['ph', 'f'],
  ['dj', 'j'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ow', 'u'],
  ['ee', 'i'],
  ['ie', 'i'],
  ...lettersAs('a', 'a'),
  ...lettersAs('eiy', 'i'),
  ...lettersAs('ouw', 'u'),
  ...lettersAs('bp', 'b'),
  ...lettersAs('cgkq', 'k'),
  ...lettersAs('d', 'd'),
  ...lettersAs('fv', 'f'),
  ...lettersAs('h', 'h'),
  ...lettersAs('j', 'j'),
  ...lettersAs('l', 'l'),
  ...lettersAs('m', 'm'),
  ...lettersAs('n', 'n'),
  ...lettersAs('r', 'r'),
  ...lettersAs('s', 's'),
  ...lettersAs('t', 't'),
  ...lettersAs('x', 'x'),
  ...lettersAs('z', 'z'),
]);
const LONGEST_LATIN = 3;

/** Digits that stand for Arabic letters in chats: 3afaf, 7ali. */
const CHAT_DIGITS: ReadonlyMap<string, string> = new Map([
  ['2', ''],
  ['3', ''],
  ['5', 'x'],
  ['6', 't'],
  ['7', 'h'],
  ['8', 'k'],
  ['9', 's'],
]);

/** Fewer letters than these are common to too many names. */
const LEAST_NEAR = 2;

const FIRST_WORD = /^[^ ]+ /u;

/** Grows with every change of the keys, so that what is stored is keyed anew. */
export const NAME_KEYS_VERSION = 2;

/** How a name is found: by how it is written, how it sounds, and by its consonants alone. */
export interface NameKeys {
  /** As `normaliseName` gives it. */
  readonly spelling: string;
  /** The same for Arabic and Latin letters and for most romanisations; words parted by spaces. */
  readonly sound: string;
  /** The sound without vowels, spaces and what is said twice: the same however the vowels are written, or not at all. */
  readonly consonants: string;
}

/**
 * The keys of a name in Arabic or Latin letters. One way for what is stored and for what is asked. A name of vowels and
 * ʿayn alone has no consonants.
 */
export function nameKeys(name: string): NameKeys {
  const spelling = normaliseName(name);
  const sound = spelling.split(' ').map(soundOfWord).filter(Boolean).join(' ');
  return { spelling, sound, consonants: withoutVowels(sound) };
}

/**
 * Under what names are found that are close to each other: the letters of their sound, and these with each one left out (a
 * letter missed, added, changed or swapped with the next leaves one of them in common; symmetric deletion, Garbe 2012),
 * and all their consonants (however their vowels are written).
 */
export function closeKeys({ sound, consonants }: NameKeys): readonly string[] {
  return [...withEachLeftOut(lettersOf(sound)), ...allConsonants(consonants)];
}

/**
 * Under what names are found that are further apart: their consonants with each one left out (a slip, and other vowels
 * too), and all that comes after the first word (one that was not meant). Of short names thousands have one in common.
 */
export function furtherKeys({ sound, consonants }: NameKeys): readonly string[] {
  return [...withEachLeftOut(consonants).map((letters) => `-${letters}`), ...laterWordsKeys(sound)];
}

/** All keys under which a name is kept: by its later words too, because the first one is often left out. */
export function keptKeys(keys: NameKeys): readonly string[] {
  return [...new Set([...closeKeys(keys), ...furtherKeys(keys)])];
}

function laterWordsKeys(sound: string): string[] {
  const later = lettersOf(sound.replace(FIRST_WORD, ''));
  return sound.includes(' ') ? [later, ...allConsonants(withoutVowels(later))] : [];
}

function allConsonants(consonants: string): string[] {
  return consonants === '' ? [] : [`=${consonants}`];
}

function withEachLeftOut(letters: string): string[] {
  const keys = [letters, ...Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1))];
  return keys.filter(({ length }) => length >= LEAST_NEAR);
}

function lettersOf(sound: string): string {
  return sound.replaceAll(' ', '');
}

function withoutVowels(sound: string): string {
  return sound.replace(/[aiu ]/gu, '');
}

function soundOfWord(word: string): string {
  return withoutFinalH(/\p{Script=Arabic}/u.test(word) ? soundOfArabic(word) : soundOfLatin(word));
}

function soundOfArabic(word: string): string {
  return Array.from(word, (letter) => ARABIC_SOUNDS.get(letter) ?? letter).join('');
}

function soundOfLatin(word: string): string {
  const hasLetters = /\p{L}/u.test(word);
  let sound = '';
  for (let at = 0; at < word.length; ) {
    const [letters, heard] = soundAt(word, at, hasLetters);
    // A letter that is doubled is heard once.
    if (heard !== sound.at(-1)) sound += heard;
    at += letters;
  }
  return sound;
}

/** How many characters make the next sound, and which one it is. */
function soundAt(word: string, at: number, hasLetters: boolean): readonly [letters: number, heard: string] {
  for (let length = LONGEST_LATIN; length > 0; length--) {
    const heard = LATIN_SOUNDS.get(word.slice(at, at + length));
    if (heard !== undefined) return [length, heard];
  }
  const letter = word[at] ?? '';
  return [1, (hasLetters ? CHAT_DIGITS.get(letter) : undefined) ?? letter];
}

/** The ending -ah, -eh, or ة: heard as a vowel. */
function withoutFinalH(sound: string): string {
  if (!sound.endsWith('h') || sound.length < 3) return sound;
  const stem = sound.slice(0, -1);
  return /[aiu]$/u.test(stem) ? stem : `${stem}a`;
}

function lettersAs(letters: string, sound: string): (readonly [string, string])[] {
  return Array.from(letters, (letter) => [letter, sound] as const);
}

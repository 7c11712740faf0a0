const ARABIC_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ہ', 'ه'],
  ['ە', 'ه'],
]);

/** Hamza on its own, tatweel, and the many ways to write an apostrophe, ʿayn or hamza in Latin letters. */
const DROPPED = /[ءـ'’‘‛`´ʹʻʼʽʾʿˈ]/gu;
/** Marks on letters once these are decomposed, and invisible controls of direction and joining. */
const MARKS = /[\p{M}\p{Cf}]/gu;
const ARABIC_ARTICLE = /(?<=^| )ال(?=\p{L}{2})/gu;
/** al-, el-, or with its consonant assimilated to the next: ash-Sh…, as-S…, ar-R… */
const LATIN_ARTICLE = /(?<=^| )(?:[ae]l |a(?<consonant>sh|th|dh|[dnrstz]) (?=\k<consonant>))(?=\p{L})/gu;

/**
 * A key under which spellings of a name in Arabic or Latin letters meet: without vowel marks, hamzas, ʿayn signs,
 * articles and punctuation, in lower case, digits as 0-9, words parted by single spaces.
 */
export function normaliseName(text: string): string {
  return wordsOf(text).replace(ARABIC_ARTICLE, '').replace(LATIN_ARTICLE, '');
}

/** How many articles are written in a name, which `normaliseName` leaves out. */
export function articlesIn(text: string): number {
  const words = wordsOf(text);
  return [ARABIC_ARTICLE, LATIN_ARTICLE].reduce((sum, one) => sum + [...words.matchAll(one)].length, 0);
}

function wordsOf(text: string): string {
  const letters = text
    .replace(DROPPED, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(DROPPED, '')
    .toLowerCase();
  const unified = Array.from(
    letters,
    (letter) => ARABIC_LETTERS.get(letter) ?? digitOf(letter) ?? letter,
  ).join('');
  return unified.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The Latin digit of an Arabic-Indic or Persian one. */
function digitOf(letter: string): string | null {
  if (/[٠-٩]/u.test(letter)) return String(letter.charCodeAt(0) - 0x660);
  if (/[۰-۹]/u.test(letter)) return String(letter.charCodeAt(0) - 0x6f0);
  return null;
}

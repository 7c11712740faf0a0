/**
 * Names of places as Arabic makes them, seeded: a root of three consonants in a pattern, with an article, a word before it
 * or an ending, in Arabic and in Latin letters at once. There is no list of a kingdom's villages that may be shipped.
 */
import { oneOf, type Random } from '../../core/test/generators/seeded-random.ts';

export interface MadeName {
  readonly ar: string;
  readonly en: string;
}

/** Consonants with their romanisation. */
const CONSONANTS: readonly (readonly [string, string])[] = [
  ['ب', 'b'],
  ['ت', 't'],
  ['ث', 'th'],
  ['ج', 'j'],
  ['ح', 'h'],
  ['خ', 'kh'],
  ['د', 'd'],
  ['ذ', 'dh'],
  ['ر', 'r'],
  ['ز', 'z'],
  ['س', 's'],
  ['ش', 'sh'],
  ['ص', 's'],
  ['ض', 'd'],
  ['ط', 't'],
  ['ظ', 'z'],
  ['ع', 'ʿ'],
  ['غ', 'gh'],
  ['ف', 'f'],
  ['ق', 'q'],
  ['ك', 'k'],
  ['ل', 'l'],
  ['م', 'm'],
  ['ن', 'n'],
  ['ه', 'h'],
];
/** Sun letters, into which the l of the article goes over. */
const SUN = 'تثدذرزسشصضطظلن';

/** Patterns of three consonants: Arabic and Latin. */
const PATTERNS: readonly ((a: Sound, b: Sound, c: Sound) => MadeName)[] = [
  (a, b, c) => ({ ar: a.ar + b.ar + c.ar, en: `${a.en}a${b.en}a${c.en}` }),
  (a, b, c) => ({ ar: `${a.ar}${b.ar}ي${c.ar}`, en: `${a.en}a${b.en}i${c.en}` }),
  (a, b, c) => ({ ar: `${a.ar}ا${b.ar}${c.ar}`, en: `${a.en}a${b.en}i${c.en}` }),
  (a, b, c) => ({ ar: `${a.ar}${b.ar}ا${c.ar}`, en: `${a.en}i${b.en}a${c.en}` }),
  (a, b, c) => ({ ar: `${a.ar}${b.ar}و${c.ar}`, en: `${a.en}u${b.en}u${c.en}` }),
  (a, b, c) => ({ ar: `${a.ar}${b.ar}ي${c.ar}ة`, en: `${a.en}u${b.en}ay${c.en}ah` }),
  (a, b, c) => ({ ar: `${a.ar}${b.ar}${c.ar}ة`, en: `${a.en}a${b.en}${c.en}ah` }),
  (a, b, c) => ({ ar: `م${a.ar}${b.ar}${c.ar}`, en: `ma${a.en}${b.en}a${c.en}` }),
  (a, b, c) => ({ ar: `م${a.ar}${b.ar}${c.ar}ة`, en: `ma${a.en}${b.en}a${c.en}ah` }),
  (a, b, c) => ({ ar: `${a.ar}${b.ar}${c.ar}ان`, en: `${a.en}a${b.en}${c.en}an` }),
  (a, b, c) => ({ ar: `${a.ar}وا${b.ar}${c.ar}`, en: `${a.en}awa${b.en}i${c.en}` }),
];
const BEFORE: readonly MadeName[] = [
  { ar: 'وادي', en: 'Wadi' },
  { ar: 'بني', en: 'Bani' },
  { ar: 'أم', en: 'Umm' },
  { ar: 'أبو', en: 'Abu' },
  { ar: 'شعب', en: 'Shiʿb' },
  { ar: 'بئر', en: 'Biʾr' },
  { ar: 'عين', en: 'ʿAyn' },
  { ar: 'جبل', en: 'Jabal' },
];

interface Sound {
  readonly ar: string;
  readonly en: string;
}

export function madeName(random: Random): MadeName {
  const [a, b, c] = [sound(random), sound(random), sound(random)];
  const pattern = oneOf(random, PATTERNS) ?? PATTERNS[0];
  const stem = pattern?.(a, b, c) ?? { ar: '', en: '' };
  const named = random() < 0.5 ? withArticle(stem) : { ar: stem.ar, en: capital(stem.en) };
  if (random() < 0.7) return named;
  const before = oneOf(random, BEFORE);
  return before === undefined ? named : { ar: `${before.ar} ${named.ar}`, en: `${before.en} ${named.en}` };
}

function sound(random: Random): Sound {
  const [ar, en] = oneOf(random, CONSONANTS) ?? ['ب', 'b'];
  return { ar, en };
}

function withArticle({ ar, en }: MadeName): MadeName {
  const first = /^(?:sh|th|dh|[a-zʿ])/u.exec(en)?.[0] ?? '';
  const article = SUN.includes(ar[0] ?? ' ') ? `A${first}` : 'Al';
  return { ar: `ال${ar}`, en: `${article} ${capital(en)}` };
}

function capital(text: string): string {
  return text.startsWith('ʿ') ? `ʿ${capital(text.slice(1))}` : text.slice(0, 1).toUpperCase() + text.slice(1);
}

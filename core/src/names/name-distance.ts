const VOWELS = 'aiu';
/** One vowel for another, or one that is not written: Arabic leaves most of them out, romanisations differ in the rest. */
const VOWEL_CHANGED = 0.3;
const VOWEL_MISSED = 0.35;
/** Heard at the end of a syllable by some only. */
const H_MISSED = 0.4;
const SPACE_MISSED = 0.1;
/** A letter that is written twice, or once instead of twice. */
const DOUBLED = 0.3;
const SWAPPED = 0.6;
const LETTER = 1;
/** Sounds that dialects and romanisations confuse: ث th with s, ذ ظ dh with z, ج j with g, خ kh with h and k, ش sh with s. */
const CONFUSED = 0.5;
const CONFUSED_PAIRS: ReadonlySet<string> = new Set([
  'st',
  'dz',
  'dt',
  'jk',
  'hx',
  'kx',
  'cs',
  'cj',
  'cx',
  'ht',
]);
/** Each letter of a name that is not typed yet. */
const NOT_YET_TYPED = 0.1;

/**
 * How far what is asked is from a name, both as sounds (`nameKeys`): the weighted cost of the letters changed, missed, added or
 * swapped with the next (optimal string alignment; Damerau 1964). Letters of the name after the last one asked cost
 * little, so that a beginning finds it. 0: the same.
 */
export function nameDistance(asked: string, name: string): number {
  const width = name.length + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, () => 0);
  for (let j = 1; j < width; j++) last[j] = (last[j - 1] ?? 0) + missed(name, j - 1);
  for (let i = 1; i <= asked.length; i++) {
    const row = [(last[0] ?? 0) + missed(asked, i - 1)];
    for (let j = 1; j < width; j++) {
      const swapped =
        i > 1 && j > 1 && asked[i - 1] === name[j - 2] && asked[i - 2] === name[j - 1]
          ? (beforeLast[j - 2] ?? 0) + SWAPPED
          : Number.POSITIVE_INFINITY;
      row[j] = Math.min(
        (last[j - 1] ?? 0) + changed(asked[i - 1] ?? '', name[j - 1] ?? ''),
        (last[j] ?? 0) + missed(asked, i - 1),
        (row[j - 1] ?? 0) + missed(name, j - 1),
        swapped,
      );
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(...last.map((cost, j) => cost + (width - 1 - j) * NOT_YET_TYPED));
}

function changed(one: string, other: string): number {
  if (one === other) return 0;
  if (VOWELS.includes(one) && VOWELS.includes(other)) return VOWEL_CHANGED;
  return CONFUSED_PAIRS.has(one < other ? one + other : other + one) ? CONFUSED : LETTER;
}

function missed(text: string, at: number): number {
  const letter = text[at] ?? '';
  if (letter === ' ') return SPACE_MISSED;
  if (letter === text[at - 1]) return DOUBLED;
  if (VOWELS.includes(letter)) return VOWEL_MISSED;
  return letter === 'h' ? H_MISSED : LETTER;
}

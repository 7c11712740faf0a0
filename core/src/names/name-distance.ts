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
const CONFUSED_PAIRS = ['st', 'dz', 'dt', 'jk', 'hx', 'kx', 'cs', 'cj', 'cx', 'ht'];
/** Each letter of a name that is not typed yet. */
const NOT_YET_TYPED = 0.1;

/** What it costs to change one letter into another, and to miss one, by their codes; beyond these it costs `LETTER`. */
const CODES = 128;
const CHANGED = changeCosts();
const MISSED = missCosts();
const SPACE = 32;

/**
 * How far what is asked is from a name, both as sounds (`nameKeys`): the weighted cost of the letters changed, missed, added or
 * swapped with the next (optimal string alignment; Damerau 1964). Letters of the name after the last one asked cost
 * little, so that a beginning finds it. 0: the same.
 */
export function nameDistance(asked: string, name: string): number {
  const width = name.length + 1;
  let [beforeLast, last, row, missedOfName] = buffersFor(width);
  last[0] = 0;
  for (let j = 1; j < width; j++) {
    const missed = missedAt(name, j - 1);
    missedOfName[j] = missed;
    last[j] = (last[j - 1] ?? 0) + missed;
  }
  for (let i = 1; i <= asked.length; i++) {
    const [letter, before] = [asked.charCodeAt(i - 1), asked.charCodeAt(i - 2)];
    const missed = missedAt(asked, i - 1);
    let left = (last[0] ?? 0) + missed;
    row[0] = left;
    let otherBefore = 0;
    for (let j = 1; j < width; j++) {
      const other = name.charCodeAt(j - 1);
      left = Math.min(
        (last[j - 1] ?? 0) + changed(letter, other),
        (last[j] ?? 0) + missed,
        left + (missedOfName[j] ?? 0),
      );
      if (letter === otherBefore && before === other) {
        left = Math.min(left, (beforeLast[j - 2] ?? 0) + SWAPPED);
      }
      row[j] = left;
      otherBefore = other;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < width; j++) least = Math.min(least, (last[j] ?? 0) + (width - 1 - j) * NOT_YET_TYPED);
  return least;
}

type Buffers = [Float64Array, Float64Array, Float64Array, Float64Array];
let buffers: Buffers = newBuffers(64);

/** The same ones each time: made anew they cost as much as what is worked out in them. */
function buffersFor(width: number): Buffers {
  if (buffers[0].length < width) buffers = newBuffers(2 * width);
  return buffers;
}

function newBuffers(width: number): Buffers {
  const one = () => new Float64Array(width);
  return [one(), one(), one(), one()];
}

function changed(one: number, other: number): number {
  if (one === other) return 0;
  return one < CODES && other < CODES ? (CHANGED[one * CODES + other] ?? LETTER) : LETTER;
}

function changeCosts(): Float64Array {
  const costs = new Float64Array(CODES * CODES).fill(LETTER);
  const set = ([one = '', other = '']: Iterable<string>, cost: number) => {
    costs[one.charCodeAt(0) * CODES + other.charCodeAt(0)] = cost;
    costs[other.charCodeAt(0) * CODES + one.charCodeAt(0)] = cost;
  };
  for (const one of VOWELS) for (const other of VOWELS) set([one, other], VOWEL_CHANGED);
  for (const pair of CONFUSED_PAIRS) set(pair, CONFUSED);
  return costs;
}

function missedAt(text: string, at: number): number {
  const letter = text.charCodeAt(at);
  if (letter !== SPACE && letter === text.charCodeAt(at - 1)) return DOUBLED;
  return MISSED[letter] ?? LETTER;
}

function missCosts(): Float64Array {
  const costs = new Float64Array(CODES).fill(LETTER);
  for (const vowel of VOWELS) costs[vowel.charCodeAt(0)] = VOWEL_MISSED;
  costs['h'.charCodeAt(0)] = H_MISSED;
  costs[' '.charCodeAt(0)] = SPACE_MISSED;
  return costs;
}

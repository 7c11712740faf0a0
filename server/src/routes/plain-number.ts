const [ZERO, NINE, POINT, MINUS] = [...'09.-'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];
/** So many digits a double holds as they are. */
const MOST_DIGITS = 15;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * The number in a part of a text, written as digits with a point between them or without, and maybe a minus; NaN: it is
 * written otherwise. The same as `Number` makes of it: digits that a double holds, divided by a power of ten that it holds
 * too, are rounded once.
 */
export function plainNumber(text: string, from: number, to: number): number {
  const isNegative = text.charCodeAt(from) === MINUS;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (let i = isNegative ? from + 1 : from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (code === POINT && decimals < 0 && digits > 0) decimals = 0;
    else return Number.NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0) return Number.NaN;
  const size = value / (POWERS[Math.max(0, decimals)] ?? 1);
  return isNegative ? -size : size;
}

const LONGEST_WORD = 24;
const MAY_BREAK = '\u200b';

/** A text whose longest words may break: a name of three hundred letters stays on its page. */
export function breakable(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const letters = [...word];
      if (letters.length <= LONGEST_WORD) return word;
      const pieces = Array.from({ length: Math.ceil(letters.length / LONGEST_WORD) }, (_, index) =>
        letters.slice(index * LONGEST_WORD, (index + 1) * LONGEST_WORD).join(''),
      );
      return pieces.join(MAY_BREAK);
    })
    .join(' ');
}

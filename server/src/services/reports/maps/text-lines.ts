/** Of a letter of Plex in its size, on average and a little more: nothing is measured where maps are drawn. */
const LETTER_WIDTH = 0.56;
const ARABIC_LETTER_WIDTH = 0.47;
const ARABIC = /\p{Script=Arabic}/u;

/** How wide a line of text is, at most. */
export function widthOf(text: string, size: number): number {
  return [...text].length * size * letterWidth(text);
}

/** Words in as many lines as they need; a word that is too long for one is cut. */
export function wrapped(text: string, size: number, width: number): string[] {
  const most = Math.max(4, Math.floor(width / (size * letterWidth(text))));
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, most))) {
    if (current !== '' && current.length + 1 + word.length > most) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return current === '' ? lines : [...lines, current];
}

/** A name as it can stand on a map, with an ellipsis where it is longer than any name ought to be. */
export function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function pieces(word: string, most: number): string[] {
  const letters = [...word];
  if (letters.length <= most) return [word];
  return [letters.slice(0, most).join(''), ...pieces(letters.slice(most).join(''), most)];
}

function letterWidth(text: string): number {
  return ARABIC.test(text) ? ARABIC_LETTER_WIDTH : LETTER_WIDTH;
}

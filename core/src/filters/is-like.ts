/** A part of a pattern: a character, one character whichever (null), or any characters. */
type Part = string | null | typeof ANY;
const ANY = Symbol('any characters');

/**
 * Whether a text is like a pattern: `%` stands for any characters, `_` for one, and a backslash takes their meaning away.
 * Takes at most the product of both lengths, whatever the pattern.
 */
export function isLike(text: string, pattern: string): boolean {
  const characters = [...text];
  const parts = partsOf(pattern);
  let at = 0;
  let part = 0;
  // Where to go on when it fails: what the last `%` took, and one more.
  let afterAny: { readonly part: number; readonly at: number } | null = null;
  while (at < characters.length) {
    const expected = parts[part];
    if (expected === ANY) {
      part += 1;
      afterAny = { part, at };
    } else if (part < parts.length && (expected === null || expected === characters[at])) {
      part += 1;
      at += 1;
    } else if (afterAny !== null) {
      afterAny = { part: afterAny.part, at: afterAny.at + 1 };
      ({ part, at } = afterAny);
    } else {
      return false;
    }
  }
  return parts.slice(part).every((one) => one === ANY);
}

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  let isEscaped = false;
  for (const character of pattern) {
    if (!isEscaped && character === '\\') {
      isEscaped = true;
      continue;
    }
    if (isEscaped || (character !== '%' && character !== '_')) parts.push(character);
    else parts.push(character === '%' ? ANY : null);
    isEscaped = false;
  }
  return parts;
}

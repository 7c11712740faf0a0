// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text without the characters that no XML document can hold: one of them in a name would break a map for ever. */
export function heldText(text: string): string {
  return text.replace(UNHELD, '');
}

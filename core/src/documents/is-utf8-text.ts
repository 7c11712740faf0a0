/** Tab, line feed, form feed and carriage return: the control characters that texts have. */
const CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d]);
const FIRST_PRINTED = 0x20;
const DELETE = 0x7f;

/** Whether bytes are text in UTF-8: well formed, and with no control characters but those that texts have. */
export function isUtf8Text(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === DELETE || (byte < FIRST_PRINTED && !CONTROLS.has(byte))) return false;
    const length = lengthAt(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** How many bytes the character has that begins here, by RFC 3629; 0 where none does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const second = bytes[at + 1] ?? 0;
  // Longer than need be, halves of surrogate pairs, and beyond the last character.
  const isWrong =
    first < 0xc2 ||
    first > 0xf4 ||
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  const rest = bytes.subarray(at + 1, at + length);
  return !isWrong && rest.length === length - 1 && rest.every((byte) => byte >> 6 === 2) ? length : 0;
}

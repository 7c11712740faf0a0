/** The number that a cell of a list holds, also in Arabic-Indic digits; NaN where it is none, or beyond the limit. */
export function readCoordinate(text: string, limit: 90 | 180): number {
  let value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value))
    value = /^[+-]?\d+(?:\.\d*)?$/.test(plain(text)) ? Number(plain(text)) : Number.NaN;
  return Math.abs(value) <= limit ? value : Number.NaN;
}

/** In Latin digits with a point, without signs of direction, blanks and the sign of degrees. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cf}\s°]/gu, '')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace('−', '-')
    .replace(/[٫,،]/u, '.');
}

import type { Position } from '@nitaq/core';

const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;
/** Degrees, then minutes and seconds if any, as typed or as copied from other maps. */
const ANGLE =
  /^([+-]?\d+(?:\.\d+)?)\s*°?(?:(?<=[°\s])\s*(\d+(?:\.\d+)?)\s*['′](?:\s*(\d+(?:\.\d+)?)\s*(?:"|″|''))?)?$/;
const HEMISPHERES: readonly (readonly [RegExp, number])[] = [
  [/(?:[NE]|شمالًا|شمالا|شمال|شرقًا|شرقا|شرق)$/i, 1],
  [/(?:[SW]|جنوبًا|جنوبا|جنوب|غربًا|غربا|غرب)$/i, -1],
];

/** Latin digits and a point, whatever digits and decimal separator the person types. */
export function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - ARABIC_INDIC_ZERO))
    .replace(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - PERSIAN_ZERO))
    .replace(/٫/g, '.');
}

/** Degrees from `20.3164`, `٢٠٫٣١٦٤`, `20°18'59"N` or `20.3164° شمالًا`; null when it is none of these. */
export function parseAngle(text: string): number | null {
  let rest = latinDigits(text).trim();
  let sign = 1;
  for (const [hemisphere, itsSign] of HEMISPHERES) {
    if (!hemisphere.test(rest)) continue;
    rest = rest.replace(hemisphere, '').trim();
    sign = itsSign;
  }
  const [, degrees, minutes = '0', seconds = '0'] = ANGLE.exec(rest) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  return sign * (degrees.startsWith('-') ? -size : size);
}

/** A position from two fields; null while either is missing or out of range. */
export function parsePosition(latitude: string, longitude: string): Position | null {
  const north = parseAngle(latitude);
  const east = parseAngle(longitude);
  if (north === null || east === null || Math.abs(north) > 90 || Math.abs(east) > 180) return null;
  return [east, north];
}

/** Two angles pasted into one field, in the order other maps copy them: latitude first. Null otherwise. */
export function splitPair(text: string): { latitude: string; longitude: string } | null {
  for (const separator of [/[,،;]|\s{2,}|\t/g, /\s/g]) {
    const pairs = [...text.trim().matchAll(separator)].flatMap(({ index, 0: { length } }) => {
      const latitude = text.trim().slice(0, index).trim();
      const longitude = text
        .trim()
        .slice(index + length)
        .trim();
      return parseAngle(latitude) === null || parseAngle(longitude) === null ? [] : [{ latitude, longitude }];
    });
    // Where two ways to read it remain, neither is taken.
    if (pairs.length === 1) return pairs[0] ?? null;
  }
  return null;
}

/** The position that two angles in one text name, latitude first; null: the text is something else. */
export function parsePair(text: string): Position | null {
  const pair = splitPair(text);
  return pair && parsePosition(pair.latitude, pair.longitude);
}

/** Whether a field now holds more than one more sign: pasted or filled in, not typed. */
export function isPasted(before: string, after: string): boolean {
  return after.length - before.length > 1;
}

import { latinDigits } from './coordinates.ts';

/** A telephone number as it was typed, in whatever digits and groups: `+966501234567`; null where it is none. */
export function parsePhone(text: string): string | null {
  const digits = latinDigits(text)
    .replace(/[\s().\-\u200e\u200f\u2066-\u2069]/gu, '')
    .replace(/^00/u, '+');
  return /^\+?\d{3,15}$/u.test(digits) ? digits : null;
}

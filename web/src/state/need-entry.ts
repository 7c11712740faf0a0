import type { NeedInput } from '@nitaq/core';
import { latinDigits } from './coordinates.ts';

const MOST = 1_000_000;

/** What a person typed into the form of a village's counts. */
export interface NeedEntry {
  readonly round: string;
  readonly orphans: string;
  readonly widows: string;
  readonly families: string;
}

/** A count as it was typed, in whatever digits; null where it is none. */
export function parseCount(text: string): number | null {
  const digits = latinDigits(text).trim();
  if (!/^\d{1,7}$/.test(digits)) return null;
  return Number(digits) <= MOST ? Number(digits) : null;
}

/** The counts that were typed; null where one of them, or the round, is none. */
export function parseNeed({ round, ...counts }: NeedEntry): NeedInput | null {
  const typed = latinDigits(round).trim();
  const orphans = parseCount(counts.orphans);
  const widows = parseCount(counts.widows);
  const families = parseCount(counts.families);
  if (!/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(typed)) return null;
  if (orphans === null || widows === null || families === null) return null;
  return { round: typed, orphans, widows, families };
}

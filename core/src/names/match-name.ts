import type { VillageFound } from '../model/village.ts';
import type { NameKeys } from './fold-name.ts';
import { nameDistance } from './name-distance.ts';

/** Why a name is an answer. */
export type NameMatchReason = VillageFound['match']['reason'];

export interface NameMatch {
  readonly reason: NameMatchReason;
  /** From 1, the same, down to 0. */
  readonly score: number;
}

/** So much of the score is how a name sounds or how it is written, whichever is more alike; the rest is the other. */
const MAIN_WEIGHT = 0.8;
/** A name that is less like what was asked is no answer. */
const LEAST_SCORE = 0.45;
/** The beginning of a later word, or of the name with the first word left out. */
const LATER_WORD = 0.9;

/** How well a name answers what was asked, both as keys of `nameKeys`; null where it does not. */
export function matchName(asked: NameKeys, name: NameKeys): NameMatch | null {
  if (asked.spelling === '') return null;
  if (asked.spelling === name.spelling) return { reason: 'exact', score: 1 };
  const score = Math.max(likeness(asked, name), LATER_WORD * likenessToLaterWord(asked, name));
  if (score < LEAST_SCORE) return null;
  return { reason: reasonOf(asked, name), score: Math.min(score, 0.99) };
}

function reasonOf(asked: NameKeys, name: NameKeys): NameMatchReason {
  if (asked.sound !== '' && asked.sound === name.sound) return 'sound';
  if (name.spelling.startsWith(asked.spelling)) return 'beginning';
  if (name.spelling.includes(` ${asked.spelling}`)) return 'word';
  return asked.consonants !== '' && asked.consonants === name.consonants ? 'sound' : 'similar';
}

function likeness(asked: NameKeys, name: NameKeys): number {
  const heard = likenessOf(asked.sound, name.sound);
  const written = likenessOf(asked.spelling, name.spelling);
  return MAIN_WEIGHT * Math.max(heard, written) + (1 - MAIN_WEIGHT) * Math.min(heard, written);
}

/** Of words that each letter misses a part of, a short one is missed sooner than a long one. */
function likenessOf(asked: string, name: string): number {
  if (asked === '') return 0;
  return Math.max(0, 1 - nameDistance(asked, name) / Math.max(2, Math.min(asked.length, name.length)));
}

function likenessToLaterWord(asked: NameKeys, name: NameKeys): number {
  const [spelling, sound] = [laterWords(name.spelling), laterWords(name.sound)];
  return sound === '' ? 0 : likeness(asked, { spelling, sound, consonants: '' });
}

function laterWords(key: string): string {
  const at = key.indexOf(' ');
  return at === -1 ? '' : key.slice(at + 1);
}

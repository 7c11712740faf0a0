import { askedNames, normaliseName, type Village } from '@nitaq/core';

interface Entry {
  readonly village: Village;
  readonly keys: readonly string[];
}
export type VillageIndex = readonly Entry[];

/** How well a key answers the words: the beginning of the name, of a later word, or anywhere. */
const RANKS: readonly ((key: string, wanted: string) => boolean)[] = [
  (key, wanted) => key === wanted,
  (key, wanted) => key.startsWith(wanted),
  (key, wanted) => key.includes(` ${wanted}`),
  (key, wanted) => key.includes(wanted),
];

/** Prepares villages for `findVillages`: their names in both languages and their aliases, normalised once. */
export function indexVillages(villages: readonly Village[]): VillageIndex {
  return villages.map((village) => ({
    village,
    keys: [village.name.ar, village.name.en, ...village.aliases].map(normaliseName),
  }));
}

/** The villages that answer `words`, best first, at most `limit`; none for empty words. */
export function findVillages(index: VillageIndex, words: string, limit: number): Village[] {
  const wanted = askedNames(words).flatMap(({ spelling }) => (spelling === '' ? [] : [spelling]));
  if (wanted.length === 0) return [];
  return index
    .map(({ village, keys }) => ({ village, rank: Math.min(...wanted.map((way) => rankOf(keys, way))) }))
    .filter(({ rank }) => rank < RANKS.length)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ village }) => village);
}

function rankOf(keys: readonly string[], wanted: string): number {
  const rank = RANKS.findIndex((answers) => keys.some((key) => answers(key, wanted)));
  return rank === -1 ? RANKS.length : rank;
}

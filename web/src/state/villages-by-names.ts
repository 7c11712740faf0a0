import { normaliseName, type Village } from '@nitaq/core';

/** What a list of names was found to be. */
export interface NamedVillages {
  readonly villages: readonly Village[];
  /** Names of no village, as they were written. */
  readonly unknown: readonly string[];
  /** Names that several villages have. */
  readonly ambiguous: readonly string[];
}

/** Between names: lines, commas of both scripts, semicolons, tabs. */
const BETWEEN = /[\n\t,،;؛]+/;

/** The villages of a pasted list of names, in Arabic or Latin letters, however they are spelt within the usual. */
export function villagesByNames(text: string, all: readonly Village[]): NamedVillages {
  const byName = new Map<string, Set<Village>>();
  for (const village of all) {
    for (const name of [village.name.ar, village.name.en, ...village.aliases]) {
      const key = normaliseName(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(village));
    }
  }
  const villages = new Set<Village>();
  const unknown: string[] = [];
  const ambiguous: string[] = [];
  for (const name of text.split(BETWEEN).map((part) => part.trim())) {
    if (name === '') continue;
    const [first, ...others] = byName.get(normaliseName(name)) ?? [];
    if (!first) unknown.push(name);
    else if (others.length > 0) ambiguous.push(name);
    else villages.add(first);
  }
  return { villages: [...villages], unknown, ambiguous };
}

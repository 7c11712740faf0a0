import type { Position, VillageFound } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { coverVillage, searchVillages } from './ask-service.ts';

/** How a search stands; what was found before stays on the screen while the next goes on. */
export interface Search {
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly name: string;
  readonly found: readonly VillageFound[];
}

const IDLE: Search = { status: 'idle', name: '', found: [] };
const TYPING_MS = 150;
/** With fewer letters than these after an article, most are still to come. */
const LEAST_LETTERS = 3;

/** Whether so much of a name is typed that one may say whether it is known. */
export function isTyped(name: string): boolean {
  return name.replace(/^(?:ال|al[ -]?)/iu, '').trim().length >= LEAST_LETTERS;
}

/** Searches while one types, once the hand rests. */
export function useSearch(text: string, near: Position | null): Search {
  const [search, setSearch] = useState<Search>(IDLE);
  const name = text.trim();
  useEffect(() => {
    if (name === '') {
      setSearch(IDLE);
      return;
    }
    let isOld = false;
    setSearch((before) => ({ ...before, status: 'searching', name }));
    const timer = setTimeout(() => {
      searchVillages(name, near).then(
        ({ value, isKept }) => {
          if (isOld) return;
          setSearch({ status: 'found', name, found: value });
          if (!isKept) askAhead(value);
        },
        () => isOld || setSearch({ status: 'failed', name, found: [] }),
      );
    }, TYPING_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [name, near]);
  return search;
}

/** The first one found is mostly the one that is meant: the browser keeps its answer for when it is chosen. */
function askAhead([first]: readonly VillageFound[]): void {
  if (first !== undefined) coverVillage(first.area, first.village.id).catch(() => {});
}

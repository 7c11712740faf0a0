import type { DocumentInput } from '../model/document.ts';
import { normaliseName } from '../names/normalise-name.ts';

/** What a document is found by: its words as names are normalised, so that spellings of Arabic meet. */
export function searchTextOf({ title, text, tags }: Pick<DocumentInput, 'title' | 'text' | 'tags'>): string {
  return wordsOf([title, ...tags, text].join(' ')).join(' ');
}

/** The words that a document must hold, each somewhere within a word of it; none: whatever it holds. */
export function wordsAsked(question: string): string[] {
  return [...new Set(wordsOf(question))];
}

function wordsOf(text: string): string[] {
  return normaliseName(text)
    .split(' ')
    .filter((word) => word !== '');
}

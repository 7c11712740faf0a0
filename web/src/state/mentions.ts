import type { Colleague, PersonId } from '@nitaq/core';
import { normaliseName } from '@nitaq/core';

/** A name that is begun with @ where the caret stands. */
export interface BegunMention {
  /** Where the @ stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const LONGEST = 60;
/** Letters with what may stand between them in a name, on one line. */
const NAME = /^$|^[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Join_Control} '’.-]*$/u;

/** The mention that is being written before the caret; null: none. */
export function begunMention(text: string, caret: number): BegunMention | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || caret - start > LONGEST) return null;
  const isWordBefore = start > 0 && !/[\s(«"'،,]/.test(text[start - 1] ?? '');
  const name = text.slice(start + 1, caret);
  return isWordBefore || !NAME.test(name) ? null : { start, end: caret, name };
}

/** Whom a name that is begun may mean, by any of its words. */
export function peopleNamed(people: readonly Colleague[], name: string): Colleague[] {
  const wanted = normaliseName(name);
  if (wanted === '') return [...people];
  return people.filter((person) => {
    const known = normaliseName(person.name);
    return known.startsWith(wanted) || known.includes(` ${wanted}`);
  });
}

/** The text with a person's name in the place of what was begun, and where the caret is then. */
export function withMention(
  text: string,
  { start, end }: BegunMention,
  person: Pick<Colleague, 'name'>,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, start)}@${person.name} `;
  return { text: before + text.slice(end).replace(/^ /, ''), caret: before.length };
}

/** Of those who were chosen, the ones whose names still stand in the text. */
export function stillMentioned(text: string, chosen: readonly Colleague[]): PersonId[] {
  const named = new Set(
    mentionPieces(text, chosen).flatMap((piece) => (piece.isMention ? [piece.text] : [])),
  );
  return [...new Set(chosen.filter(({ name }) => named.has(`@${name}`)).map(({ id }) => id))];
}

/** A text in pieces, those that are the names of people who are mentioned told apart. */
export function mentionPieces(
  text: string,
  mentioned: readonly Pick<Colleague, 'name'>[],
): readonly { readonly at: number; readonly text: string; readonly isMention: boolean }[] {
  // The longest first: a name may begin as another one does.
  const names = mentioned.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const pieces = [];
  let plain = 0;
  for (let i = 0; i < text.length; i++) {
    const name = names.find((one) => text.startsWith(one, i));
    if (name === undefined) continue;
    if (i > plain) pieces.push({ at: plain, text: text.slice(plain, i), isMention: false });
    pieces.push({ at: i, text: name, isMention: true });
    plain = i + name.length;
    i = plain - 1;
  }
  if (plain < text.length) pieces.push({ at: plain, text: text.slice(plain), isMention: false });
  return pieces;
}

import type { Report } from '@nitaq/core';
import type { TableContext } from '../tables/names-of-report.ts';
import { breakable } from './breakable.ts';
import { nameParagraphs } from './name-paragraphs.ts';
import type { Block } from './printed-document.ts';

/** Villages by their names alone, under their status and those who serve them, by centre. */
export function namesByStatus(villages: Report['villages'], { words, names }: TableContext): Block[] {
  const groups = Map.groupBy(villages, ({ status, associations }) =>
    [
      words.say(`status.${status}`),
      ...(associations.length === 0 ? [] : [names.associations(associations)]),
    ].join(' · '),
  );
  return [...groups].flatMap(([status, those]): Block[] => [
    { kind: 'heading', level: 2, text: words.say('print.villagesOf', { status, count: those.length }) },
    ...[...Map.groupBy(those, ({ centre }) => centre)].flatMap(([centre, of]): Block[] => [
      ...(centre === null
        ? []
        : [{ kind: 'heading', level: 3, text: breakable(names.centre(centre)) } as const]),
      ...nameParagraphs(
        of.map(({ name }) => breakable(words.name(name))),
        words,
      ),
    ]),
  ]);
}

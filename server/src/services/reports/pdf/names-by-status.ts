import type { Report } from '@nitaq/core';
import type { TableContext } from '../tables/names-of-report.ts';
import type { ReportWords } from '../words/report-words.ts';
import { breakable } from './breakable.ts';
import type { Block } from './printed-document.ts';

/** So many names to a paragraph, that the eye finds its way. */
const NAMES_A_PARAGRAPH = 60;
const LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

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
      ...paragraphs(
        of.map(({ name }) => breakable(words.name(name))),
        words,
      ),
    ]),
  ]);
}

function paragraphs(names: readonly string[], { rightToLeft }: ReportWords): Block[] {
  const others = rightToLeft ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  // Names of the other direction are kept from reordering what stands beside them.
  const kept = names.map((name) => (others.test(name) ? `\u2068${name}\u2069` : name));
  return Array.from({ length: Math.ceil(names.length / NAMES_A_PARAGRAPH) }, (_, at) => ({
    kind: 'text',
    text: kept.slice(at * NAMES_A_PARAGRAPH, (at + 1) * NAMES_A_PARAGRAPH).join(' · '),
  }));
}

import type { ReportSheet, VillageId } from '@nitaq/core';
import { column } from '../tables/columns.ts';
import type { TableContext } from '../tables/names-of-report.ts';
import { breakable } from './breakable.ts';
import { nameParagraphs } from './name-paragraphs.ts';
import type { Block } from './printed-document.ts';
import { printedTable } from './printed-table.ts';

/** More villages than these in one cell are hard to check by hand, and break badly over pages. */
const MOST_IN_CELL = 24;
/** Of an area with more villages than these, lists are paragraphs. */
const MOST_IN_LISTS = 2_000;

/** The villages of a territory by their centres: named in the table, or of a large centre in a numbered list after it. */
export function villageSchedule(context: TableContext, { centres }: ReportSheet): Block[] {
  const { words, names } = context;
  const isLong = ({ villages }: ReportSheet['centres'][number]) => villages.length > MOST_IN_CELL;
  const table = {
    id: 'centres',
    title: words.say('section.centres'),
    columns: [
      column(words, 'head.centre', 'text'),
      column(words, 'head.villages', 'count'),
      column(words, 'head.villageNames', 'text'),
    ],
    rows: centres.map((one) => [
      names.centre(one.centre),
      one.villages.length,
      isLong(one) ? words.say('agreement.listed') : names.villages(one.villages),
    ]),
  };
  const lists = centres.filter(isLong).flatMap(({ centre, villages }): Block[] => [
    {
      kind: 'heading',
      level: 3,
      text: words.say('agreement.list', {
        centre: breakable(names.centre(centre)),
        villages: words.say('headline.villages', { count: villages.length }),
      }),
    },
    ...numbered(villages, context),
  ]);
  return [printedTable(table, words), ...lists];
}

function numbered(villages: readonly VillageId[], { report, words, names }: TableContext): Block[] {
  const list = villages.map((village, at) => ({
    number: words.number(at + 1),
    name: breakable(names.village(village)),
  }));
  if (report.villages.length <= MOST_IN_LISTS) return [{ kind: 'names', names: list }];
  return nameParagraphs(
    // A line ends after a name, never after its number.
    list.map(({ number, name }) => `${number}.\u00a0${name}`),
    words,
  );
}

import type { BorderStretch, DescribedRing, PlaceNear } from '@nitaq/core';
import type { NamesOfReport } from '../tables/names-of-report.ts';
import type { ReportWords } from '../words/report-words.ts';
import { breakable } from './breakable.ts';
import type { TableBlock } from './printed-document.ts';

/** So near to a village a place is said to be at it, km. */
const AT_KM = 0.5;

interface BorderTableContext {
  readonly words: ReportWords;
  readonly names: NamesOfReport;
}

/** One closed line of a border as a table, a row for each stretch. */
export function borderTable({ stretches }: DescribedRing, { words, names }: BorderTableContext): TableBlock {
  const column = (head: Parameters<typeof words.say>[0], width: number, isNumber = false) => ({
    head: words.say(head),
    width,
    isNumber,
  });
  return {
    kind: 'table',
    columns: [
      column('agreement.stretch', 0.45, true),
      column('agreement.begins', 2.2),
      column('agreement.runs', 1.1),
      column('agreement.length', 0.8, true),
      column('agreement.beyond', 2.2),
      column('agreement.remarks', 3),
    ],
    rows: stretches.map((stretch, index) =>
      [
        words.number(index + 1),
        placeText(stretch.from, { words, names }),
        stretch.direction === null
          ? words.say('agreement.around')
          : words.say(`compass.${stretch.direction}`),
        words.number(stretch.lengthM / 1000, 1),
        beyondText(stretch, { words, names }),
        remarksText(stretch, { words, names }),
      ].map(breakable),
    ),
  };
}

function placeText(place: PlaceNear | null, { words, names }: BorderTableContext): string {
  if (place === null) return '—';
  const village = names.village(place.village);
  if (place.distanceKm < AT_KM) return words.say('agreement.at', { village });
  return words.say('agreement.from.place', {
    distance: words.number(place.distanceKm, 1),
    direction: words.say(`compass.${place.direction}`),
    village,
  });
}

function beyondText({ beyond }: BorderStretch, { words, names }: BorderTableContext): string {
  return words.say(`agreement.beyond.${beyond.kind}`, {
    associations: names.associations(beyond.associations),
  });
}

function remarksText({ passes, reasons }: BorderStretch, { words, names }: BorderTableContext): string {
  const passed = passes.map(({ village, distanceKm }) =>
    words.say('agreement.passed', {
      village: names.village(village),
      distance: words.number(distanceKm, 1),
    }),
  );
  return [
    ...(passed.length > 0 ? [words.say('agreement.passes', { villages: words.list(passed) })] : []),
    ...reasons.map((text) => words.say('agreement.reason', { text })),
  ].join(' ');
}

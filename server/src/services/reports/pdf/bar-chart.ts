import { TOKENS } from '@nitaq/core';
import { line, type MapDrawing, rectangle, type Shape } from '../maps/map-drawing.ts';
import { shortened } from '../maps/text-lines.ts';
import type { Bar } from '../tables/report-bars.ts';
import type { ReportWords } from '../words/report-words.ts';
import { pictureOf } from './picture-of.ts';
import type { Block } from './printed-document.ts';

const WIDTH = 720;
const ROW = 24;
const [LABELS, FIGURES] = [220, 90];
const SIZE = 13;
const LONGEST = 34;
const { accent, accentSoft, ink, inkSoft } = TOKENS.light;

/** Counts as bars beside each other, from where reading begins: sure is full, possible is pale, a limit is a line. */
export function barChart(bars: readonly Bar[], description: string, words: ReportWords): MapDrawing {
  const { rightToLeft } = words;
  const most = Math.max(1, ...bars.flatMap(({ most: one, limit }) => [one, limit ?? 0]));
  const along = (value: number) => (value / most) * (WIDTH - LABELS - FIGURES);
  const turned = (x: number) => (rightToLeft ? WIDTH - x : x);
  const bar = (value: number, y: number) => {
    const width = along(value);
    return rectangle({ x: rightToLeft ? WIDTH - LABELS - width : LABELS, y, width, height: ROW - 8 });
  };
  const begins = rightToLeft ? 'right' : 'left';
  const ends = rightToLeft ? 'left' : 'right';
  const shapes = bars.flatMap(({ label, least, most: possible, limit, figure }, index): Shape[] => {
    const y = index * ROW + 4;
    const text = { kind: 'text', y: y + SIZE, size: SIZE, weight: 400 } as const;
    const limitX = turned(LABELS + along(limit ?? 0));
    return [
      { ...text, text: shortened(label, LONGEST), x: turned(0), colour: ink, anchor: begins },
      { kind: 'path', d: bar(possible, y), fill: accentSoft, stroke: accent, width: 0.8 },
      { kind: 'path', d: bar(least, y), fill: accent },
      ...(limit === null
        ? []
        : [
            {
              kind: 'path',
              d: line([
                [limitX, y - 3],
                [limitX, y + ROW - 5],
              ]),
              stroke: ink,
              width: 2,
            } as const,
          ]),
      { ...text, text: figure, x: turned(WIDTH), colour: inkSoft, anchor: ends },
    ];
  });
  // Whoever cannot see it is told the figures.
  const figures = bars.map(({ label, figure }) => `${label}: ${figure}`);
  return {
    width: WIDTH,
    height: bars.length * ROW + 6,
    rightToLeft,
    description: [description, ...figures].join(' · '),
    shapes,
  };
}

/** A chart across the page. */
export function chartBlock(chart: MapDrawing): Block {
  return { kind: 'picture', ...pictureOf(chart), widthMm: 125, mostHeightMm: 120 };
}

import { type Hex, type ReportProgress, TOKENS } from '@nitaq/core';
import { disc, line, type MapDrawing, type Shape } from '../maps/map-drawing.ts';
import type { ReportWords } from '../words/report-words.ts';

const [WIDTH, HEIGHT] = [720, 216];
/** Before the lines, for what stands at their heights; and behind them. */
const [BEFORE, BEHIND] = [56, 16];
const [TOP, BOTTOM] = [40, HEIGHT - 26];
const SIZE = 13;
const DAY_MS = 86_400_000;
const { accent, gap, ink, inkSoft, hairline } = TOKENS.light;

type Point = ReportProgress['timeline'][number];

/** What the chart tells: never by its colour alone. */
const LINES = [
  {
    key: 'part.coveredOnce',
    colour: accent,
    dash: undefined,
    shareOf: (point: Point) => point.percent.coveredOnce,
  },
  { key: 'part.gap', colour: gap, dash: [7, 4], shareOf: (point: Point) => point.percent.gap },
] as const;

/** The share covered once and the share of gaps over time, each plan from its day to that of the next. */
export function timelineChart(timeline: ReportProgress['timeline'], words: ReportWords): MapDrawing | null {
  const [first, last] = [timeline[0], timeline.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { rightToLeft } = words;
  const begin = Date.parse(first.day);
  const end = Date.parse(last.day) + DAY_MS;
  const turned = (x: number) => (rightToLeft ? WIDTH - x : x);
  const along = (instant: number) =>
    turned(BEFORE + ((instant - begin) / (end - begin)) * (WIDTH - BEFORE - BEHIND));
  const up = (percent: number) => BOTTOM - (percent / 100) * (BOTTOM - TOP);
  const label = (text: string, x: number, y: number, at: 'start' | 'end', colour: Hex = inkSoft): Shape => ({
    kind: 'text',
    ...{ text, x: turned(x), y, size: SIZE, weight: 400, colour },
    anchor: (at === 'start') === rightToLeft ? 'right' : 'left',
  });
  const grid = [0, 50, 100].flatMap((percent): Shape[] => [
    {
      kind: 'path',
      d: line([
        [along(begin), up(percent)],
        [along(end), up(percent)],
      ]),
      stroke: hairline,
      width: 1,
    },
    label(`${words.number(percent)}${rightToLeft ? '٪' : '%'}`, BEFORE - 8, up(percent) + 4, 'end'),
  ]);
  const lines = LINES.flatMap(({ key, colour, dash, shareOf }, at): Shape[] => {
    const stroke = { kind: 'path', stroke: colour, width: 2.4, ...(dash && { dash }) } as const;
    const steps = timeline.flatMap((point, index): [number, number][] => {
      const height = up(shareOf(point));
      const next = timeline[index + 1];
      return [
        [along(Date.parse(point.day)), height],
        [next === undefined ? along(end) : along(Date.parse(next.day)), height],
      ];
    });
    const x = BEFORE + at * 240;
    return [
      { ...stroke, d: line(steps) },
      ...timeline.map(
        (point): Shape => ({
          kind: 'path',
          d: disc(along(Date.parse(point.day)), up(shareOf(point)), 3),
          fill: colour,
        }),
      ),
      {
        ...stroke,
        d: line([
          [turned(x), 14],
          [turned(x + 34), 14],
        ]),
      },
      label(words.say(key), x + 42, 18, 'start', ink),
    ];
  });
  const figures = timeline.map(
    (point) =>
      `${words.shortDay(point.from)}: ${LINES.map(({ key, shareOf }) => `${words.say(key)} ${words.percent(shareOf(point))}`).join(', ')}`,
  );
  return {
    width: WIDTH,
    height: HEIGHT,
    rightToLeft,
    description: [words.say('chart.timeline'), ...figures].join(' · '),
    shapes: [
      ...grid,
      ...lines,
      label(words.shortDay(first.from), BEFORE, HEIGHT - 6, 'start'),
      label(words.shortDay(last.from), WIDTH - BEHIND, HEIGHT - 6, 'end'),
    ],
  };
}

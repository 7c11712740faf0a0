import { type DrawnReport, FILL_OPACITY, TOKENS, territoryColours } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';
import { gapPattern, overlapPattern, type PaletteOf, sharedPattern, type Theme } from './draw-ground.ts';
import { type Box, line, type PathShape, rectangle, type TextShape } from './map-drawing.ts';
import { shortened, widthOf } from './text-lines.ts';
import { house, villageDots } from './village-marks.ts';

const SIZE = 13;
const ROW = 24;
const SWATCH = 24;
const BETWEEN = 26;
/** More associations than these are known by the names on their territories alone. */
const MOST_ASSOCIATIONS = 16;
const LONGEST = 46;
/** What a sign of a map means. */
export interface LegendEntry {
  readonly text: string;
  /** Its sign, in a box. */
  readonly sign: (box: Box) => PathShape[];
}

interface LegendQuestion {
  readonly words: ReportWords;
  readonly places: PaletteOf;
  readonly theme: Theme;
}

/** What the signs of a map mean, in rows from where reading begins; only what is on it. */
export function drawLegend(
  drawn: DrawnReport,
  { words, places, box }: { readonly words: ReportWords; readonly places: PaletteOf; readonly box: Box },
): { readonly shapes: (PathShape | TextShape)[]; readonly height: number } {
  let [used, row] = [0, 0];
  const entries = legendEntries(drawn, { words, places, theme: 'light' });
  const shapes = entries.flatMap(({ text, sign }): (PathShape | TextShape)[] => {
    const width = SWATCH + 8 + widthOf(text, SIZE) + BETWEEN;
    if (used > 0 && used + width - BETWEEN > box.width) [used, row] = [0, row + 1];
    const y = box.y + row * ROW;
    const start = used;
    used += width;
    const x = words.rightToLeft ? box.x + box.width - start - SWATCH : box.x + start;
    return [
      ...sign({ x, y: y + 4, width: SWATCH, height: ROW - 8 }),
      {
        kind: 'text',
        text,
        x: words.rightToLeft ? x - 8 : x + SWATCH + 8,
        y: y + ROW / 2 + SIZE * 0.36,
        size: SIZE,
        weight: 400,
        colour: TOKENS.light.ink,
        anchor: words.rightToLeft ? 'right' : 'left',
      },
    ];
  });
  return { shapes, height: (row + 1) * ROW };
}

/** What the signs of a map mean; only what is on it. */
export function legendEntries(
  { report, shapes }: DrawnReport,
  { words, places, theme }: LegendQuestion,
): LegendEntry[] {
  const { ground, gap, overlapEdge, boundary, ink } = TOKENS[theme];
  const drawnOnes = report.associations.filter(({ id }) =>
    shapes.territories.some(({ association }) => association === id),
  );
  const middleOf = (box: Box): [number, number] => [box.x + box.width / 2, box.y + box.height / 2];
  const patterned = (present: boolean, text: string, look: Partial<PathShape>): LegendEntry[] =>
    present
      ? [
          {
            text,
            sign: (box) => [
              { kind: 'path', d: rectangle(box), fill: ground },
              { kind: 'path', d: rectangle(box), ...look },
            ],
          },
        ]
      : [];
  const has = (status: string) => report.villages.some((one) => one.status === status && one.location);
  const dots = (status: 'covered' | 'overlap' | 'gap', text: string): LegendEntry[] =>
    has(status) ? [{ text, sign: (box) => villageDots([middleOf(box)], { status, radius: 5, theme }) }] : [];
  const firstPlaces = (faces: readonly { associations: readonly string[] }[]) =>
    report.associations.filter(({ id }) => faces[0]?.associations.includes(id)).map(({ colour }) => colour);
  return [
    ...(drawnOnes.length > MOST_ASSOCIATIONS ? [] : drawnOnes).map(({ id, name }): LegendEntry => {
      const { fill, border, dash } = territoryColours(places(id), theme);
      return {
        text: shortened(words.name(name), LONGEST),
        sign: (box) => [
          { kind: 'path', d: rectangle(box), fill: ground },
          {
            kind: 'path',
            d: rectangle(box),
            fill,
            fillOpacity: FILL_OPACITY,
            stroke: border,
            width: 2,
            ...(dash.length > 1 && { dash: dash.map((length) => 2 * length) }),
          },
        ],
      };
    }),
    ...patterned(shapes.gaps.length > 0, words.say('map.gap'), {
      fill: gapPattern(theme),
      stroke: gap,
      width: 1.6,
      dash: [5, 3.5],
    }),
    ...patterned(shapes.overlaps.length > 0, words.say('map.overlap'), {
      fill: overlapPattern(firstPlaces(shapes.overlaps), theme),
      stroke: overlapEdge,
    }),
    ...patterned(shapes.shared.length > 0, words.say('map.shared'), {
      fill: sharedPattern(firstPlaces(shapes.shared), theme),
      stroke: overlapEdge,
      dash: [1, 3],
    }),
    ...dots('covered', words.say('map.served')),
    ...dots('overlap', words.say('map.claimedTwice')),
    ...dots('gap', words.say('map.unserved')),
    ...(report.associations.some(({ seat }) => seat.location)
      ? [{ text: words.say('map.seat'), sign: (box: Box) => house(middleOf(box), ink, theme) }]
      : []),
    {
      text: words.say(report.area.estimated ? 'map.boundary.estimated' : 'map.boundary'),
      sign: ({ x, y, width, height }) => [
        {
          kind: 'path',
          d: line([
            [x, y + height / 2],
            [x + width, y + height / 2],
          ]),
          stroke: boundary,
          width: 1.8,
        },
      ],
    },
  ];
}

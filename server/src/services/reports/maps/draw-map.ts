import { type DrawnReport, TOKENS } from '@nitaq/core';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { drawGround, paletteOf } from './draw-ground.ts';
import { drawLegend } from './draw-legend.ts';
import { drawPlaces } from './draw-places.ts';
import { drawScale } from './draw-scale.ts';
import { type Box, type MapDrawing, rectangle, type Shape, type TextShape } from './map-drawing.ts';
import { boxOfSubject, type MapSubject } from './map-subject.ts';
import { projectGround, proportionOf } from './projected-ground.ts';
import { wrapped } from './text-lines.ts';

const WIDTH = 1000;
const MARGIN = 24;
const LEAST_PROPORTION = 0.5;
const MOST_PROPORTION = 1.15;
const { ink, inkSoft, paper, hairline } = TOKENS.light;

const NOTHING = { shapes: [], height: 0 } as const;

export interface MapQuestion {
  readonly subject: MapSubject;
  readonly words: ReportWords;
  /** A sheet by itself has title, date and sources around it; within a document the legend alone, or nothing. */
  readonly frame: 'sheet' | 'legend' | 'bare';
  /** The fewer units across, the larger its signs and letters are on paper. */
  readonly width?: number;
  /** Height over width of the window at most; left out: as high as what it shows. */
  readonly mostProportion?: number;
}

/** A map of a report in the style of the screen. */
export function drawMap(drawn: DrawnReport, question: MapQuestion): MapDrawing {
  const { subject, words, frame, width = WIDTH, mostProportion = MOST_PROPORTION } = question;
  const isSheet = frame === 'sheet';
  const places = paletteOf(drawn);
  const margin = isSheet ? MARGIN : 0;
  const column: Box = { x: margin, y: margin, width: width - 2 * margin, height: 0 };
  const head = isSheet ? titleLines(drawn, question, column) : NOTHING;

  const box = boxOfSubject(drawn, subject);
  const proportion = Math.min(mostProportion, Math.max(LEAST_PROPORTION, proportionOf(box)));
  const window: Box = {
    ...column,
    y: column.y + head.height,
    height: column.width * Math.min(proportion, MOST_PROPORTION),
  };
  const ground = projectGround(box, window);
  const below = window.y + window.height + (frame === 'bare' ? 0 : 14);
  const legend =
    frame === 'bare' ? NOTHING : drawLegend(drawn, { words, places, box: { ...column, y: below } });
  const foot = isSheet ? sourceLines(drawn, words, { ...column, y: below + legend.height + 10 }) : NOTHING;
  const height = below + legend.height + foot.height + margin;
  const shapes: Shape[] = [
    { kind: 'path', d: rectangle({ x: 0, y: 0, width, height }), fill: isSheet ? paper : '#FFFFFF' },
    ...head.shapes,
    {
      kind: 'window',
      box: window,
      shapes: [
        ...drawGround(drawn, ground, { subject, places }),
        ...drawPlaces(drawn, ground, { subject, places, words }),
        ...drawScale(ground, words),
      ],
    },
    { kind: 'path', d: rectangle(window), stroke: isSheet ? ink : hairline, width: 1 },
    ...legend.shapes,
    ...foot.shapes,
  ];
  return {
    width,
    height,
    rightToLeft: words.rightToLeft,
    description: describeMap(drawn, question),
    shapes,
  };
}

/** What a map shows, for those who cannot see it. */
function describeMap(drawn: DrawnReport, { subject, words }: MapQuestion): string {
  const { area, plan, at } = drawn.report;
  return words.say('map.description', {
    title: titleOf(drawn, subject, words),
    area: words.name(area.name),
    plan: words.name(plan.title),
    day: words.shortDay(at),
  });
}

function titleOf({ report }: DrawnReport, subject: MapSubject, words: ReportWords): string {
  const named = (key: WordKey, name: { ar: string; en: string } | undefined) =>
    words.say(key, { name: name ? words.name(name) : '' });
  switch (subject.kind) {
    case 'area':
      return words.say('map.title');
    case 'association':
      return named(
        'map.title.association',
        report.associations.find(({ id }) => id === subject.association)?.name,
      );
    case 'gap':
      return words.say('map.title.gap', { number: subject.number });
    case 'overlap':
      return words.say('map.title.overlap', { number: subject.number });
    case 'village':
      return named('map.title.village', report.villages.find(({ id }) => id === subject.village)?.name);
    case 'place':
      return words.say('map.title.place');
  }
}

interface Lines {
  readonly shapes: readonly TextShape[];
  readonly height: number;
}

function titleLines(drawn: DrawnReport, { subject, words }: MapQuestion, column: Box): Lines {
  const { area, plan, at } = drawn.report;
  const about = `${words.name(area.name)} · ${words.name(plan.title)} · ${words.day(at)}`;
  return textLines(words, column, [
    { text: titleOf(drawn, subject, words), size: 26, weight: 600, colour: ink },
    { text: about, size: 15, weight: 400, colour: inkSoft },
    ...(plan.example
      ? [{ text: words.say('map.example'), size: 15, weight: 600 as const, colour: ink }]
      : []),
  ]);
}

function sourceLines({ report }: DrawnReport, words: ReportWords, column: Box): Lines {
  const sources = words.say('map.sources', { sources: report.method.sources.map(words.name).join(' · ') });
  return textLines(words, column, [{ text: sources, size: 11.5, weight: 400, colour: inkSoft }]);
}

type Line = Pick<TextShape, 'text' | 'size' | 'weight' | 'colour'>;

function textLines({ rightToLeft }: ReportWords, { x, y, width }: Box, lines: readonly Line[]): Lines {
  let height = 0;
  const shapes = lines.flatMap((one) =>
    wrapped(one.text, one.size, width).map((text): TextShape => {
      height += one.size * 1.5;
      return {
        ...one,
        kind: 'text',
        text,
        x: rightToLeft ? x + width : x,
        y: y + height - one.size * 0.35,
        anchor: rightToLeft ? 'right' : 'left',
      };
    }),
  );
  return { shapes, height: height + 8 };
}

import { TOKENS } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';
import { type Box, line, type PathShape, rectangle, type TextShape } from './map-drawing.ts';
import type { ProjectedGround } from './projected-ground.ts';

const LONGEST = 150;
const HEIGHT = 6;
const SIZE = 11.5;
const { ink, halo } = TOKENS.light;

/** A bar with the lengths on it, in the lower corner of the window, and an arrow to the north above it. */
export function drawScale(ground: ProjectedGround, words: ReportWords): (PathShape | TextShape)[] {
  const { window, unitsPerKm } = ground;
  const km = roundLength(LONGEST / unitsPerKm);
  const half = (km * unitsPerKm) / 2;
  const plate = scalePlate(ground);
  const [x, y] = [plate.x + 14, plate.y + 26];
  const digits = km >= 2 ? 0 : 2;
  const mark = (text: string, at: number): TextShape => ({
    kind: 'text',
    text,
    x: at,
    y: y - 6,
    size: SIZE,
    weight: 400,
    colour: ink,
    anchor: 'middle',
  });
  const bar = (from: number): Box => ({ x: from, y, width: half, height: HEIGHT });
  return [
    { kind: 'path', d: rectangle(plate), fill: halo, fillOpacity: 0.82 },
    { kind: 'path', d: rectangle(bar(x)), fill: ink, stroke: ink, width: 1 },
    { kind: 'path', d: rectangle(bar(x + half)), fill: halo, stroke: ink, width: 1 },
    mark(words.number(0), x),
    mark(words.number(km / 2, km / 2 >= 1 && Number.isInteger(km / 2) ? 0 : Math.max(1, digits)), x + half),
    mark(words.number(km, digits), x + 2 * half),
    { ...mark(words.say('map.km'), x + 2 * half + 26), y: y + 5 },
    ...northArrow(window, words),
  ];
}

/** Where the bar stands. */
export function scalePlate({ window, unitsPerKm }: ProjectedGround): Box {
  const width = roundLength(LONGEST / unitsPerKm) * unitsPerKm + 66;
  return { x: window.x + 8, y: window.y + window.height - 46, width, height: 40 };
}

function northArrow(window: Box, words: ReportWords): (PathShape | TextShape)[] {
  const [x, y] = [window.x + 28, window.y + 24];
  const arrow = line([
    [x, y - 4],
    [x + 9, y + 22],
    [x, y + 16],
    [x - 9, y + 22],
  ]);
  return [
    { kind: 'path', d: `${arrow}Z`, stroke: halo, width: 5 },
    { kind: 'path', d: `${arrow}Z`, fill: ink },
    {
      kind: 'text',
      text: words.say('map.north'),
      x,
      y: y + 38,
      size: 13,
      weight: 600,
      colour: ink,
      anchor: 'middle',
      halo,
    },
  ];
}

/** The longest round length, 1, 2 or 5 times a power of ten, that is no longer. */
function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  return ([5, 2, 1].find((step) => step * power <= longest) ?? 1) * power;
}

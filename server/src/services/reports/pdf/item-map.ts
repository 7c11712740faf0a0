import type { AgendaItem, DrawnReport, Position } from '@nitaq/core';
import { drawMap } from '../maps/draw-map.ts';
import type { ReportWords } from '../words/report-words.ts';
import { pictureOf } from './picture-of.ts';
import type { Block } from './printed-document.ts';

const WIDTH_MM = 96;
const MOST_HEIGHT_MM = 58;
/** Units to the millimetre, as of the larger maps of reports. */
const UNITS = 4.1;

/** A small map of where an item of an agenda lies; none where it lies nowhere. */
export function itemMap(drawn: DrawnReport, { about }: AgendaItem, words: ReportWords): Block[] {
  const position = placeOf(about, drawn);
  if (position === null) return [];
  const drawing = drawMap(drawn, {
    subject: { kind: 'place', position },
    words,
    frame: 'bare',
    width: WIDTH_MM * UNITS,
    mostProportion: MOST_HEIGHT_MM / WIDTH_MM,
  });
  return [{ kind: 'picture', ...pictureOf(drawing), widthMm: WIDTH_MM, mostHeightMm: MOST_HEIGHT_MM }];
}

/** Whether a map has something to show of an item. */
export function isOnMap({ about }: Pick<AgendaItem, 'about'>): boolean {
  return about.kind === 'village' || ('position' in about && about.position !== null);
}

function placeOf(about: AgendaItem['about'], { report }: DrawnReport): Position | null {
  if ('position' in about) return about.position;
  if (about.kind !== 'village') return null;
  return report.villages.find(({ id }) => id === about.village)?.location ?? null;
}

import type { DrawnReport } from '@nitaq/core';
import { escaped } from '../../../escaped.ts';
import { paletteOf } from '../maps/draw-ground.ts';
import { legendEntries } from '../maps/draw-legend.ts';
import { writeSign } from '../maps/write-svg.ts';
import type { ReportWords } from '../words/report-words.ts';

const SIGN = { x: 1, y: 1, width: 24, height: 16 } as const;
const THEMES = ['light', 'dark'] as const;

/** What the signs of a map mean that one moves, as a list in both themes; its script takes it from where it is kept unseen. */
export function mapLegend(drawn: DrawnReport, words: ReportWords): string {
  const places = paletteOf(drawn);
  const [light = [], dark = []] = THEMES.map((theme) =>
    legendEntries(drawn, { words, places, theme }).map(({ sign }, at) =>
      writeSign(sign(SIGN), {
        width: SIGN.width + 2,
        height: SIGN.height + 2,
        name: `legend-${theme}-${at}`,
      }),
    ),
  );
  const items = legendEntries(drawn, { words, places, theme: 'light' }).map(
    ({ text }, at) =>
      `<li><span class="light">${light[at]}</span><span class="dark">${dark[at]}</span><bdi>${escaped(text)}</bdi></li>`,
  );
  const title = escaped(words.say('map.legend'));
  return `<template id="legend"><ul class="legend" aria-label="${title}">${items.join('')}</ul></template>`;
}

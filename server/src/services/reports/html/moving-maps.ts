import { type DrawnReport, reportMapOf } from '@nitaq/core';
import { heldText } from '../../../held-text.ts';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { mapLegend } from './map-legend.ts';

/** Of the built web application: it makes the drawings of the page maps that one can move. */
const SCRIPT = '/report-maps.js';
const STATUSES = ['covered', 'overlap', 'gap', 'outside', 'unlocated'] as const;
const CONTROLS = ['opening', 'failed', 'help', 'back', 'nearer', 'farther', 'whole'] as const;

/** What the script of the page needs: no more than the page says, so that a report of the past shows its own day for ever. */
export function movingMaps(drawn: DrawnReport, words: ReportWords): string {
  const say = (key: WordKey) => words.say(key);
  const numbers = (
    faces: readonly { readonly number: number }[],
    key: 'map.title.gap' | 'map.title.overlap',
  ) => Object.fromEntries(faces.map(({ number }) => [number, words.say(key, { number })]));
  const data = {
    language: words.language,
    map: reportMapOf(drawn),
    words: {
      ...Object.fromEntries(CONTROLS.map((name) => [name, say(`report.moveMap.${name}`)])),
      statuses: Object.fromEntries(STATUSES.map((status) => [status, say(`status.${status}`)])),
      gaps: numbers(drawn.shapes.gaps, 'map.title.gap'),
      overlaps: numbers(drawn.shapes.overlaps, 'map.title.overlap'),
      shared: say('map.shared'),
    },
  };
  const held = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? heldText(value) : value,
  );
  // Nothing in a name may end the element that holds it.
  const text = held.replaceAll('<', '\\u003c');
  return `${mapLegend(drawn, words)}<script type="application/json" id="maps">${text}</script><script type="module" src="${SCRIPT}"></script>`;
}

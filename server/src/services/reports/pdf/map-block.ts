import { drawMap } from '../maps/draw-map.ts';
import { boxOfSubject, type MapSubject } from '../maps/map-subject.ts';
import { proportionOf } from '../maps/projected-ground.ts';
import type { MappedReport } from '../report-maps.ts';
import type { ReportWords } from '../words/report-words.ts';
import { pictureOf } from './picture-of.ts';
import type { Block } from './printed-document.ts';

/** Across the text of a page. */
const PAGE_MM = 176;
/** Units to the millimetre: fewer, and the letters of maps are larger. */
const UNITS = 4.1;
/** Lower maps are as wide as the page. */
const LEAST_PROPORTION = 0.5;
/** For its legend. */
const BELOW_MM = 45;

/** A map within a document, no higher than it may be and no wider than that makes it. */
export function mapBlock(
  drawn: MappedReport,
  words: ReportWords,
  { subject, mostHeightMm }: { readonly subject: MapSubject; readonly mostHeightMm: number },
): Block {
  const proportion = Math.max(LEAST_PROPORTION, proportionOf(boxOfSubject(drawn, subject)));
  // A map much narrower than the page would leave no room for its legend.
  const widthMm = Math.min(PAGE_MM, Math.max(PAGE_MM * 0.6, mostHeightMm / proportion));
  const drawing = drawMap(drawn, {
    subject,
    words,
    frame: 'legend',
    width: widthMm * UNITS,
    mostProportion: mostHeightMm / widthMm,
  });
  drawn.onMap?.();
  return { kind: 'picture', ...pictureOf(drawing), widthMm, mostHeightMm: mostHeightMm + BELOW_MM };
}

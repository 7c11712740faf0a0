import { escaped } from '../../../escaped.ts';
import { drawMap } from '../maps/draw-map.ts';
import { boxOfSubject, type MapSubject } from '../maps/map-subject.ts';
import { writeSvg } from '../maps/write-svg.ts';
import type { MappedReport } from '../report-maps.ts';
import type { ReportWords } from '../words/report-words.ts';
import { liveMapAddress } from './live-map.ts';

export interface MapFigure {
  readonly subject: MapSubject;
  readonly words: ReportWords;
  /** Keeps its patterns apart from those of other maps on the page. */
  readonly name: string;
  /** Of the service whose live map it leads to. */
  readonly origin: string;
}

/** A map within the page, which can be moved where the page has its service, and leads to the same place on the whole map. */
export function mapFigure(drawn: MappedReport, { subject, words, name, origin }: MapFigure): string {
  const drawing = drawMap(drawn, { subject, words, frame: 'legend', mostProportion: 0.8 });
  drawn.onMap?.();
  const address = liveMapAddress(drawn, { subject, origin, language: words.language });
  const link = `<a href="${escaped(address)}">${escaped(words.say('report.liveMap.here'))}</a>`;
  const button = `<button type="button" class="open">${escaped(words.say('report.moveMap'))}</button>`;
  const box = boxOfSubject(drawn, subject).map((degrees) => degrees.toFixed(5));
  return `<figure class="map" data-box="${box.join(' ')}">${writeSvg(drawing, 'browser', name)}<figcaption class="actions">${button}${link}</figcaption></figure>`;
}

import { drawMap } from '../maps/draw-map.ts';
import type { MapSubject } from '../maps/map-subject.ts';
import { writeSvg } from '../maps/write-svg.ts';
import type { MappedReport } from '../report-maps.ts';
import type { ReportWords } from '../words/report-words.ts';

/** A map within the page; `name` keeps its patterns apart from those of other maps on it. */
export function mapFigure(
  drawn: MappedReport,
  { subject, words, name }: { subject: MapSubject; words: ReportWords; name: string },
): string {
  const svg = writeSvg(drawMap(drawn, { subject, words, frame: 'legend', mostProportion: 0.8 }));
  const apart = svg.replaceAll(/(\bid="|url\(#)(?=(?:window|dots|stripes|bands)-)/g, `$1${name}-`);
  drawn.onMap?.();
  return `<figure>${apart}</figure>`;
}

import type { DrawnReport, Language } from '@nitaq/core';
import { boxOfSubject, type MapSubject } from '../maps/map-subject.ts';

/** The map of a laptop, CSS pixels; on a phone less of it is in sight. */
const WIDE = 900;
const HIGH = 600;
/** The width of the world at zoom 0, CSS pixels. */
const WORLD = 512;
/** Nearer than this nothing is drawn more finely. */
const NEAREST = 16;

export interface LiveMap {
  /** Of the service, without a slash at its end. */
  readonly origin: string;
  readonly language: Language;
}

/** The address at which the page shows what a map of a report is about, in its plan and as of its day. */
export function liveMapAddress(
  drawn: DrawnReport,
  { subject, origin, language }: LiveMap & { readonly subject: MapSubject },
): string {
  const { area, plan, day } = drawn.report;
  const [west = 0, south = 0, east = 0, north = 0] = boxOfSubject(drawn, subject);
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  const mercatorHigh = (north - south) / Math.cos((middleY * Math.PI) / 180);
  const zoom = Math.log2((360 / WORLD) * Math.min(WIDE / (east - west), HIGH / mercatorHigh));
  const at = [middleX.toFixed(5), middleY.toFixed(5), Math.min(zoom, NEAREST).toFixed(2)].join(',');
  return `${origin}/?${new URLSearchParams({ area: area.id, plan: plan.id, day, lang: language, at })}`;
}

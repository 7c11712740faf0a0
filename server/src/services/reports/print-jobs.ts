import type { DrawnReport } from '@nitaq/core';
import { drawMap } from './maps/draw-map.ts';
import type { MapSubject } from './maps/map-subject.ts';
import { writePng } from './maps/write-png.ts';
import { writeSvg } from './maps/write-svg.ts';
import { type Agreement, agreementDocument } from './pdf/agreement-document.ts';
import { withBeside } from './pdf/beside.ts';
import { type MinutesToPrint, minutesDocument } from './pdf/minutes-document.ts';
import { typeset } from './pdf/typeset.ts';
import { type CardQuestion, villageCard as cardOf } from './pdf/village-card.ts';
import { type ReportReader, reportWords } from './words/report-words.ts';

export interface MapJob {
  readonly drawn: DrawnReport;
  readonly subject: MapSubject;
  readonly reader: ReportReader;
  readonly format: 'svg' | 'png';
}

export type CardJob = CardQuestion;

export interface AgreementJob {
  readonly agreement: Agreement;
  readonly reader: ReportReader;
  /** Who reads the translation that stands beside it; null: there is none. */
  readonly beside: ReportReader | null;
}

export interface MinutesJob {
  readonly minutes: MinutesToPrint;
  readonly reader: ReportReader;
}

/** Runs in the thread for reports: draws a map by itself. */
export async function map({ drawn, subject, reader, format }: MapJob): Promise<Buffer> {
  const drawing = drawMap(drawn, { subject, words: reportWords(reader), frame: 'sheet' });
  return format === 'png' ? writePng(drawing) : Buffer.from(writeSvg(drawing));
}

/** Runs in the thread for reports: sets the card of a village. */
export function villageCard(job: CardJob): Promise<Buffer> {
  return typeset('village-card', cardOf(job));
}

/** Runs in the thread for reports: sets an agreement, with its translation beside it. */
export function agreement({ agreement: agreed, reader, beside }: AgreementJob): Promise<Buffer> {
  const isBeside = beside !== null;
  const main = agreementDocument(agreed, reportWords(reader), isBeside);
  if (!isBeside) return typeset('document', main);
  return typeset('document', withBeside(main, agreementDocument(agreed, reportWords(beside), isBeside)));
}

/** Runs in the thread for reports: sets the minutes of a meeting. */
export function minutes({ minutes: written, reader }: MinutesJob): Promise<Buffer> {
  return typeset('document', minutesDocument(written, reportWords(reader)));
}

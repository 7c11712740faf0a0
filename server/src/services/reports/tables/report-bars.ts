import type { ReportSheet } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';
import { cellText } from './report-table.ts';

/** Counts beside each other as bars: what is sure is filled, what may be besides is outlined, a limit is a line across. */
export interface Bar {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly limit: number | null;
  readonly figure: string;
}

/** The orphans counted against what each association can care for. */
export function loadBars(sheets: readonly ReportSheet[], words: ReportWords): Bar[] {
  return sheets.map(({ name, need, capacity }) => {
    const orphans = need?.orphans ?? { least: 0, most: 0 };
    const counted = cellText(orphans, { head: '', kind: 'need' }, words);
    return {
      label: words.name(name),
      least: orphans.least,
      most: orphans.most ?? orphans.least,
      limit: capacity,
      figure: capacity === null ? counted : `${counted} / ${words.number(capacity)}`,
    };
  });
}

/** How many villages are how far from a seat. */
export function distanceBars(bins: NonNullable<ReportSheet['distances']>['bins'], words: ReportWords): Bar[] {
  return bins.map(({ fromKm, toKm, villages }) => ({
    label: words.say('range.between', { from: words.number(fromKm), to: words.number(toKm) }),
    ...{ least: villages, most: villages, limit: null, figure: words.number(villages) },
  }));
}

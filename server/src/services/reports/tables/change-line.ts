import type { Report } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';

/** What changed since last time, in a sentence; null: no earlier day was asked about. */
export function changeLine({ summary, progress }: Report, words: ReportWords): string | null {
  if (progress === null) return null;
  const { summary: then, villages, changedKm2, sinceDay } = progress;
  const day = words.shortDay(sinceDay);
  const isSame =
    changedKm2 === 0 &&
    villages.length === 0 &&
    then.gaps === summary.gaps &&
    then.overlaps === summary.overlaps &&
    then.percent.coveredOnce === summary.percent.coveredOnce;
  if (isSame) return words.say('headline.unchanged', { day });
  return words.say('headline.changed', {
    day,
    covered: words.percent(summary.percent.coveredOnce),
    coveredThen: words.percent(then.percent.coveredOnce),
    gaps: summary.gaps,
    gapsThen: then.gaps,
    overlaps: summary.overlaps,
    overlapsThen: then.overlaps,
    moved: villages.length,
  });
}

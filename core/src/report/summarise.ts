import type { CoverageAssessment, CoverageStatus } from '../model/coverage.ts';
import type { ReportSummary } from './coverage-report.ts';
import type { NeedOfVillages } from './need-of-villages.ts';
import { percentOf } from './rounded.ts';

/** What a leader takes in within a minute. */
export function summarise(assessment: CoverageAssessment, need: NeedOfVillages | null): ReportSummary {
  const { totals, villages } = assessment;
  const having = (status: CoverageStatus) =>
    villages.filter((village) => village.status === status).map(({ id }) => id);
  const all = villages.map(({ id }) => id);
  const ids = {
    covered: having('covered'),
    overlap: having('overlap'),
    gap: having('gap'),
    outside: having('outside'),
    unlocated: having('unlocated'),
  };
  const percent = (part: number) => percentOf(part, totals.areaKm2);
  return {
    ...totals,
    percent: {
      coveredOnce: percent(totals.coveredOnceKm2),
      shared: percent(totals.sharedKm2),
      overlap: percent(totals.overlapKm2),
      gap: percent(totals.gapKm2),
    },
    villages: {
      total: all.length,
      covered: ids.covered.length,
      overlap: ids.overlap.length,
      gap: ids.gap.length,
      outside: ids.outside.length,
      unlocated: ids.unlocated.length,
    },
    need: need && {
      total: need.sum(all),
      covered: need.sum(ids.covered),
      overlap: need.sum(ids.overlap),
      gap: need.sum(ids.gap),
      outside: need.sum(ids.outside),
      unlocated: need.sum(ids.unlocated),
    },
    uncounted: need?.uncounted(all) ?? null,
    gaps: assessment.gaps.features.length,
    overlaps: assessment.overlaps.features.length,
    sharedPlaces: assessment.shared.features.length,
    slivers: assessment.slivers.features.length,
  };
}

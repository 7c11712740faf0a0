import type { CoverageAssessment } from '@nitaq/core';
import { type ListChanges, listReceiver, listSender } from './list-changes.ts';

type Lists = {
  readonly [K in 'gaps' | 'overlaps' | 'shared' | 'slivers']: CoverageAssessment[K]['features'][number];
} & { readonly [K in 'territories' | 'villages']: CoverageAssessment[K][number] };

/** An assessment as it goes from thread to thread: of its lists what is another than in the one before. */
export type SentAssessment = { readonly [K in keyof Lists]: ListChanges<Lists[K]> } & Pick<
  CoverageAssessment,
  'totals'
>;

export function assessmentSender(): (assessment: CoverageAssessment) => SentAssessment {
  const gaps = listSender<Lists['gaps']>();
  const overlaps = listSender<Lists['overlaps']>();
  const shared = listSender<Lists['shared']>();
  const slivers = listSender<Lists['slivers']>();
  const territories = listSender<Lists['territories']>();
  const villages = listSender<Lists['villages']>();
  return (assessment) => ({
    gaps: gaps(assessment.gaps.features),
    overlaps: overlaps(assessment.overlaps.features),
    shared: shared(assessment.shared.features),
    slivers: slivers(assessment.slivers.features),
    territories: territories(assessment.territories),
    villages: villages(assessment.villages),
    totals: assessment.totals,
  });
}

/** Reads all that one sender sent, in its order. */
export function assessmentReceiver(): (sent: SentAssessment) => CoverageAssessment {
  const gaps = listReceiver<Lists['gaps']>();
  const overlaps = listReceiver<Lists['overlaps']>();
  const shared = listReceiver<Lists['shared']>();
  const slivers = listReceiver<Lists['slivers']>();
  const territories = listReceiver<Lists['territories']>();
  const villages = listReceiver<Lists['villages']>();
  return (sent) => ({
    gaps: collection(gaps(sent.gaps)),
    overlaps: collection(overlaps(sent.overlaps)),
    shared: collection(shared(sent.shared)),
    slivers: collection(slivers(sent.slivers)),
    territories: territories(sent.territories),
    villages: villages(sent.villages),
    totals: sent.totals,
  });
}

function collection<T>(features: T[]) {
  return { type: 'FeatureCollection' as const, features };
}

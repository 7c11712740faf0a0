import type { ReportSheet } from './coverage-report.ts';

type Bins = NonNullable<ReportSheet['distances']>['bins'];

const WIDTHS_KM = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MOST_BINS = 10;

/** How wide bins are, so that some few hold all distances of a report. */
export function binWidth(farthestKm: number): number {
  return WIDTHS_KM.find((width) => farthestKm < width * MOST_BINS) ?? 1_000;
}

/** How many distances lie in each bin, from 0 up to the one that holds the farthest of the report. */
export function distanceBins(distancesKm: readonly number[], farthestKm: number): Bins {
  const width = binWidth(farthestKm);
  const bins = Array.from({ length: Math.floor(farthestKm / width) + 1 }, (_, index) => ({
    fromKm: index * width,
    toKm: (index + 1) * width,
    villages: 0,
  }));
  for (const distance of distancesKm) {
    const bin = bins[Math.floor(distance / width)];
    if (bin !== undefined) bin.villages++;
  }
  return bins;
}

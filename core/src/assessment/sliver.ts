import type { SliverThresholds } from '../model/coverage.ts';

/**
 * Borders digitised from the same map differ by some metres: 10 m is what a careful hand misses, about a line's width
 * on a sheet 1:50,000. A hectare is less than the ground of the smallest hamlet.
 */
export const DEFAULT_SLIVER_THRESHOLDS: SliverThresholds = { minWidthM: 10, minAreaM2: 10_000 };

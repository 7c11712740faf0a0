import type { SliverThresholds } from '../model/coverage.ts';

/** Whether a gap or overlap is too thin or too small to matter. */
export function isSliver(
  face: { areaM2: number; meanWidthM: number },
  thresholds: SliverThresholds,
): boolean {
  return face.areaM2 < thresholds.minAreaM2 || face.meanWidthM < thresholds.minWidthM;
}

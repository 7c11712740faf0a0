import type { CoverageStatus, Language, ReportMap } from '@nitaq/core';

/** What the page of a report carries along for its maps; the service writes it. */
export interface ReportData {
  readonly language: Language;
  readonly map: ReportMap;
  readonly words: {
    readonly opening: string;
    readonly failed: string;
    readonly help: string;
    readonly back: string;
    readonly nearer: string;
    readonly farther: string;
    readonly whole: string;
    readonly statuses: Readonly<Record<CoverageStatus, string>>;
    /** By their numbers. */
    readonly gaps: Readonly<Record<number, string>>;
    readonly overlaps: Readonly<Record<number, string>>;
    readonly shared: string;
  };
}

/** What the page of the service itself wrote into its element for data. */
export function reportData(): ReportData {
  return JSON.parse(document.getElementById('maps')?.textContent ?? '') as ReportData;
}

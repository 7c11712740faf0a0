import type { KeptReport } from '@nitaq/core';
import { allPages, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** What the web app asks of the service about reports; these themselves are read by the browser. */
export interface ReportsApi {
  /** The reports that were made by themselves, the newest first. */
  keptReports(area: string): Promise<Answer<readonly KeptReport[]>>;
}

export function createReportsApi(http: HttpClient): ReportsApi {
  return {
    keptReports: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/reports', { params: { path: { area } } })),
  };
}

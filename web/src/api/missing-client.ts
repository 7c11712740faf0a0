import type { MissingVillage, Settlement } from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** One report as one version of it. */
export interface MissingAt {
  readonly area: string;
  readonly id: string;
  readonly version: number;
}

/** Villages that people reported as missing. */
export interface MissingApi {
  missingVillages(area: string): Promise<Answer<MissingVillage[]>>;
  settleMissingVillage(missing: MissingAt, settlement: Settlement): Promise<Answer<unknown>>;
}

/** The reports of the service as the web app uses them. */
export function createMissingApi(http: HttpClient): MissingApi {
  return {
    missingVillages: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/missing-villages', { params: { path: { area } } })),
    settleMissingVillage: ({ area, id, version }, settlement) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/missing-villages/{missing}/settlement', {
          params: { path: { area, missing: id }, header: { 'if-match': `"${version}"` } },
          body: settlement,
        }),
      ),
  };
}

import type { PlanZone, ZoneInput } from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { Answer } from './problem.ts';

/** A shared zone of a draft as one version of it. */
export interface ZoneAt {
  readonly area: string;
  readonly plan: string;
  readonly id: string;
  readonly version: number;
}

/** What associations agree to share in a plan. */
export interface ZonesApi {
  zones(area: string, plan: string): Promise<Answer<PlanZone[]>>;
  /** Agrees to share an overlap of a draft; repeated with the same key it adds nothing. */
  agreeZone(
    area: string,
    plan: string,
    zone: { readonly input: ZoneInput; readonly key: string },
  ): Promise<Answer<PlanZone>>;
  changeZone(zone: ZoneAt, input: ZoneInput): Promise<Answer<PlanZone>>;
  removeZone(zone: ZoneAt): Promise<Answer<unknown>>;
}

const ZONES = '/api/v1/areas/{area}/plans/{plan}/shared-zones';
const ZONE = '/api/v1/areas/{area}/plans/{plan}/shared-zones/{zone}';

export function createZonesApi(http: HttpClient): ZonesApi {
  const at = ({ area, plan, id, version }: ZoneAt) => ({
    path: { area, plan, zone: id },
    header: { 'if-match': `"${version}"` },
  });
  return {
    zones: (area, plan) => allPages(() => http.GET(ZONES, { params: { path: { area, plan } } })),
    agreeZone: (area, plan, { input, key }) =>
      answerOf<PlanZone>(
        http.POST(ZONES, {
          params: { path: { area, plan }, header: { 'idempotency-key': key } },
          body: input,
        }),
      ),
    changeZone: (zone, input) => answerOf<PlanZone>(http.PUT(ZONE, { params: at(zone), body: input })),
    removeZone: (zone) => answerOf(http.DELETE(ZONE, { params: at(zone) })),
  };
}

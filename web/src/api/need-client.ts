import { answerOf, asOf, type HttpClient } from './http.ts';
import type { NeedApi } from './need-api.ts';

/** Need and capacity as the web app uses them. */
export function createNeedApi(http: HttpClient): NeedApi {
  return {
    need: (area, day) =>
      answerOf(http.GET('/api/v1/areas/{area}/need', { params: { path: { area }, query: asOf(day) } })),
    countNeed: (area, village, counts) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/villages/{village}/need', {
          params: { path: { area, village } },
          body: counts,
        }),
      ),
    shareNeed: (area, reader, until) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/need/shares/{association}', {
          params: { path: { area, association: reader } },
          body: { until },
        }),
      ),
    stateCapacity: ({ area, id, version, capacity }) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/associations/{association}/capacity', {
          params: { path: { area, association: id }, header: { 'if-match': `"${version}"` } },
          body: { capacity },
        }),
      ),
    statePhone: ({ area, id, version, phone }) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/associations/{association}/phone', {
          params: { path: { area, association: id }, header: { 'if-match': `"${version}"` } },
          body: { phone },
        }),
      ),
  };
}

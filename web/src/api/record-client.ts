import { answerOf, type HttpClient } from './http.ts';
import type { RecordApi } from './record-api.ts';

const A_PAGE = 30;

/** The record as the web app uses it. */
export function createRecordApi(http: HttpClient): RecordApi {
  return {
    record: ({ area, subject, cursor }) =>
      answerOf(
        http.GET('/api/v1/areas/{area}/record', {
          params: {
            path: { area },
            query: { limit: A_PAGE, ...subject, ...(cursor === null ? {} : { cursor }) },
          },
        }),
      ),
  };
}

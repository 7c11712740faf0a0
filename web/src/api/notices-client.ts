import { answerOf, type HttpClient } from './http.ts';
import type { NoticesApi } from './notices-api.ts';

/** Notices as the web app uses them. */
export function createNoticesApi(http: HttpClient): NoticesApi {
  return {
    notices: (cursor) =>
      answerOf(http.GET('/api/v1/notices', { params: { query: cursor === null ? {} : { cursor } } })),
    readNotices: (notices) => answerOf(http.PUT('/api/v1/notices/read', { body: { notices } })),
    noticeChoice: () => answerOf(http.GET('/api/v1/notices/choice')),
    watchVillage: (area, body) =>
      answerOf(http.POST('/api/v1/areas/{area}/watches', { params: { path: { area } }, body })),
    chooseNotices: (body) => answerOf(http.PUT('/api/v1/notices/choice', { body })),
  };
}

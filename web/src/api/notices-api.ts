import type { NewWatch, NoticeChoice, NoticeId, NoticePage } from '@nitaq/core';
import type { Answer } from './problem.ts';

/** What the web app asks of the service about what the person is told. */
export interface NoticesApi {
  /** A page of them, from a cursor on; null: from the newest on. */
  notices(cursor: string | null): Promise<Answer<NoticePage>>;
  readNotices(which: NoticeId[] | 'all'): Promise<Answer<unknown>>;
  noticeChoice(): Promise<Answer<NoticeChoice>>;
  /** Has an address asked whether it wants to be told when the association of a village changes. */
  watchVillage(area: string, watch: NewWatch): Promise<Answer<unknown>>;
  chooseNotices(choice: NoticeChoice): Promise<Answer<unknown>>;
}

import type { Notice, NoticeChoice, NoticeMail, VillageId } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';

/** What the person is told, as far as it was fetched. */
export interface ShownNotices {
  readonly items: readonly Notice[];
  readonly next: string | null;
  readonly unread: number;
}

export interface NoticesSlice {
  /** Null until they are there, and for whoever is not signed in. */
  readonly notices: ShownNotices | null;
  readonly noticeChoice: NoticeChoice | null;
  loadNotices(): Promise<void>;
  loadOlderNotices(): Promise<void>;
  /** Goes to what a notice is about; it is read then. */
  followNotice(notice: Notice): Promise<void>;
  readAllNotices(): Promise<void>;
  /** Loads how the person is told by e-mail, which is in the language of the page. */
  loadNoticeChoice(): Promise<void>;
  /** Has an address asked whether it wants to watch a village; why not, or null. */
  watchVillage(village: VillageId, email: string): Promise<Problem | null>;
  chooseNoticeMail(mail: NoticeMail): Promise<void>;
}

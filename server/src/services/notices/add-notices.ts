import { randomUUID } from 'node:crypto';
import { type AreaId, type NoticeContent, type NoticeId, nextDigest, type PersonId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { queueMail, sendsMail } from '../../repositories/mail-repository.ts';
import { noticeChoices } from '../../repositories/notice-choice-repository.ts';
import { addNotice, type NoticeToAdd } from '../../repositories/notice-repository.ts';

export interface NoticesToAdd {
  readonly area: AreaId;
  readonly notices: readonly (Pick<NoticeToAdd, 'proposal' | 'meeting' | 'action' | 'initiative'> & {
    readonly person: PersonId;
    readonly content: NoticeContent;
  })[];
  /** What is told by an e-mail of its own is told in the app alone. */
  readonly inAppOnly?: boolean;
  readonly now: Date;
}

/** Tells people, within the transaction of what they are told of and before its events: in the app, and by e-mail as each has chosen. */
export async function addNotices(
  db: Database,
  { area, notices, inAppOnly = false, now }: NoticesToAdd,
): Promise<void> {
  if (notices.length === 0) return;
  const sends = !inAppOnly && (await sendsMail(db));
  const choiceOf = await noticeChoices(db, [...new Set(notices.map(({ person }) => person))]);
  const morning = nextDigest(now, await timeZoneOf(db, area));
  // In one order: two transactions that tell the same people wait for each other, and never both.
  for (const notice of notices.toSorted((a, b) => (a.person < b.person ? -1 : 1))) {
    const { person } = notice;
    const mail = sends ? choiceOf(person).mail : 'none';
    const id = randomUUID() as NoticeId;
    await addNotice(db, { ...notice, area, id, at: now, inDigest: mail === 'daily' });
    if (mail === 'at-once') await queueMail(db, area, { kind: 'notice', person, notice: id }, now);
    if (mail === 'daily') await queueMail(db, area, { kind: 'digest', person }, morning);
  }
}

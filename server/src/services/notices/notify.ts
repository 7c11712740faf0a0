import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  type NoticedAct,
  type NoticeId,
  nextDigest,
  noticesAfter,
  type PersonId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { queueMail, sendsMail } from '../../repositories/mail-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { noticeChoices } from '../../repositories/notice-choice-repository.ts';
import { addNotice } from '../../repositories/notice-repository.ts';

export interface Notifying {
  readonly area: AreaId;
  readonly actor: PersonId;
  readonly now: Date;
}

/** Tells those whom acts concern, within the transaction of the acts and before its events: in the app, and by e-mail as each has chosen. */
export async function notify(
  db: Database,
  { area, actor, now }: Notifying,
  acts: readonly NoticedAct[],
): Promise<void> {
  const people = await listColleagues(db, area);
  const notices = acts.flatMap((act) => noticesAfter(act, people, actor));
  if (notices.length === 0) return;
  const sends = await sendsMail(db);
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

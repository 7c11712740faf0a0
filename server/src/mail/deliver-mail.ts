import { nextDigest } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import type { SendMail } from '../people/mailer.ts';
import { timeZoneOf } from '../repositories/area-repository.ts';
import {
  claimMail,
  giveUpMail,
  lockMail,
  postponeMail,
  removeMail,
  renewDigest,
  type WaitingMail,
} from '../repositories/mail-repository.ts';
import { isDigestWaiting, takeFromDigest } from '../repositories/notice-repository.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

export interface Delivery {
  readonly db: Database;
  readonly sendMail: SendMail;
  readonly publicUrl: URL;
  readonly now: () => Date;
  /** Told of whatever goes wrong with a mail. */
  readonly onFailure: (error: unknown) => void;
}

const MINUTE_MS = 60_000;
/** Longer than the mail server may take: until then no other process sends the same. */
const LEASE_MS = 5 * MINUTE_MS;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;
/** Some two days, with the waits between. */
const MOST_ATTEMPTS = 16;

/**
 * Sends all the e-mail that is due, or as much as until it is to stop. Any number of processes may do so at once: each mail
 * is sent by one of them.
 */
export async function deliverMail(delivery: Delivery, isStopped = () => false): Promise<void> {
  await giveUpMail(delivery.db, { now: delivery.now(), attempts: MOST_ATTEMPTS });
  while (!isStopped() && (await deliverOne(delivery)));
}

async function deliverOne({ db, sendMail, publicUrl, now, onFailure }: Delivery): Promise<boolean> {
  const leaseUntil = new Date(now().getTime() + LEASE_MS);
  const claimed = await claimMail(db, { now: now(), leaseUntil });
  if (claimed === null) return false;
  try {
    const written = await writeMail(db, claimed, publicUrl, now());
    if (written.mail !== null) await sendMail(written.mail);
    await inTransaction(db, (trx) => settle(trx, claimed, written, now()));
  } catch (error) {
    onFailure(error);
    await postponeMail(db, claimed, nextAttempt(claimed, now()));
  }
  return true;
}

/** Twice as long after each failure; null: it is given up. */
function nextAttempt({ attempts }: WaitingMail, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return new Date(now.getTime() + Math.min(2 ** attempts * MINUTE_MS, LONGEST_WAIT_MS));
}

/** A digest goes on for what was told after it was written: whoever adds to one holds its row, as this does. */
async function settle(db: Database, mail: WaitingMail, { told }: WrittenMail, now: Date): Promise<void> {
  await lockMail(db, mail);
  if (mail.subject.kind !== 'digest') return removeMail(db, mail);
  const { person } = mail.subject;
  await takeFromDigest(db, mail.area, person, told);
  if (!(await isDigestWaiting(db, mail.area, person))) return removeMail(db, mail);
  await renewDigest(db, mail, nextDigest(now, await timeZoneOf(db, mail.area)));
}

import type { Notifications } from '../database/notifications.ts';
import type { SendMail } from '../people/mailer.ts';
import { stateMailSetup } from '../repositories/mail-repository.ts';
import { type CoverageLookup, createCoverageLookup } from '../services/coverage-lookup.ts';
import { AreaDirectory } from '../services/lookup/area-directory.ts';
import { tellWatchers } from '../services/watches/tell-watchers.ts';
import { workWhenWoken } from '../work-when-woken.ts';
import { type Delivery, deliverMail } from './deliver-mail.ts';

/** A midnight, a morning or a mail that waits to be tried again comes without anybody telling. */
const EVERY_MS = 30_000;

export interface MailWork extends Omit<Delivery, 'sendMail'> {
  readonly notifications: Notifications;
  /** Null: the service has no mail server, and nothing waits for one. */
  readonly sendMail: SendMail | null;
}

/** All the e-mail that is due at the moment, with what watchers are to be told of; that one fails stops not the other. */
export async function workOnMail(
  delivery: Delivery,
  lookup: CoverageLookup,
  isStopped?: () => boolean,
): Promise<void> {
  await tellWatchers(delivery.db, lookup, delivery.now()).catch(delivery.onFailure);
  await deliverMail(delivery, isStopped).catch(delivery.onFailure);
}

/** Sends e-mail from now on, as it becomes due; returns how to stop, which waits for the one that is being sent. */
export async function startMail({ sendMail, ...work }: MailWork): Promise<() => Promise<void>> {
  await stateMailSetup(work.db, sendMail !== null);
  return sendMail === null ? async () => {} : startSending({ ...work, sendMail });
}

function startSending(work: Delivery & Pick<MailWork, 'notifications'>): () => Promise<void> {
  const lookup = createCoverageLookup(work.db, new AreaDirectory(work.db, work.notifications));
  const stop = workWhenWoken({
    notifications: work.notifications,
    wokenBy: 'mail',
    everyMs: EVERY_MS,
    work: (isStopped) => workOnMail(work, lookup, isStopped),
  });
  return async () => {
    await stop();
    lookup.close();
  };
}

import type { Notifications } from './database/notifications.ts';
import { type Announcement, readAnnouncement } from './repositories/announcement.ts';

interface WokenWork {
  readonly notifications: Notifications;
  /** What is announced when there is something to do. */
  readonly wokenBy: Announcement['kind'];
  /** What comes due without anybody telling is found so late. */
  readonly everyMs: number;
  /** Does all that is due. Never rejects. */
  readonly work: (isStopped: () => boolean) => Promise<void>;
}

/** Works now, at each announcement, and every so often, once at a time; returns how to stop, which waits for what is being done. */
export function workWhenWoken({ notifications, wokenBy, everyMs, work }: WokenWork): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  const once = async () => {
    do {
      isWanted = false;
      await work(() => isStopped);
    } while (isWanted && !isStopped);
    running = null;
  };
  const wake = () => {
    isWanted = true;
    if (!isStopped) running ??= once();
  };
  const timer = setInterval(wake, everyMs);
  const unsubscribe = notifications.subscribe((payload) => {
    if (payload === null || readAnnouncement(payload)?.kind === wokenBy) wake();
  });
  wake();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    unsubscribe();
    await running;
  };
}

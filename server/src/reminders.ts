import type { Database } from './database/open-database.ts';
import { remindOwners } from './services/actions/remind-owners.ts';
import { tellLate } from './services/initiatives/tell-late.ts';
import { keepPlanned } from './services/meetings/keep-planned.ts';

/** A day begins at some midnight: nobody minds being reminded some minutes after. */
const EVERY_MS = 10 * 60_000;

export interface Reminding {
  /** The handle of the service itself. */
  readonly db: Database;
  readonly now: () => Date;
  readonly onFailure: (error: unknown) => void;
}

/** Reminds people of what they have to do, and plans the next meetings, from now on; returns how to stop, which waits for what is being told. */
export function startReminders({ db, now, onFailure }: Reminding): () => Promise<void> {
  let running: Promise<void> | null = null;
  const once = () => {
    // Each by itself: a series that cannot be planned stops no reminder.
    running ??= Promise.allSettled([keepPlanned(db, now()), remindOwners(db, now()), tellLate(db, now())])
      .then((ended) => {
        for (const one of ended) if (one.status === 'rejected') onFailure(one.reason);
      })
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(once, EVERY_MS);
  once();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

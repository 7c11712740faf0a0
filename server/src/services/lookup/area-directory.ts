import type { AreaId } from '@nitaq/core';
import type { Notifications } from '../../database/notifications.ts';
import type { Database } from '../../database/open-database.ts';
import { transactionsOf } from '../../database/transaction.ts';
import { readAnnouncement } from '../../repositories/announcement.ts';
import { listAreaStamps } from '../../repositories/area-repository.ts';
import { bringUpToDate, type KnownArea, readKnownArea } from './known-area.ts';

export type KnownAreas = ReadonlyMap<AreaId, KnownArea>;

/** What is known is compared with the database in the background when it is so old, while it goes on being used, … */
const LOOK_AGAIN_MS = 500;
/** … and is not used when it is so old: a notification can be lost without a trace, and then this is what holds. */
const TOO_OLD_MS = 1_500;

/**
 * The areas in memory, never older than `TOO_OLD_MS`. What this process changes is seen at once, what others do as soon as
 * they tell it; and whether or not anything is told, the database is asked for a few numbers about twice a second of use.
 */
export class AreaDirectory {
  readonly #db: Database;
  readonly #notifications: Notifications | null;
  #areas: KnownAreas = new Map();
  /** When the last look began that has ended well, by the monotonic clock. */
  #lookedAt = -Infinity;
  #transactions = -1;
  #isTold = true;
  #looking: Promise<KnownAreas> | null = null;
  /** The look without which no answer is right, while it is under way. */
  #awaited: Promise<KnownAreas> | null = null;
  #stop: (() => void) | undefined;

  /** Without notifications it is the clock alone that tells. */
  constructor(db: Database, notifications: Notifications | null) {
    this.#db = db;
    this.#notifications = notifications;
  }

  /** All areas by id; at once, unless something may have changed. Errors: the database's own. */
  current(): KnownAreas | Promise<KnownAreas> {
    this.#stop ??= this.#notifications?.subscribe((payload) => this.#hear(payload)) ?? (() => {});
    const mayHaveChanged = this.#isTold || transactionsOf(this.#db) !== this.#transactions;
    if (mayHaveChanged) this.#awaited = this.#look();
    if (this.#awaited !== null) return this.#awaited;
    const age = performance.now() - this.#lookedAt;
    if (age > TOO_OLD_MS) return this.#looking ?? this.#look();
    // Whoever comes when it is too old is told why it fails.
    if (age > LOOK_AGAIN_MS && this.#looking === null) this.#look().catch(() => {});
    return this.#areas;
  }

  close(): void {
    this.#stop?.();
  }

  #hear(payload: string | null): void {
    if (payload === null || readAnnouncement(payload)?.kind === 'saved') this.#isTold = true;
  }

  /** Begins to look, after the look that is under way: that one may have begun before the change. */
  #look(): Promise<KnownAreas> {
    this.#isTold = false;
    this.#transactions = transactionsOf(this.#db);
    const before: Promise<unknown> = this.#looking ?? Promise.resolve();
    const look = before.catch(() => {}).then(() => this.#read());
    this.#looking = look;
    const end = () => {
      if (this.#looking === look) this.#looking = null;
      if (this.#awaited === look) this.#awaited = null;
    };
    look.then(end, () => {
      this.#isTold = true;
      end();
    });
    return look;
  }

  async #read(): Promise<KnownAreas> {
    const begun = performance.now();
    const known = this.#areas;
    const areas = new Map<AreaId, KnownArea>();
    let isSameAsBefore = true;
    for (const stamp of await listAreaStamps(this.#db)) {
      const before = known.get(stamp.id);
      const now =
        before === undefined
          ? await readKnownArea(this.#db, stamp)
          : isSame(before.stamp, stamp)
            ? before
            : await bringUpToDate(this.#db, before, stamp);
      areas.set(stamp.id, now);
      isSameAsBefore &&= now === before;
    }
    // Whoever has made something of the areas sees by the object that they are the same.
    if (!isSameAsBefore || areas.size !== known.size) this.#areas = areas;
    this.#lookedAt = begun;
    return this.#areas;
  }
}

function isSame(a: KnownArea['stamp'], b: KnownArea['stamp']): boolean {
  return a.version === b.version && a.log === b.log && a.last === b.last;
}

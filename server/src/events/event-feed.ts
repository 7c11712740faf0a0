import type { Readable } from 'node:stream';
import { type AreaId, DomainError, type PresenceEvent } from '@nitaq/core';
import type { Notifications } from '../database/notifications.ts';
import type { Database } from '../database/open-database.ts';
import { readAnnouncement } from '../repositories/announcement.ts';
import { type LogPosition, logPosition } from '../repositories/event-repository.ts';
import { AreaChannel } from './area-channel.ts';
import { EventStream } from './event-stream.ts';
import { HEARTBEAT, numberIn, serverSent } from './server-sent.ts';

export interface FeedLimits {
  readonly heartbeatMs: number;
  /** While nothing is heard from the database, it is asked this often; and now and then even so. */
  readonly pollMs: number;
  readonly openStreams: number;
}

export const FEED_LIMITS: FeedLimits = { heartbeatMs: 20_000, pollMs: 2_000, openStreams: 1_000 };

/** A notification can be lost without a trace, as behind a pooler of connections: of so many polls one is made anyway. */
const POLLS_TO_ONE_ANYWAY = 8;

export interface StreamRequest {
  readonly area: AreaId;
  readonly client: string | null;
  /** The last event that the reader has; null: it wants what comes from now on. */
  readonly lastEventId: string | null;
}

/** Tells every reader what is saved in its area, by whichever process on the database. */
export class EventFeed {
  readonly #db: Database;
  readonly #notifications: Notifications;
  readonly #limits: FeedLimits;
  readonly #channels = new Map<AreaId, AreaChannel>();
  #openStreams = 0;
  #polls = 0;
  #stop: (() => void) | undefined;
  #isClosed = false;

  constructor(db: Database, notifications: Notifications, limits: FeedLimits = FEED_LIMITS) {
    this.#db = db;
    this.#notifications = notifications;
    this.#limits = limits;
  }

  /** The stream for one reader of an area that exists, who may read its log by their own handle. Errors: `service-overloaded`. */
  async open(readers: Database, { area, client, lastEventId }: StreamRequest): Promise<Readable> {
    // Listening begins before the position is read, so that nothing falls between the two.
    this.#stop ??= this.#start();
    await this.#notifications.settled();
    const now = await logPosition(readers, area);
    if (this.#isClosed || this.#openStreams >= this.#limits.openStreams) {
      throw new DomainError('service-overloaded');
    }
    const stream = new EventStream({ area, log: now.log, client });
    const resumed = lastEventId === null ? null : numberIn(lastEventId, now);
    if (resumed !== null) stream.begin('resumed', resumed);
    else stream.begin(lastEventId === null ? 'fresh' : 'reset', now.last);

    const channel = this.#channelOf(area, now);
    this.#openStreams++;
    stream.output.once('close', () => {
      this.#openStreams--;
      channel.remove(stream);
      if (channel.isEmpty) this.#channels.delete(area);
    });
    void channel.add(stream);
    return stream.output;
  }

  /** Ends every stream. */
  close(): void {
    this.#isClosed = true;
    this.#stop?.();
    for (const channel of this.#channels.values()) channel.close();
  }

  #start(): () => void {
    const { heartbeatMs, pollMs } = this.#limits;
    const heartbeat = setInterval(() => {
      for (const channel of this.#channels.values()) channel.tell(HEARTBEAT);
    }, heartbeatMs).unref();
    const poll = setInterval(() => this.#poll(), pollMs).unref();
    const unsubscribe = this.#notifications.subscribe((payload) => this.#hear(payload));
    return () => {
      clearInterval(heartbeat);
      clearInterval(poll);
      unsubscribe();
    };
  }

  #poll(): void {
    const isDue = this.#polls++ % POLLS_TO_ONE_ANYWAY === 0;
    if (isDue || !this.#notifications.isListening()) this.#wakeAll();
  }

  #hear(payload: string | null): void {
    const heard = payload === null ? null : readAnnouncement(payload);
    if (heard === null) this.#wakeAll();
    else if (heard.kind === 'saved') void this.#channels.get(heard.area)?.wake();
    else if (heard.kind === 'presence') this.#tellPresence(heard.event);
  }

  #tellPresence(event: PresenceEvent): void {
    this.#channels.get(event.area)?.tell(serverSent('presence', event), event.client);
  }

  #wakeAll(): void {
    for (const channel of this.#channels.values()) void channel.wake();
  }

  #channelOf(area: AreaId, now: LogPosition): AreaChannel {
    const open = this.#channels.get(area);
    if (open !== undefined) return open;
    const made = new AreaChannel(this.#db, area, now);
    this.#channels.set(area, made);
    // What was saved since the position was read was heard by nobody.
    void made.wake();
    return made;
  }
}

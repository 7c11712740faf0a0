import type { AreaId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { eventsAfter, type LogPosition } from '../repositories/event-repository.ts';
import type { EventStream, SentEvent } from './event-stream.ts';
import { eventId, serverSent } from './server-sent.ts';

/** How many events are read at once. */
const PAGE = 100;

/** The readers of one area. Each event is read from the database once, however many they are. */
export class AreaChannel {
  readonly #db: Database;
  readonly #area: AreaId;
  readonly #log: string;
  /** All readers; those who have not caught up yet are not live. */
  readonly #streams = new Set<EventStream>();
  readonly #live = new Set<EventStream>();
  /** The number of the last event that the live readers were sent. */
  #position: number;
  #isReading = false;
  #readAgain = false;

  constructor(db: Database, area: AreaId, { log, last }: LogPosition) {
    this.#db = db;
    this.#area = area;
    this.#log = log;
    this.#position = last;
  }

  get isEmpty(): boolean {
    return this.#streams.size === 0;
  }

  /** Sends a reader what it has missed and lets it go on with the others. */
  async add(stream: EventStream): Promise<void> {
    this.#streams.add(stream);
    try {
      while (!stream.closed && stream.position < this.#position) {
        const missed = await this.#read(stream.position);
        if (missed.length === 0) break;
        stream.follow(missed);
        await stream.drained();
      }
      if (!stream.closed) this.#live.add(stream);
    } catch {
      stream.cutOff();
    }
  }

  remove(stream: EventStream): void {
    this.#streams.delete(stream);
    this.#live.delete(stream);
  }

  /** Sends what is new, if anything is. */
  async wake(): Promise<void> {
    this.#readAgain = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#readAgain) {
        this.#readAgain = false;
        const events = await this.#read(this.#position);
        // Within one turn of the loop, so that no reader becomes live in between and misses these.
        this.#position = events.at(-1)?.number ?? this.#position;
        for (const stream of this.#live) {
          stream.follow(events);
          stream.cutOffIfSlow();
        }
        if (events.length === PAGE) this.#readAgain = true;
      }
    } catch {
      // The database is away: whoever wakes this next, the slow poll at the latest, reads from the same place.
    } finally {
      this.#isReading = false;
    }
  }

  /** Sends something that is not kept to everybody but the client it comes from. */
  tell(text: string, from: string | null = null): void {
    const bytes = Buffer.from(text);
    for (const stream of this.#live) {
      if (from !== null && stream.client === from) continue;
      stream.tell(bytes);
      stream.cutOffIfSlow();
    }
  }

  close(): void {
    for (const stream of this.#streams) stream.close();
  }

  async #read(after: number): Promise<SentEvent[]> {
    const stored = await eventsAfter(this.#db, this.#area, after, PAGE);
    return stored.map(({ number, event: { kind, data } }) => ({
      number,
      bytes: Buffer.from(serverSent(kind, data, eventId(this.#log, number))),
    }));
  }
}

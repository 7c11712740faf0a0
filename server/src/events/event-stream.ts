import { Readable } from 'node:stream';
import type { AreaId } from '@nitaq/core';
import { eventId, RETRY, serverSent, startingAt } from './server-sent.ts';

/** A reader that leaves this much unread is cut off; it connects again and goes on where it was. */
const MOST_UNREAD_BYTES = 256 * 2 ** 10;
/** A reader that does not take the end of its stream loses the connection, so that the service can stop. */
const CLOSING_MS = 1_000;

/** An event as it goes over the wire. */
export interface SentEvent {
  readonly number: number;
  /** The same for all readers. */
  readonly bytes: Buffer;
}

export interface StreamStart {
  readonly area: AreaId;
  readonly log: string;
  /** What the reader calls itself, if it said so: it is not told of itself. */
  readonly client: string | null;
}

/** What one reader is sent. */
export class EventStream {
  readonly client: string | null;
  readonly #output = new Readable({ read: () => this.#goOn() });
  readonly #area: AreaId;
  readonly #log: string;
  #position = 0;
  /** The reader has not taken what it was sent, … */
  #isFull = false;
  /** … and these go on when it has, or is gone. */
  #waiting: (() => void)[] = [];
  #isEnded = false;

  constructor({ area, log, client }: StreamStart) {
    this.#area = area;
    this.#log = log;
    this.client = client;
    this.#send(Buffer.from(RETRY));
    // Whoever is cut off has no use for a reason.
    this.#output.on('error', () => {});
    this.#output.once('close', () => this.#goOn());
  }

  get output(): Readable {
    return this.#output;
  }

  /** The number of the last event that the reader has. */
  get position(): number {
    return this.#position;
  }

  get closed(): boolean {
    return this.#output.destroyed || this.#isEnded;
  }

  /** Begins after an event that the reader has (`resumed`), now (`fresh`), or now because what it has is no use. */
  begin(how: 'fresh' | 'resumed' | 'reset', position: number): void {
    this.#position = position;
    if (how === 'fresh') this.#send(Buffer.from(startingAt(eventId(this.#log, position))));
    if (how === 'reset') this.#reset(position);
  }

  /** Sends the events that it was not sent yet, and first says so where some before them are no longer kept. */
  follow(events: readonly SentEvent[]): void {
    for (const { number, bytes } of events) {
      if (number <= this.#position || this.closed) continue;
      if (number > this.#position + 1) this.#reset(number - 1);
      this.#send(bytes);
      this.#position = number;
    }
  }

  /** Resolves when the reader has taken what it was sent, or is gone. */
  async drained(): Promise<void> {
    if (!this.#isFull || this.closed) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Sends something that is not kept. */
  tell(bytes: Buffer): void {
    if (!this.closed) this.#send(bytes);
  }

  cutOffIfSlow(): void {
    if (this.#output.readableLength > MOST_UNREAD_BYTES) this.cutOff();
  }

  cutOff(): void {
    this.#output.destroy();
  }

  close(): void {
    if (!this.closed) this.#output.push(null);
    this.#isEnded = true;
    setTimeout(() => this.cutOff(), CLOSING_MS).unref();
  }

  #reset(position: number): void {
    this.#send(Buffer.from(serverSent('reset', { area: this.#area }, eventId(this.#log, position))));
  }

  #send(bytes: Buffer): void {
    this.#isFull = !this.#output.push(bytes);
  }

  #goOn(): void {
    this.#isFull = false;
    for (const resume of this.#waiting.splice(0)) resume();
  }
}

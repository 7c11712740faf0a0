import type { LogPosition, StoredEvent } from '../repositories/event-repository.ts';

/** A comment: keeps proxies from closing a quiet connection, and finds out about a dead one. */
export const HEARTBEAT = ':\n\n';

/** How long a browser waits before it connects again, ms. */
const RETRY_MS = 3_000;
export const RETRY = `retry: ${RETRY_MS}\n\n`;

/** One event of a stream; without an id it is not resumed. */
export function serverSent(event: string, data: unknown, id: string | null = null): string {
  return `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Where a reader is before the first event, so that it can go on from there. */
export function startingAt(id: string): string {
  return `id: ${id}\n\n`;
}

/** The id of an event: a number is one of its log only, and a new database has new logs. */
export function eventId(log: string, number: StoredEvent['number']): string {
  return `${log}-${number}`;
}

/** The number in a `Last-Event-ID`, or null where the log knows no such event. */
export function numberIn(lastEventId: string, { log, last }: LogPosition): number | null {
  const number = Number(/-(\d{1,15})$/.exec(lastEventId)?.[1] ?? Number.NaN);
  return lastEventId === eventId(log, number) && number <= last ? number : null;
}

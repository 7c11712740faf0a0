import type { AreaId, PresenceEvent } from '@nitaq/core';
import { sql } from 'kysely';
import { NOTIFICATION_CHANNEL } from '../database/notifications.ts';
import type { Database } from '../database/open-database.ts';

/** What the processes on a database tell each other: that an area has a new event, who looks at a plan, or that e-mail or a report is due. */
export type Announcement =
  | { readonly kind: 'saved'; readonly area: AreaId }
  | { readonly kind: 'presence'; readonly event: PresenceEvent }
  | { readonly kind: 'mail' }
  | { readonly kind: 'report-job' };

/** Tells every process on this database something, once the transaction is stored; it must stay below 8,000 bytes. */
export async function announce(db: Database, announcement: Announcement): Promise<void> {
  await sql`select pg_notify(${NOTIFICATION_CHANNEL}, ${JSON.stringify(announcement)})`.execute(db);
}

/** What was announced, or null where a payload is none of ours. */
export function readAnnouncement(payload: string): Announcement | null {
  try {
    const read: Announcement | null = JSON.parse(payload);
    const isKnown = read !== null && ['saved', 'presence', 'mail', 'report-job'].includes(read.kind);
    return isKnown ? read : null;
  } catch {
    return null;
  }
}

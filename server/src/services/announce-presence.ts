import type { AreaId, PlanId, Presence } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { announce } from '../repositories/announcement.ts';

/** Tells the others who look at an area that somebody is at a plan of it, and where; nothing is stored. */
export async function announcePresence(
  db: Database,
  { area, plan, presence }: { area: AreaId; plan: PlanId; presence: Presence },
): Promise<void> {
  const { gone = false } = presence;
  await announce(db, { kind: 'presence', event: { area, plan, ...presence, gone } });
}

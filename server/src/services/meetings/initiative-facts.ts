import { type AgendaFact, type AreaId, areasOf, type Initiative } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listInitiatives } from '../../repositories/initiative-repository.ts';
import { findMeetingBefore } from '../../repositories/meeting-repository.ts';
import { dayInArea } from '../day-in-area.ts';

/** Initiatives that are late or short of their share, and those that were done since the meeting before. */
export async function initiativeFacts(
  db: Database,
  { area, now }: { readonly area: AreaId; readonly now: Date },
): Promise<AgendaFact[]> {
  const today = await dayInArea(db, area, now);
  const before = await findMeetingBefore(db, area, { number: null, before: now });
  const since = before === null ? 0 : Date.parse(before.closedAt);
  return (await listInitiatives(db, area, today)).flatMap((initiative): AgendaFact[] => {
    const reason = reasonFor(initiative, area, since);
    if (reason === null) return [];
    const { id, content, troubles } = initiative;
    return [
      {
        key: `initiative-${id}`,
        reason,
        about: { kind: 'initiative', initiative: id },
        title: { ar: content.title, en: content.title },
        weight: troubles.length,
      },
    ];
  });
}

function reasonFor(
  initiative: Initiative,
  area: AreaId,
  since: number,
): 'initiative-off-track' | 'initiative-done' | null {
  // Whose last partner here has left follows it no longer.
  if (!areasOf(initiative.content, area).includes(area)) return null;
  if (initiative.troubles.length > 0) return 'initiative-off-track';
  return initiative.state === 'done' && Date.parse(initiative.endedAt) > since ? 'initiative-done' : null;
}

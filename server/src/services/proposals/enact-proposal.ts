import {
  type AreaId,
  DomainError,
  dayAt,
  type NoticedAct,
  type Plan,
  type Proposal,
  proposalAfter,
  startOfDay,
  stillNeeded,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { timeZoneOf } from '../../repositories/area-repository.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { endPlan, findLastEnacted, lockPlans, putIntoForce } from '../../repositories/plan-repository.ts';
import { changeProposal, listPending } from '../../repositories/proposal-repository.ts';
import { notify } from '../notices/notify.ts';
import { lockedProposal, refuseOtherVersion, requireProposal } from './find-proposal.ts';
import type { ProposalChange } from './revise-proposal.ts';
import { type ProposalNews, tell } from './tell.ts';

const DAY_MS = 86_400_000;

/**
 * Puts an agreed proposal into force from the midnight at which a day begins in the area. What else is proposed becomes
 * stale: another plan than its base will be in force.
 * Errors: `proposal-not-found`, `changed-since`, `proposal-not-agreed`, `proposal-stale`, `proposal-closed`,
 * `enactment-too-early`.
 */
export async function enactProposal(
  database: Database,
  change: ProposalChange & { readonly from: string },
): Promise<Proposal> {
  const { area, proposal, actor, version, client, now, from } = change;
  return inTransaction(database, async (db) => {
    // Of several enactments at once the first has the lock, and takes the base from the others.
    await lockPlans(db, area);
    const { proposal: present } = await lockedProposal(db, { area, proposal }, now);
    const last = await findLastEnacted(db, area, now);
    refuseUnlessAgreed(present, last);
    refuseOtherVersion(present, version);
    const instant = await checkedInstant(db, { area, from, now, last });
    const { plan, contentHash, number } = present.revision;
    if (last !== null) await endPlan(db, area, last.id, instant);
    await putIntoForce(db, area, plan, instant);
    const counted = await changeProposal(db, { area, proposal }, { state: 'enacted' });
    const data = { plan, contentHash, revision: number, inForceFrom: instant.toISOString() };
    const news: ProposalNews[] = [
      { area, proposal, actor, act: 'proposal-enacted', data, change: 'changed', version: counted, client },
    ];
    const acts: NoticedAct[] = [{ act: 'enacted', proposal: present, inForceFrom: instant.toISOString() }];
    for (const other of await listPending(db, { area, proposal })) {
      const otherVersion = await changeProposal(db, { area, proposal: other }, { state: 'stale' });
      const stale = await requireProposal(db, { area, proposal: other }, now);
      acts.push({ act: 'lost-base', proposal: stale.proposal });
      news.push({
        area,
        proposal: other,
        actor,
        act: 'proposal-went-stale',
        data: { by: proposal },
        change: 'changed',
        version: otherVersion,
        client,
      });
    }
    await notify(db, { area, actor: actor.person, now }, acts);
    await tell(db, news);
    for (const { id, version: planVersion } of [await findLastEnacted(db, area, now), last].filter(
      (one) => one !== null,
    )) {
      const told = { area, plan: id, change: 'changed' as const, version: planVersion, client };
      await appendEvent(db, { kind: 'plan', data: told });
    }
    return (await requireProposal(db, { area, proposal }, now)).proposal;
  });
}

function refuseUnlessAgreed(present: Proposal, last: Plan | null): void {
  const { state, standings, revision } = present;
  if (state === 'stale') throw new DomainError('proposal-stale');
  if (state === 'open' || state === 'objected') {
    throw new DomainError('proposal-not-agreed', { missing: stillNeeded(standings).join(', ') });
  }
  if (proposalAfter(state, { act: 'enact' }) !== 'scheduled') throw new DomainError('proposal-closed');
  if (revision.base !== (last?.id ?? null)) throw new DomainError('proposal-stale');
}

/** Midnight at the beginning of a day, which is still to come and after the last plan begins. Errors: `enactment-too-early`. */
async function checkedInstant(
  db: Database,
  { area, from, now, last }: { area: AreaId; from: string; now: Date; last: Plan | null },
): Promise<Date> {
  const timeZone = await timeZoneOf(db, area);
  const begun = last !== null && 'inForceFrom' in last ? Date.parse(last.inForceFrom) : 0;
  const latest = Math.max(now.getTime(), begun);
  const instant = startOfDay(from, timeZone);
  if (instant.getTime() > latest) return instant;
  const tomorrow = new Date(Date.parse(`${dayAt(latest, timeZone)}T00:00:00Z`) + DAY_MS);
  throw new DomainError('enactment-too-early', { earliest: tomorrow.toISOString().slice(0, 10) });
}

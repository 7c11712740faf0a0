import { type AreaId, type Decision, DomainError, type Wording } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { listReplacedWordings, rewordDecision } from '../../repositories/decision-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { sha256 } from '../../sha256.ts';
import { etagOf } from '../etag.ts';
import { doerOf } from '../proposals/actor.ts';
import { lockedMeeting, type MeetingDoing, tellMeeting } from './meeting-act.ts';
import { requireDecision } from './take-decision.ts';

/**
 * Says in other words what was decided, until the minutes are approved; what came of it stays, and what it said is kept.
 * Errors: `decision-not-found`, `changed-since`, `minutes-approved`.
 */
export async function reword(
  database: Database,
  doing: Omit<MeetingDoing, 'meeting'> & {
    readonly number: number;
    readonly text: string;
    readonly version: VersionMatch;
  },
): Promise<Decision> {
  const { area, number, version, actor, client, now } = doing;
  const text = doing.text.trim();
  return inTransaction(database, async (db) => {
    const { meeting } = await requireDecision(db, { area, number }, now);
    const { state, version: ofMeeting } = await lockedMeeting(db, { area, meeting });
    const present = await requireDecision(db, { area, number }, now);
    if (state === 'approved') throw new DomainError('minutes-approved');
    if (text === present.text) return present;
    if (!matchesVersion(version, present.version)) {
      throw new DomainError('changed-since', { etag: etagOf(present.version) });
    }
    const replaced = { version: present.version, text: present.text, by: doerOf(actor), at: now };
    await rewordDecision(db, { area, number }, { text, replaced });
    const subject = { kind: 'decision' as const, id: String(number) };
    const recorded = { act: 'decision-reworded' as const, data: { textHash: sha256(text) }, subject };
    const told = { change: 'decision' as const, item: present.item, version: ofMeeting, recorded };
    await tellMeeting(db, { area, meeting, actor, client, now }, told);
    return requireDecision(db, { area, number }, now);
  });
}

/** All that a decision has said, the first wording first. Errors: `decision-not-found`. */
export async function wordingsOf(
  db: Database,
  key: { readonly area: AreaId; readonly number: number },
  now: Date,
): Promise<Wording[]> {
  const { version, text, by, at } = await requireDecision(db, key, now);
  const replaced = await listReplacedWordings(db, key);
  const said = [...replaced, { version, text }];
  return said.map((one): Wording => {
    if (one.version === 1) return { version: 1, text: one.text, by, at };
    // Whoever took the place of a wording said the next.
    const before = replaced.find((other) => other.version === one.version - 1);
    return {
      version: one.version,
      text: one.text,
      by: before?.by ?? null,
      at: before?.at.toISOString() ?? null,
    };
  });
}

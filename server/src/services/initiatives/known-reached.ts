import { knownCount, type NeedKind, ofEachKind, type Reached, sumOfNeed } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { InitiativeKey } from '../../repositories/initiative-parts-repository.ts';
import { listShares } from '../../repositories/need-repository.ts';
import { listReached } from '../../repositories/reached-repository.ts';
import { mayKnow, type NeedQuestion } from '../known-need.ts';

export type ReachedQuestion = InitiativeKey & Pick<NeedQuestion, 'person' | 'ownersOf' | 'now'>;

/**
 * Who was reached by an initiative, as a person may know it: by the rules of need, exactly where their association covers
 * the village or is let see, else in bands. Totals are sums of these: villages can be chosen, and a rounded total of one
 * choice and of the next would tell the count in which they differ.
 */
export async function knownReached(
  db: Database,
  { area, initiative, person, ownersOf, now }: ReachedQuestion,
): Promise<Reached> {
  const rows = await listReached(db, { area, initiative });
  const shares = await listShares(db, area, now);
  const reader = person.memberships.find((one) => one.area === area)?.association ?? null;
  const villages = rows.map((row) => {
    const isOwn = mayKnow(reader, ownersOf(row.village), shares);
    const known = (kind: NeedKind) => knownCount({ count: row[kind], isOwn });
    return { village: row.village, round: row.round, ...ofEachKind(known) };
  });
  return { villages, total: sumOfNeed(villages) };
}
